export { FileMasterKey } from './file-master-key';

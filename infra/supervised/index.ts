export { Supervised } from './supervised';

export { isAlive } from './is-alive';
export { scratchFolder } from './scratch-folder';

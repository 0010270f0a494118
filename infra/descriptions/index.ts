export { type ClassInWords, docstringsBelow } from './docstrings';

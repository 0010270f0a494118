export * from './priority-need';

export * from './marac-repeat';

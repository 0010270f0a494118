export * from './marac-history-undeclared';

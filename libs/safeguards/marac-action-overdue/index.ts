export * from './marac-action-overdue';

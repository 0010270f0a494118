export * from './court-summary-incomplete';

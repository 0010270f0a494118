export * from './risk-raised';

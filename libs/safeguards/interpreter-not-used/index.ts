export * from './interpreter-not-used';

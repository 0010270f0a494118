export * from './programme-missed';

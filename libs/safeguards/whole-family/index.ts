export * from './whole-family';

export * from './wrong-person';

export * from './police-not-told';

export * from './separation-not-weighed';

export * from './non-engagement-review';

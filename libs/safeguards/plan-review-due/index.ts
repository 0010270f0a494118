export * from './plan-review-due';

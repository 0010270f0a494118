export * from './plan-not-smart';

export * from './safety-plan-missing';

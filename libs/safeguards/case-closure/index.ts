export * from './case-closure';

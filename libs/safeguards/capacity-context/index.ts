export * from './capacity-context';

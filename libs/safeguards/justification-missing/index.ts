export * from './justification-missing';

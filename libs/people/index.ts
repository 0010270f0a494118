export * from './exact-matching';

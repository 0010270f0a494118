export * from './assessment-not-multi-agency';

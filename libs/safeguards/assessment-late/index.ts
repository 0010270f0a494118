export * from './assessment-late';

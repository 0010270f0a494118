export * from './closure-not-consulted';

export * from './closure-before-marac';

export * from './closure-without-reassessment';

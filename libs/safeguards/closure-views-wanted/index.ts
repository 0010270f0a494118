export * from './closure-views-wanted';

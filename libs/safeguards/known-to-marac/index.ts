export * from './known-to-marac';

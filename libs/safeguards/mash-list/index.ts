export * from './mash-list';

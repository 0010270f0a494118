export * from './dash-missing';

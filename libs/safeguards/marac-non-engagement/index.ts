export * from './marac-non-engagement';

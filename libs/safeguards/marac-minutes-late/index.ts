export * from './marac-minutes-late';

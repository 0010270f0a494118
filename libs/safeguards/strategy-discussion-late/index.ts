export * from './strategy-discussion-late';

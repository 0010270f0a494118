export * from './suicide-risk';

export * from './untrained-worker';

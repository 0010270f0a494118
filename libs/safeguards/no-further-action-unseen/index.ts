export * from './no-further-action-unseen';

export * from './repeat-no-further-action';

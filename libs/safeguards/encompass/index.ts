export * from './encompass';

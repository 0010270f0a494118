export * from './transfer-not-listed';

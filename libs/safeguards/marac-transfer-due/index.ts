export * from './marac-transfer-due';

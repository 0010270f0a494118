export * from './order-expiring';

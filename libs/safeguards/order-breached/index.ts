export * from './order-breached';

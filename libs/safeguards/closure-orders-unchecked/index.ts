export * from './closure-orders-unchecked';

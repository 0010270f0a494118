export * from './gold-flag-death';

export * from './property-security';

export * from './address-marker-move';

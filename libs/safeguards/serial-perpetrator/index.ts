export * from './serial-perpetrator';

export * from './many-perpetrators';

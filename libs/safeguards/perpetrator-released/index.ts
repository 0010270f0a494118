export * from './perpetrator-released';

export * from './tell-schools';

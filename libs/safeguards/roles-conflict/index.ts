export * from './roles-conflict';

export * from './field';
export * from './parts';
export * from './references';
export * from './scalars';
export * from './text';

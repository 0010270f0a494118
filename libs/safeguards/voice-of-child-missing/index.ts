export * from './voice-of-child-missing';

export * from './idva-waiting';

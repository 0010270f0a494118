export * from './tool-not-dash';

export * from './strategy-agency-left-out';

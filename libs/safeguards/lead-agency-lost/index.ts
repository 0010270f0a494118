export * from './lead-agency-lost';

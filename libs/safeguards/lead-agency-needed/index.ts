export * from './lead-agency-needed';

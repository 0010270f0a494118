export * from './early-help-needs-dash';

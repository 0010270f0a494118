export * from './declined-needs-challenge';

export * from './check-unanswered';

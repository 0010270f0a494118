export * from './feedback-overdue';

export * from './specialist-referral-missing';

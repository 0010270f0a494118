export * from './child-referral-missing';

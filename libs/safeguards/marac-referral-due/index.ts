export * from './marac-referral-due';

export * from './referral-outcome';

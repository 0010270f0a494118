export * from './sanctuary-referral';

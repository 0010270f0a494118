export * from './repeat-social-care-referral';

export * from './referral-undecided';

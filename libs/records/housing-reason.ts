/** Why somebody is housed. */
export const HOUSING_REASONS = ['domestic-abuse', 'other'] as const;
export type HousingReason = (typeof HOUSING_REASONS)[number];

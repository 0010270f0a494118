/** Levels of risk as DASH assessors name them (SafeLives; "medium" where a tool says "moderate"). */
export const RISK_LEVELS = ['standard', 'medium', 'high'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

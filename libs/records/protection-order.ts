/**
 * Notices and orders that protect: of the police for 48 hours (DVPN, DAPN), of the magistrates for 14 to 28 days (DVPO),
 * and of the courts for as long as they say (DAPO, Domestic Abuse Act 2021; non-molestation and occupation, Family Law Act 1996).
 */
export const PROTECTION_ORDERS = ['dvpn', 'dvpo', 'dapn', 'dapo', 'non-molestation', 'occupation', 'restraining', 'other'] as const;
export type ProtectionOrder = (typeof PROTECTION_ORDERS)[number];

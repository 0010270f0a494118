/** What was done, after section 1 of the Domestic Abuse Act 2021 and the crimes that police record beside it. */
export const NATURES_OF_ABUSE = [
  'physical',
  'sexual',
  'coercive-control',
  'threats',
  'stalking-or-harassment',
  'economic',
  'emotional',
  'honour-based',
  'fgm',
  'forced-marriage',
  'breach-of-order',
  'other',
] as const;
export type NatureOfAbuse = (typeof NATURES_OF_ABUSE)[number];

/** What became of telling the police: an adult may refuse, and the agency may overrule that with a justification. */
export const POLICE_REPORTS = ['reported', 'not-wanted', 'unsafe', 'overridden'] as const;
export type PoliceReport = (typeof POLICE_REPORTS)[number];

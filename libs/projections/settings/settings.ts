import type { Pathway } from './pathways';

/** A member of a partnership. */
export interface Agency {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
}

/** The thresholds that a partnership may change (safeguards.md, figures in italics), with the defaults of the reviews. */
export const defaultThresholds = {
  /** How far back an assessment, a hearing, an incident or a publication still counts. */
  currentMonths: 12,
  /** A record that happened longer before its log time is late: it is filed, and alone triggers little. */
  lateDays: 90,
  /** Ticks on a DASH from which a MARAC referral is due (SafeLives: visible high risk). */
  maracTicks: 14,
  /** Incidents in twelve months from which a MARAC referral is due on escalation. */
  maracIncidents: 3,
  /** Working days within which a high risk must reach MARAC before an alert says so. */
  maracReferralWorkingDays: 1,
  /** Age of the last risk assessment above which a closure wants a new one. */
  reassessmentMonths: 3,
  /** Different persons posing risk from which a victim has many. */
  manyPerpetrators: 2,
  /** Victims, not of one household, from which a person posing risk is serial. */
  serialVictims: 2,
  /** Hearings within so many months that show that MARAC alone does not help. */
  maracHeardTimes: 2,
  maracHeardMonths: 24,
  /** Involved agencies from which somebody must lead. */
  manyAgencies: 5,
  /** So many of the last attempts at contact not engaged, by so many services. */
  missedContacts: 3,
  recentContacts: 4,
  missedServices: 2,
  /** Working days after an incident for a referral to a specialist service, or about the children. */
  specialistReferralWorkingDays: 2,
  childReferralWorkingDays: 2,
  /** A risk assessment follows within these working days, unless one was made in these months before. */
  dashWorkingDays: 5,
  dashMonths: 3,
  /** Levels of two agencies that were assessed within these months ought to agree. */
  levelsAgreeMonths: 3,
  /** How long a separation is recent. */
  separationMonths: 6,
  /** Which referral in twelve months, and which one without further action, is a repeat. */
  repeatReferrals: 2,
  repeatNoFurtherAction: 2,
  /** Working days to decide a referral: to mash, children's social care, sanctuary, refuge and marac; to idva; to treatment; to others. */
  decideAtOnceWorkingDays: 1,
  decideIdvaWorkingDays: 2,
  decideTreatmentWorkingDays: 10,
  decideWorkingDays: 3,
  /** Working days for feedback to the referrer, and until the referrer is asked to pursue it. */
  feedbackWorkingDays: 3,
  pursueFeedbackWorkingDays: 5,
  /** Working days to answer an agency check. */
  checkWorkingDays: 1,
  /** Working days to publish the minutes of a MARAC, and to list a case transferred in. */
  minutesWorkingDays: 5,
  listTransferWorkingDays: 10,
  /** Days before its end in which an order is about to expire; a domestic violence protection order is short. */
  orderExpiringDays: 28,
  shortOrderExpiringDays: 7,
  safetyPlanWorkingDays: 10,
  strategyDiscussionWorkingDays: 3,
  assessmentWorkingDays: 45,
  section47WorkingDays: 15,
  /** How long an assessment of the person posing risk counts. */
  personPosingRiskMonths: 6,
  /** An incident that another agency heard of within these days of its happening. */
  policeToldDays: 28,
  /** Working days from an accepted referral to the first attempt at contact; fewer at high risk. */
  firstContactWorkingDays: 5,
  firstContactHighWorkingDays: 2,
  /** Working days until a victim without assessment has been offered support. */
  supportWorkingDays: 5,
  /** Working days in which somebody's ethnicity, religion and language are asked. */
  detailsWorkingDays: 5,
} as const;

export type Thresholds = { readonly [name in keyof typeof defaultThresholds]: number };

/** What a partnership has agreed, as one numbered settings record holds it. A record is judged by the settings of its day. */
export interface Settings {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly agencies: readonly Agency[];
  /** Outward postcodes inside the area. */
  readonly postcodes: readonly string[];
  readonly maracMeetings?: { readonly every: string; readonly on: string; readonly from: string };
  /** Month-day spans of every year, for example `07-22/09-02`. */
  readonly schoolHolidays: readonly string[];
  readonly thresholds: Thresholds;
  /** The partnership's own procedures, to which every alert leads. Absent where it wrote none. */
  readonly pathways?: readonly Pathway[];
}

/** How a partnership and its agencies are called, by code and by name. */
export const namesOf = ({ code, name, agencies }: Settings): readonly string[] => [
  code,
  name,
  ...agencies.flatMap((agency) => [agency.code, agency.name]),
];

/** The kind of agency that gives each service of the catalogue, where the two words differ. */
const kindOfService: Readonly<Record<string, string>> = {
  'general-practice': 'gp',
  refuge: 'specialist-da',
  'early-help': 'childrens-social-care',
  mappa: 'probation',
};

export const kindGiving = (service: string): string => kindOfService[service] ?? service;

export const agencyKind = (settings: Settings, code: string): string | undefined =>
  settings.agencies.find((agency) => agency.code === code)?.kind;

/** The partnership's agency that gives a service; a partnership may lack it. */
export const agencyFor = (settings: Settings, service: string): string | undefined => {
  const kind = kindGiving(service);
  return settings.agencies.find((agency) => agency.kind === kind)?.code;
};

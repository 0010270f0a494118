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
}

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

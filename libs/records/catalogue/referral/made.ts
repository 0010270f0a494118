import { CommonData } from '../../common-data';
import { AgencyCode, Count, Identifier, OneOf, Optional, Part, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { type Service, SERVICES } from '../../service';

export const CONCERNS = ['child-protection', 'child-in-need', 'adult-at-risk', 'support', 'other'] as const;
/** Lawful bases of UK GDPR, article 6. */
export const SHARING_BASES = ['consent', 'public-task', 'vital-interests', 'legal-obligation', 'legitimate-interests'] as const;
export const MARAC_HISTORIES = ['never', 'referred', 'listed', 'heard', 'not-known'] as const;

/** Whether a MARAC, here or elsewhere, has this person in its records, as far as the referrer knows. */
export class MaracHistory {
  /** How far it got, the furthest of them. not-known: nobody has looked, or nobody can tell. */
  @OneOf(MARAC_HISTORIES)
  status: (typeof MARAC_HISTORIES)[number];

  /** The area of the MARAC. */
  @Text('protected')
  @Optional()
  where?: string;

  /** How many times a MARAC heard the person's case. */
  @Count()
  @Optional()
  times?: number;
}

/**
 * One agency asks another for a service. Consent is one lawful basis of several, and its absence never stops what safety needs
 * (Domestic Abuse Act 2021 statutory guidance; Data Protection Act 2018, schedule 1).
 */
export class ReferralMade extends CommonData {
  /** The id of the referral, the referrer's own. Whoever decides the referral uses it again. */
  @Identifier()
  referralId: string;

  /** The service that is asked for. */
  @OneOf(SERVICES)
  service: Service;

  /** The agency that is asked. Absent: the partnership's agency of the kind that gives this service. */
  @AgencyCode()
  @Optional()
  to?: string;

  /** Why the service is asked for. */
  @Text('protected')
  reason: string;

  /**
   * What the referrer is worried about. child-in-need: Children Act 1989, section 17. child-protection: section 47. adult-at-risk: Care
   * Act 2014, section 42. support: help without such a concern.
   */
  @OneOf(CONCERNS)
  @Optional()
  concern?: (typeof CONCERNS)[number];

  /** The number of the incident that led to the referral, as police recorded it. */
  @Identifier()
  @Optional()
  incidentNumber?: string;

  /** The number of the child notification that led to the referral, as police submitted it. */
  @Identifier()
  @Optional()
  notificationNumber?: string;

  /** Whether the person agreed to the referral. */
  @YesNo()
  @Optional()
  personAgreed?: boolean;

  /** What the referrer knows of earlier MARACs. */
  @Part(() => MaracHistory)
  @Optional()
  maracHistory?: MaracHistory;

  /** The lawful basis on which the referrer shares what the referral tells (UK GDPR, article 6). */
  @OneOf(SHARING_BASES)
  sharingBasis: (typeof SHARING_BASES)[number];
}

export const referralMade = defineRecord({
  type: 'throughline.referral.made.v1',
  data: ReferralMade,
  example: {
    people: [{ ref: 'police:N-1042', role: 'victim' }],
    referralId: 'police-ref-88',
    service: 'idva',
    to: 'idva',
    reason: 'Strangled; wants to leave',
    concern: 'support',
    incidentNumber: 'police-2024/1187',
    personAgreed: true,
    maracHistory: { status: 'heard', where: 'Riverside', times: 2 },
    sharingBasis: 'public-task',
  },
  summary: (r) => `Referred to ${inWords(r.data.service)}${r.data.concern === undefined ? '' : ` (${inWords(r.data.concern)})`}`,
});

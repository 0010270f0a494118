// The records that agencies publish to Throughline, one interface for each type of the catalogue.
// Made from the hub's own definitions. What a type cannot say (lengths, forms, check digits) is in the comments.

/** A person reference, `{agency code}:{local id}`. */
export type Ref = `${string}:${string}`;

/** A record of one type: a CloudEvent 1.0. */
export interface ThroughlineRecord<Type extends string, Data> {
  specversion: '1.0';
  /** Unique within the source. */
  id: string;
  /** `/agencies/{agency code}` or `/agencies/{agency code}/{system}` */
  source: string;
  type: Type;
  /** The person whom the record is about: one of `data.people`. */
  subject: Ref;
  /** When it happened, RFC 3339. */
  time: string;
  datacontenttype?: string | null;
  /** Needed where you belong to several partnerships. */
  partnership?: string | null;
  /** Only for who may import; the hub sets it for everybody else. */
  recordedtime?: string | null;
  data: Data;
  /** Other CloudEvents attributes and extensions. */
  [extension: string]: unknown;
}

/** One person of a record, by the publishing agency's own reference, and what they are in it. */
export interface Person {
  /** A person reference, {agency code}:{local id}. */
  ref: Ref;
  /** One of a closed set. */
  role: 'victim' | 'person-posing-risk' | 'child' | 'parent-or-carer' | 'other';
  /** Person details. */
  details?: PersonDetails;
}

/** What the publishing agency holds about a person now. Sealed as one value under that person's key. */
export interface PersonDetails {
  /** Text. At most 2,000 characters. */
  given?: string;
  /** Text. At most 2,000 characters. */
  family?: string;
  /** Former, birth, married and other names, each as one text. A list. Each: Text. At most 2,000 characters. */
  otherNames?: Array<string>;
  /** YYYY-MM-DD, or YYYY-MM or YYYY where only that is known. */
  dateOfBirth?: string;
  /** One of a closed set. */
  sex?: 'female' | 'male' | 'other' | 'not-known';
  /** Self-defined, 18+1 code. One of a closed set. */
  ethnicity?: 'W1' | 'W2' | 'W3' | 'W9' | 'M1' | 'M2' | 'M3' | 'M9' | 'A1' | 'A2' | 'A3' | 'A4' | 'A9' | 'B1' | 'B2' | 'B9' | 'O1' | 'O2' | 'O9' | 'NS';
  /** Text. At most 2,000 characters. */
  religion?: string;
  /** A language code (BCP 47, for example `pl`), or its name where an agency holds no code. Text. At most 2,000 characters. */
  firstLanguage?: string;
  /** true or false. */
  interpreterRequired?: boolean;
  /** Ten digits, without spaces; the last is checked (modulus 11). */
  nhsNumber?: string;
  /** YYYY/NNNNNNNL; the letter is checked. */
  pncId?: string;
  /** Address. */
  address?: Address;
  /** Text. At most 2,000 characters. */
  phone?: string;
  /** An unborn child: the day on which it is expected. A calendar date, YYYY-MM-DD. */
  expectedOn?: string;
}

/** Where somebody lives, lived or is to live. It is always sealed as one value; dates and marks may stay open. */
export interface Address {
  /** A list. Each: Text. At most 2,000 characters. */
  lines?: Array<string>;
  /** Any country's. Text. At most 12 characters. */
  postcode?: string;
  /** Unique Property Reference Number: the same for every spelling of one home. 1 to 12 digits, as text. */
  uprn?: string;
  /** A refuge or another address that must never reach the person posing risk. true or false. */
  sensitive?: boolean;
  /** A hostel or another building whose residents are no household. true or false. */
  shared?: boolean;
  /** A calendar date, YYYY-MM-DD. */
  from?: string;
  /** A calendar date, YYYY-MM-DD. */
  to?: string;
}

/** How one person stands to another, `from` being the parent in `parent-of`. */
export interface Relationship {
  /** A person reference, {agency code}:{local id}. */
  from: Ref;
  /** A person reference, {agency code}:{local id}. */
  to: Ref;
  /** One of a closed set. */
  kind: 'partner-of' | 'ex-partner-of' | 'parent-of' | 'sibling-of' | 'relative-of' | 'lives-with';
  /** A calendar date, YYYY-MM-DD. Or null. */
  since?: string | null;
  /** A calendar date, YYYY-MM-DD. Or null. */
  until?: string | null;
  /** true or false. */
  inContact?: boolean;
}

/** A domestic violence or domestic abuse protection notice, which police can give without the victim's consent. */
export interface ProtectionNotice {
  /** true or false. */
  considered: boolean;
  /** true or false. */
  applied?: boolean;
  /** Text. At most 2,000 characters. */
  justification?: string;
}

/** An earlier incident, as the notification tells it. */
export interface PreviousIncident {
  /** A calendar date, YYYY-MM-DD. */
  date: string;
  /** Text. At most 2,000 characters. */
  summary: string;
  /** Text. At most 2,000 characters. */
  whoWasInvolved: string;
  /** Text. At most 2,000 characters. */
  outcome: string;
}

/** Whether a MARAC, here or elsewhere, has this person in its records, as far as the referrer knows. */
export interface MaracHistory {
  /** One of a closed set. */
  status: 'never' | 'referred' | 'listed' | 'heard' | 'not-known';
  /** The area. Text. At most 2,000 characters. */
  where?: string;
  /** A whole number from 0 to 1,000,000. */
  times?: number;
}

/** The worker who holds a case or an involvement. */
export interface Worker {
  /** Text. At most 2,000 characters. */
  name: string;
  /** Trained in the DASH risk checklist (SafeLives). true or false. */
  dashTrained?: boolean;
}

/** One action of a plan. Who does it and by when may be missing; a safeguard says so. */
export interface PlanAction {
  /** 1 to 200 characters, no control characters. */
  id: string;
  /** Text. At most 2,000 characters. */
  what: string;
  /** An agency's code, or a name. Text. At most 2,000 characters. */
  who?: string;
  /** A calendar date, YYYY-MM-DD. */
  by?: string;
  /** A calendar date, YYYY-MM-DD. */
  reviewOn?: string;
  /** Responsibility stays with the one who does harm: a plan that asks nothing of them is noticed. One of a closed set. */
  aimedAt?: 'victim' | 'person-posing-risk' | 'child' | 'agency';
}

/** One child of an assessment, and their own words or what they showed. */
export interface AssessedChild {
  /** A person reference, {agency code}:{local id}. */
  ref: Ref;
  /** true or false. */
  seen: boolean;
  /** true or false. */
  seenAlone?: boolean;
  /** Text. At most 2,000 characters. */
  views?: string;
}

/** A school, a nursery or a college. */
export interface EducationSetting {
  /** Text. At most 2,000 characters. */
  name: string;
  /** The school's unique reference number in Get Information about Schools: names repeat, it does not. 1 to 12 digits, as text. */
  urn?: string;
}

/** The record that a correction or a retraction is about. */
export interface RecordNamed {
  /** A person reference, {agency code}:{local id}. */
  source: string;
  /** 1 to 1,000 characters, no control characters. */
  id: string;
}

/** An incident that police were called to, or that was reported to them. It counts as domestic abuse unless police say that it was not. The questions follow what the reviews found missing: were children there, what happened before, was a specialist offered. */
export interface PoliceIncidentRecorded {
  /** 1 to 200 characters, no control characters. */
  incidentNumber: string;
  /** A list. Each: One of a closed set. */
  nature: Array<'physical' | 'sexual' | 'coercive-control' | 'threats' | 'stalking-or-harassment' | 'economic' | 'emotional' | 'honour-based' | 'fgm' | 'forced-marriage' | 'breach-of-order' | 'other'>;
  /** Seen or hearing it, or living there (Domestic Abuse Act 2021, section 3: children are victims in their own right). true or false. */
  childrenPresent?: boolean;
  /** How many the police hold before this one. A whole number from 0 to 1,000,000. */
  previousIncidents?: number;
  /** Text. At most 2,000 characters. */
  location?: string;
  /** Whether the victim was offered a specialist service, and what they said. One of a closed set. */
  specialistOffer?: 'accepted' | 'declined' | 'not-made';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody told an agency of abuse, or a worker recognised it. Any agency publishes it, in place of waiting for an incident that police record. */
export interface AbuseDisclosed {
  /** The day of what was told, where one day can be named. A calendar date, YYYY-MM-DD. */
  incidentOn?: string;
  /** A list. Each: One of a closed set. */
  nature?: Array<'physical' | 'sexual' | 'coercive-control' | 'threats' | 'stalking-or-harassment' | 'economic' | 'emotional' | 'honour-based' | 'fgm' | 'forced-marriage' | 'breach-of-order' | 'other'>;
  /** true or false. */
  childrenPresent?: boolean;
  /** One of a closed set. */
  policeReport?: 'reported' | 'not-wanted' | 'unsafe' | 'overridden';
  /** Why police were told against the adult's wish, or were not told. Text. At most 2,000 characters. */
  justification?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The MASH decided what becomes of a child notification, having asked the agencies that it names. */
export interface NotificationDecided {
  /** 1 to 200 characters, no control characters. */
  notificationNumber: string;
  /** One of a closed set. */
  outcome: 'referral' | 'strategy-discussion' | 'early-help' | 'no-further-action';
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** The agencies whose records were looked at. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  checked: Array<string>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** How an investigation of an incident ended, or that it goes on, and whether a protection notice was considered where nobody is charged. */
export interface InvestigationOutcomeRecorded {
  /** 1 to 200 characters, no control characters. */
  incidentNumber: string;
  /** One of a closed set. */
  outcome: 'no-further-action' | 'charged' | 'cautioned' | 'community-resolution' | 'ongoing';
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** Protection notice. */
  protectionNotice?: ProtectionNotice;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police told the MASH of a child whom they came upon (a Merlin in London, a PPN elsewhere), with what happened before as far as they looked. */
export interface ChildNotificationSubmitted {
  /** 1 to 200 characters, no control characters. */
  notificationNumber: string;
  /** 1 to 200 characters, no control characters. */
  incidentNumber?: string;
  /** A list. Each: Previous incident. */
  previousIncidents?: Array<PreviousIncident>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police put a flag on a person or an address. */
export interface FlagPlaced {
  /** One of a closed set. */
  flag: 'address-marker' | 'gold-flag' | 'marac' | 'weapons' | 'other';
  /** Address. */
  address?: Address;
  /** A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police took a flag away. */
export interface FlagRemoved {
  /** One of a closed set. */
  flag: 'address-marker' | 'gold-flag' | 'marac' | 'weapons' | 'other';
  /** Address. */
  address?: Address;
  /** A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody died. Of a person with a history of domestic abuse any death but a natural one is looked at as such from the first hour, and may lead to a domestic abuse related death review (Domestic Violence, Crime and Victims Act 2004, section 9). */
export interface DeathRecorded {
  /** A calendar date, YYYY-MM-DD. */
  diedOn: string;
  /** One of a closed set. */
  manner: 'suspected-suicide' | 'suspected-homicide' | 'unexplained' | 'natural';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A risk assessment of a victim (DASH, SafeLives; DARA, College of Policing). Its level is the assessor's; ticks alone never set it, and professional judgement or escalation may raise it. */
export interface RiskAssessmentCompleted {
  /** One of a closed set. */
  tool: 'dash-ric' | 's-dash' | 'dara' | 'young-person-dash' | 'other';
  /** Text. At most 2,000 characters. */
  toolName?: string;
  /** One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** A whole number from 0 to 1,000,000. */
  ticks?: number;
  /** A whole number from 0 to 1,000,000. */
  outOf?: number;
  /** A list. Each: One of a closed set. */
  indicators?: Array<'strangulation' | 'stalking' | 'pregnancy' | 'suicidal' | 'weapons' | 'escalation' | 'separation' | 'child-contact' | 'isolation' | 'sexual' | 'honour-based' | 'substance-misuse' | 'animals' | 'other'>;
  /** On what the level rests (the three grounds of a MARAC referral, SafeLives). A list. Each: One of a closed set. */
  basis?: Array<'visible-risk' | 'professional-judgement' | 'escalation'>;
  /** Leaving raises the danger; an assessment says whether it weighed that. true or false. */
  separationConsidered?: boolean;
  /** true or false. */
  assessorDashTrained?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The person who poses the risk was assessed, and by whom together: responsibility stays with the one who does harm. */
export interface PersonPosingRiskAssessed {
  /** One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  contributors: Array<string>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency asks another for a service. Consent is one lawful basis of several, and its absence never stops what safety needs (Domestic Abuse Act 2021 statutory guidance; Data Protection Act 2018, schedule 1). */
export interface ReferralMade {
  /** The referrer's own; whoever decides the referral uses it again. 1 to 200 characters, no control characters. */
  referralId: string;
  /** One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** Absent: the partnership's agency of the kind that gives this service. A code: lower-case letters, digits and hyphens, a letter first. */
  to?: string;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** One of a closed set. */
  concern?: 'child-protection' | 'child-in-need' | 'adult-at-risk' | 'support' | 'other';
  /** 1 to 200 characters, no control characters. */
  incidentNumber?: string;
  /** 1 to 200 characters, no control characters. */
  notificationNumber?: string;
  /** true or false. */
  personAgreed?: boolean;
  /** Marac history. */
  maracHistory?: MaracHistory;
  /** One of a closed set. */
  sharingBasis: 'consent' | 'public-task' | 'vital-interests' | 'legal-obligation' | 'legitimate-interests';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The receiving agency decided a referral, why, what it offers instead, and whom it saw before deciding. */
export interface ReferralDecided {
  /** 1 to 200 characters, no control characters. */
  referralId: string;
  /** One of a closed set. */
  outcome: 'accepted' | 'declined' | 'no-further-action' | 'signposted' | 'referred-on';
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** Text. At most 2,000 characters. */
  supportOffered?: string;
  /** true or false. */
  childSeenInPerson?: boolean;
  /** true or false. */
  parentSeenInPerson?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The receiving agency told the referrer what became of a referral. */
export interface ReferralFeedbackGiven {
  /** 1 to 200 characters, no control characters. */
  referralId: string;
  /** Text. At most 2,000 characters. */
  summary: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The referrer challenges a decision through its partnership's escalation procedure (Working Together: professional disagreement). */
export interface ReferralEscalated {
  /** 1 to 200 characters, no control characters. */
  referralId: string;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An attempt to reach somebody, and what came of it. "Did not attend" is a fact about an appointment, not about a person: the record asks what stood in the way, and whether the risk remains. */
export interface ContactRecorded {
  /** One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** One of a closed set. */
  outcome: 'engaged' | 'no-answer' | 'did-not-attend' | 'declined' | 'cancelled';
  /** A cancellation by the service is no missed appointment. One of a closed set. */
  cancelledBy?: 'service' | 'person';
  /** true or false. */
  riskRemains?: boolean;
  /** What stands in the way: safety, work, children, language, trust. Text. At most 2,000 characters. */
  barriers?: string;
  /** One of a closed set. */
  interpreter?: 'professional' | 'family' | 'none';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A service began to work with somebody. */
export interface InvolvementStarted {
  /** One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** Worker. */
  worker?: Worker;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A service's work with somebody came to its end. */
export interface InvolvementEnded {
  /** One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** Worker. */
  worker?: Worker;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency opened a case. */
export interface CaseOpened {
  /** 1 to 200 characters, no control characters. */
  caseId: string;
  /** One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** Worker. */
  worker?: Worker;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency means to close a case and asks those around the family for their view first. */
export interface CaseClosureProposed {
  /** 1 to 200 characters, no control characters. */
  caseId: string;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** The agencies that were asked for their view. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  consulted: Array<string>;
  /** true or false. */
  protectionOrdersChecked?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency closed a case. Not engaging is not assumed to be an informed decision. */
export interface CaseClosed {
  /** 1 to 200 characters, no control characters. */
  caseId: string;
  /** One of a closed set. */
  reason: 'completed' | 'not-engaging' | 'declined-support' | 'moved-away' | 'no-further-action' | 'deceased' | 'other';
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** The agencies that were asked for their view. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  consulted: Array<string>;
  /** true or false. */
  protectionOrdersChecked?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A strategy discussion was asked for: reasonable cause to suspect that a child suffers significant harm (Children Act 1989, section 47). */
export interface StrategyDiscussionRequested {
  /** A calendar date, YYYY-MM-DD. */
  requestedOn: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Children's or adult social care began an assessment (Working Together: 45 working days, 15 under section 47). */
export interface AssessmentStarted {
  /** 1 to 200 characters, no control characters. */
  assessmentId: string;
  /** One of a closed set. */
  kind: 'single' | 'section-47' | 'pre-birth' | 'adult' | 'early-help';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A strategy discussion was held: who was invited, who came, what was planned and decided (Working Together: social care, police, health at least). */
export interface StrategyDiscussionHeld {
  /** A calendar date, YYYY-MM-DD. */
  requestedOn: string;
  /** A calendar date, YYYY-MM-DD. */
  heldOn: string;
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  invited: Array<string>;
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** A list. Each: Plan action. */
  plan: Array<PlanAction>;
  /** One of a closed set. */
  outcome: 'section-47' | 'single-assessment' | 'no-further-action';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An assessment was completed: who contributed, whether each child was seen, seen alone and heard, and what it found of abuse. */
export interface AssessmentCompleted {
  /** 1 to 200 characters, no control characters. */
  assessmentId: string;
  /** One of a closed set. */
  kind: 'single' | 'section-47' | 'pre-birth' | 'adult' | 'early-help';
  /** A calendar date, YYYY-MM-DD. */
  startedOn: string;
  /** The agencies that contributed. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  contributions: Array<string>;
  /** A list. Each: Assessed child. */
  children: Array<AssessedChild>;
  /** Text. At most 2,000 characters. */
  outcome: string;
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** One of a closed set. */
  interpreter?: 'professional' | 'family' | 'none';
  /** One of a closed set. */
  domesticAbuseStatus?: 'none' | 'historic' | 'ongoing' | 'ongoing-post-separation';
  /** A list. Each: Text. At most 2,000 characters. */
  riskFactors?: Array<string>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child was removed from a parent's care. What is offered to that parent is part of the record: the loss is a time of danger for them. */
export interface ChildRemoved {
  /** Text. At most 2,000 characters. */
  legalBasis: string;
  /** true or false. */
  supportForParentOffered?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An adult's capacity for one decision was assessed (Mental Capacity Act 2005), and whether coercion or dependence was weighed: a decision made in fear is not free. */
export interface CapacityAssessed {
  /** Text. At most 2,000 characters. */
  decision: string;
  /** One of a closed set. */
  outcome: 'has-capacity' | 'lacks-capacity' | 'fluctuating';
  /** true or false. */
  coercionConsidered?: boolean;
  /** true or false. */
  dependenceConsidered?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child's plan began. */
export interface SocialCarePlanStarted {
  /** One of a closed set. */
  plan: 'child-in-need' | 'child-protection' | 'looked-after';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child's plan ended. */
export interface SocialCarePlanEnded {
  /** One of a closed set. */
  plan: 'child-in-need' | 'child-protection' | 'looked-after';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child is enrolled at a school or another setting, so that the right one can be told the next morning (Operation Encompass). */
export interface EnrolmentRecorded {
  /** Text. At most 2,000 characters. */
  setting: string;
  /** One of a closed set. */
  kind: 'early-years' | 'primary' | 'secondary' | 'college' | 'other';
  /** A calendar date, YYYY-MM-DD. */
  from: string;
  /** A calendar date, YYYY-MM-DD. */
  to?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child is enrolled at a school or another setting, which is known by its name and its unique reference number: two primary schools of one name are told apart before the wrong one is told (Operation Encompass). */
export interface EnrolmentRecordedV2 {
  /** Education setting. */
  setting: EducationSetting;
  /** One of a closed set. */
  kind: 'early-years' | 'primary' | 'secondary' | 'college' | 'other';
  /** A calendar date, YYYY-MM-DD. */
  from: string;
  /** A calendar date, YYYY-MM-DD. */
  to?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency returned what it knows of a case before a MARAC meeting (SafeLives, ten principles: research and information sharing). */
export interface ResearchReturned {
  /** A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** true or false. */
  known: boolean;
  /** Text. At most 2,000 characters. */
  summary?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A case is listed for a MARAC meeting. */
export interface MaracCaseListed {
  /** A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** A code: lower-case letters, digits and hyphens, a letter first. */
  listedBy: string;
  /** Within twelve months of a hearing (SafeLives). true or false. */
  repeat?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A MARAC meeting heard a case: who attended, the level of risk, the actions. */
export interface MaracCaseHeard {
  /** A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The minutes of a MARAC meeting reached those who have to act on them. */
export interface MaracMinutesPublished {
  /** A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An action of a MARAC meeting is done. */
export interface MaracActionCompleted {
  /** 1 to 200 characters, no control characters. */
  actionId: string;
  /** Text. At most 2,000 characters. */
  outcome?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An action of a safety plan, a strategy discussion or a meeting is done. */
export interface PlanActionCompleted {
  /** 1 to 200 characters, no control characters. */
  actionId: string;
  /** Text. At most 2,000 characters. */
  outcome?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The MARAC passes a case on to where the person now lives, to a partnership on the hub or to an area without it (SafeLives: MARAC to MARAC transfer). */
export interface MaracTransferRequested {
  /** A code: lower-case letters, digits and hyphens, a letter first. */
  toPartnership?: string;
  /** An area without the hub. Text. At most 2,000 characters. */
  toArea?: string;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** How many times it was heard here. A whole number from 0 to 1,000,000. */
  timesHeard: number;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A case came from another partnership's MARAC. The hub itself publishes it, from the request. */
export interface MaracTransferReceived {
  /** A code: lower-case letters, digits and hyphens, a letter first. */
  fromPartnership: string;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** A whole number from 0 to 1,000,000. */
  timesHeard: number;
  /** Text. At most 2,000 characters. */
  minutes?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody applied as homeless. Made homeless by domestic abuse they have priority need by law (Domestic Abuse Act 2021, section 78). */
export interface HomelessnessApplicationMade {
  /** One of a closed set. */
  reason: 'domestic-abuse' | 'other';
  /** true or false. */
  priorityNeed?: boolean;
  /** true or false. */
  safeAccommodationOffered?: boolean;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The council decided a homelessness application. */
export interface HomelessnessDecided {
  /** true or false. */
  priorityNeed: boolean;
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A property was allocated, and how far it suits the Sanctuary scheme's security measures. */
export interface PropertyAllocated {
  /** One of a closed set. */
  reason: 'domestic-abuse' | 'other';
  /** Address. */
  address: Address;
  /** One of a closed set. */
  sanctuarySuitability?: 'full' | 'partial' | 'none';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A tenancy began. The landlord publishes it on the day on which the tenant may move in, so that the Sanctuary scheme can be there first. */
export interface TenancyStarted {
  /** 1 to 200 characters, no control characters. */
  tenancyId: string;
  /** One of a closed set. */
  reason: 'rehoused-domestic-abuse' | 'other';
  /** Address. */
  address: Address;
  /** A calendar date, YYYY-MM-DD. */
  startedOn: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The Sanctuary scheme assessed a home and says what it fits: locks, a safe room, alarms. */
export interface SanctuaryAssessed {
  /** 1 to 200 characters, no control characters. */
  tenancyId: string;
  /** A list. Each: Text. At most 2,000 characters. */
  measures: Array<string>;
  /** A calendar date, YYYY-MM-DD. */
  installedOn?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody was placed in a refuge or other safe accommodation (Domestic Abuse Act 2021, part 4). Its address is always sensitive, whatever it says. */
export interface SafeAccommodationPlaced {
  /** Address. */
  address: Address;
  /** A calendar date, YYYY-MM-DD. */
  from: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A patient told a health worker of abuse, or the worker recognised it (NICE guideline PH50). */
export interface HealthDisclosureRecorded {
  /** One of a closed set. */
  setting: 'gp' | 'emergency-department' | 'maternity' | 'mental-health' | 'health-visiting' | 'school-nursing' | 'ambulance' | 'other';
  /** A calendar date, YYYY-MM-DD. */
  incidentOn?: string;
  /** true or false. */
  childrenPresent?: boolean;
  /** One of a closed set. */
  policeReport?: 'reported' | 'not-wanted' | 'unsafe' | 'overridden';
  /** Text. At most 2,000 characters. */
  justification?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A patient attended, with what a health worker saw and whether they asked in private (routine enquiry). */
export interface AttendanceRecorded {
  /** One of a closed set. */
  setting: 'gp' | 'emergency-department' | 'maternity' | 'mental-health' | 'health-visiting' | 'school-nursing' | 'ambulance' | 'other';
  /** true or false. */
  injuries?: boolean;
  /** true or false. */
  selfHarm?: boolean;
  /** One of a closed set. */
  routineEnquiry?: 'asked' | 'not-asked' | 'unsafe-to-ask';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A notice or order that protects somebody was applied for, granted, refused or discharged: whom it protects, against whom, until when. */
export interface ProtectionOrderRecorded {
  /** 1 to 200 characters, no control characters. */
  orderId: string;
  /** One of a closed set. */
  order: 'dvpn' | 'dvpo' | 'dapn' | 'dapo' | 'non-molestation' | 'occupation' | 'restraining' | 'other';
  /** One of a closed set. */
  status: 'applied' | 'granted' | 'refused' | 'discharged';
  /** A list. Each: A person reference, {agency code}:{local id}. */
  protects: Array<Ref>;
  /** A person reference, {agency code}:{local id}. */
  against: Ref;
  /** A calendar date, YYYY-MM-DD. */
  startsOn?: string;
  /** A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** Text. At most 2,000 characters. */
  conditions?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The person whom an order binds broke it. */
export interface OrderBreached {
  /** 1 to 200 characters, no control characters. */
  orderId?: string;
  /** One of a closed set. */
  order: 'dvpn' | 'dvpo' | 'dapn' | 'dapo' | 'non-molestation' | 'occupation' | 'restraining' | 'other';
  /** A calendar date, YYYY-MM-DD. */
  breachedOn: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A criminal case ended, with its outcome in the court's words. */
export interface CourtCaseConcluded {
  /** Text. At most 2,000 characters. */
  outcome: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** How somebody who poses a risk stands with a behaviour change programme. */
export interface PerpetratorProgrammeUpdated {
  /** Text. At most 2,000 characters. */
  programme: string;
  /** One of a closed set. */
  status: 'started' | 'attended' | 'missed' | 'completed' | 'withdrawn';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody who poses a risk is to be released or was, on what basis and under which conditions. A planned or an actual day is needed. */
export interface ReleaseRecorded {
  /** One of a closed set. */
  basis: 'sentence-end' | 'licence' | 'bail' | 'under-investigation';
  /** A calendar date, YYYY-MM-DD. */
  plannedOn?: string;
  /** A calendar date, YYYY-MM-DD. */
  releasedOn?: string;
  /** A list. Each: Text. At most 2,000 characters. */
  licenceConditions?: Array<string>;
  /** Multi-agency public protection arrangements, level 1 to 3. A whole number from 1 to 3. */
  mappaLevel?: number;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** A safety plan was agreed with the person: who does what by when, and when it is looked at again. */
export interface SafetyPlanAgreed {
  /** 1 to 200 characters, no control characters. */
  planId: string;
  /** A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** A calendar date, YYYY-MM-DD. */
  reviewOn?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency leads for the person from here on, chosen by them or by the professionals. */
export interface LeadAgencyNominated {
  /** A code: lower-case letters, digits and hyphens, a letter first. */
  agency: string;
  /** One of a closed set. */
  chosenBy: 'the-person' | 'professionals';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** What a child or an adult says or shows of their own life, and how it was come by. It belongs to them. */
export interface VoiceRecorded {
  /** A person reference, {agency code}:{local id}. */
  of: Ref;
  /** One of a closed set. */
  how: 'spoken' | 'play' | 'observation' | 'through-carer' | 'interpreter';
  /** Text. At most 2,000 characters. */
  views: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency asks another what it knows. */
export interface AgencyCheckRequested {
  /** 1 to 200 characters, no control characters. */
  checkId: string;
  /** The agency that is asked. A code: lower-case letters, digits and hyphens, a letter first. */
  of: string;
  /** Text. At most 2,000 characters. */
  why: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** The asked agency answers a check; "not known" is an answer. */
export interface AgencyCheckAnswered {
  /** 1 to 200 characters, no control characters. */
  checkId: string;
  /** true or false. */
  known: boolean;
  /** Text. At most 2,000 characters. */
  summary?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency gives its view, for example on a closure that was proposed. */
export interface ViewGiven {
  /** 1 to 200 characters, no control characters. */
  caseId?: string;
  /** Text. At most 2,000 characters. */
  view: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Agencies looked at the risk again, what they concluded, and what is offered next and how. */
export interface RiskReviewed {
  /** Text. At most 2,000 characters. */
  conclusion: string;
  /** Text. At most 2,000 characters. */
  offer?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Professionals met about a family: who was invited, who came, what each is to do. */
export interface MeetingHeld {
  /** One of a closed set. */
  kind: 'professionals' | 'child-in-need' | 'child-protection-conference' | 'mappa' | 'other';
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  invited: Array<string>;
  /** A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** What an agency now holds about a person: a name, an address, a language. The common parts carry it all. */
export interface DetailsRecorded {
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency corrects a record of its own: what it published stays visible, and what holds from now on stands beside it. */
export interface RecordCorrected {
  /** Record named. */
  corrects: RecordNamed;
  /** Text. At most 2,000 characters. */
  reason: string;
  /** The corrected data, whole, as the corrected record's type asks for it. An object. */
  replacement: Record<string, unknown>;
  /** The corrected time of what happened. A moment, RFC 3339 with its offset. */
  time?: string;
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency takes back a record of its own. It stays in the log; whoever was shown the record of a wrong person is told. */
export interface RecordRetracted {
  /** Record named. */
  retracts: RecordNamed;
  /** One of a closed set. */
  reason: 'wrong-person' | 'duplicate' | 'inaccurate' | 'unlawful' | 'other';
  /** At least one; the record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** This record concerns domestic abuse. true or false. */
  domesticAbuse?: boolean;
  /** Text. At most 20,000 characters. */
  narrative?: string;
}

/** Any record that an agency can publish; `type` tells which. */
export type AnyRecord =
  | ThroughlineRecord<'throughline.police.incident-recorded.v1', PoliceIncidentRecorded>
  | ThroughlineRecord<'throughline.abuse.disclosed.v1', AbuseDisclosed>
  | ThroughlineRecord<'throughline.mash.notification-decided.v1', NotificationDecided>
  | ThroughlineRecord<'throughline.police.investigation-outcome-recorded.v1', InvestigationOutcomeRecorded>
  | ThroughlineRecord<'throughline.police.child-notification-submitted.v1', ChildNotificationSubmitted>
  | ThroughlineRecord<'throughline.police.flag-placed.v1', FlagPlaced>
  | ThroughlineRecord<'throughline.police.flag-removed.v1', FlagRemoved>
  | ThroughlineRecord<'throughline.police.death-recorded.v1', DeathRecorded>
  | ThroughlineRecord<'throughline.risk.assessment-completed.v1', RiskAssessmentCompleted>
  | ThroughlineRecord<'throughline.risk.person-posing-risk-assessed.v1', PersonPosingRiskAssessed>
  | ThroughlineRecord<'throughline.referral.made.v1', ReferralMade>
  | ThroughlineRecord<'throughline.referral.decided.v1', ReferralDecided>
  | ThroughlineRecord<'throughline.referral.feedback-given.v1', ReferralFeedbackGiven>
  | ThroughlineRecord<'throughline.referral.escalated.v1', ReferralEscalated>
  | ThroughlineRecord<'throughline.engagement.contact-recorded.v1', ContactRecorded>
  | ThroughlineRecord<'throughline.involvement.started.v1', InvolvementStarted>
  | ThroughlineRecord<'throughline.involvement.ended.v1', InvolvementEnded>
  | ThroughlineRecord<'throughline.case.opened.v1', CaseOpened>
  | ThroughlineRecord<'throughline.case.closure-proposed.v1', CaseClosureProposed>
  | ThroughlineRecord<'throughline.case.closed.v1', CaseClosed>
  | ThroughlineRecord<'throughline.social-care.strategy-discussion-requested.v1', StrategyDiscussionRequested>
  | ThroughlineRecord<'throughline.social-care.assessment-started.v1', AssessmentStarted>
  | ThroughlineRecord<'throughline.social-care.strategy-discussion-held.v1', StrategyDiscussionHeld>
  | ThroughlineRecord<'throughline.social-care.assessment-completed.v1', AssessmentCompleted>
  | ThroughlineRecord<'throughline.social-care.child-removed.v1', ChildRemoved>
  | ThroughlineRecord<'throughline.adult-social-care.capacity-assessed.v1', CapacityAssessed>
  | ThroughlineRecord<'throughline.social-care.plan-started.v1', SocialCarePlanStarted>
  | ThroughlineRecord<'throughline.social-care.plan-ended.v1', SocialCarePlanEnded>
  | ThroughlineRecord<'throughline.education.enrolment-recorded.v1', EnrolmentRecorded>
  | ThroughlineRecord<'throughline.education.enrolment-recorded.v2', EnrolmentRecordedV2>
  | ThroughlineRecord<'throughline.marac.research-returned.v1', ResearchReturned>
  | ThroughlineRecord<'throughline.marac.case-listed.v1', MaracCaseListed>
  | ThroughlineRecord<'throughline.marac.case-heard.v1', MaracCaseHeard>
  | ThroughlineRecord<'throughline.marac.minutes-published.v1', MaracMinutesPublished>
  | ThroughlineRecord<'throughline.marac.action-completed.v1', MaracActionCompleted>
  | ThroughlineRecord<'throughline.plan.action-completed.v1', PlanActionCompleted>
  | ThroughlineRecord<'throughline.marac.transfer-requested.v1', MaracTransferRequested>
  | ThroughlineRecord<'throughline.housing.homelessness-application-made.v1', HomelessnessApplicationMade>
  | ThroughlineRecord<'throughline.housing.homelessness-decided.v1', HomelessnessDecided>
  | ThroughlineRecord<'throughline.housing.property-allocated.v1', PropertyAllocated>
  | ThroughlineRecord<'throughline.housing.tenancy-started.v1', TenancyStarted>
  | ThroughlineRecord<'throughline.housing.sanctuary-assessed.v1', SanctuaryAssessed>
  | ThroughlineRecord<'throughline.housing.safe-accommodation-placed.v1', SafeAccommodationPlaced>
  | ThroughlineRecord<'throughline.health.disclosure-recorded.v1', HealthDisclosureRecorded>
  | ThroughlineRecord<'throughline.health.attendance-recorded.v1', AttendanceRecorded>
  | ThroughlineRecord<'throughline.justice.protection-order-recorded.v1', ProtectionOrderRecorded>
  | ThroughlineRecord<'throughline.justice.order-breached.v1', OrderBreached>
  | ThroughlineRecord<'throughline.justice.case-concluded.v1', CourtCaseConcluded>
  | ThroughlineRecord<'throughline.justice.perpetrator-programme-updated.v1', PerpetratorProgrammeUpdated>
  | ThroughlineRecord<'throughline.justice.release-recorded.v1', ReleaseRecorded>
  | ThroughlineRecord<'throughline.safety-plan.agreed.v1', SafetyPlanAgreed>
  | ThroughlineRecord<'throughline.coordination.lead-agency-nominated.v1', LeadAgencyNominated>
  | ThroughlineRecord<'throughline.coordination.voice-recorded.v1', VoiceRecorded>
  | ThroughlineRecord<'throughline.coordination.agency-check-requested.v1', AgencyCheckRequested>
  | ThroughlineRecord<'throughline.coordination.agency-check-answered.v1', AgencyCheckAnswered>
  | ThroughlineRecord<'throughline.coordination.view-given.v1', ViewGiven>
  | ThroughlineRecord<'throughline.coordination.risk-reviewed.v1', RiskReviewed>
  | ThroughlineRecord<'throughline.coordination.meeting-held.v1', MeetingHeld>
  | ThroughlineRecord<'throughline.person.details-recorded.v1', DetailsRecorded>
  | ThroughlineRecord<'throughline.record.corrected.v1', RecordCorrected>
  | ThroughlineRecord<'throughline.record.retracted.v1', RecordRetracted>;

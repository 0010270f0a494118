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
  /** Your agency's own reference for the person. In coordination, marac and record types it may be any agency's. A person reference, {agency code}:{local id}. */
  ref: Ref;
  /** What the person is in this record. The same person may be victim in one record and other in the next. person-posing-risk: whose behaviour the record is about, found guilty of it or not. One of a closed set. */
  role: 'victim' | 'person-posing-risk' | 'child' | 'parent-or-carer' | 'other';
  /** What your agency holds about the person now. Of each field what it sent last holds: one that is left out stays as it was. Person details. */
  details?: PersonDetails;
}

/** What the publishing agency holds about a person now. Sealed as one value under that person's key. */
export interface PersonDetails {
  /** Given names, as your agency holds them, each followed by a space and the next. Text. At most 2,000 characters. */
  given?: string;
  /** Family name, as your agency holds it. Former and other names go in otherNames. Text. At most 2,000 characters. */
  family?: string;
  /** Former, birth, married and other names, each as one text. A list. Each: Text. At most 2,000 characters. */
  otherNames?: Array<string>;
  /** Date of birth, or as much of it as is known. An unborn child has none: see expectedOn. YYYY-MM-DD, or YYYY-MM or YYYY where only that is known. */
  dateOfBirth?: string;
  /** Sex as your agency records it. not-known: it was asked or looked for, and is not known. One of a closed set. */
  sex?: 'female' | 'male' | 'other' | 'not-known';
  /** Ethnicity as the person states it: a code of the 18+1 list that police use. W: white. M: mixed. A: Asian. B: Black. O: other. NS: not stated. One of a closed set. */
  ethnicity?: 'W1' | 'W2' | 'W3' | 'W9' | 'M1' | 'M2' | 'M3' | 'M9' | 'A1' | 'A2' | 'A3' | 'A4' | 'A9' | 'B1' | 'B2' | 'B9' | 'O1' | 'O2' | 'O9' | 'NS';
  /** Religion or belief as the person states it, in words. Text. At most 2,000 characters. */
  religion?: string;
  /** The language that the person speaks best: a code (BCP 47, for example pl), or its name where your agency holds no code. Text. At most 2,000 characters. */
  firstLanguage?: string;
  /** Whether the person needs an interpreter to be heard. Send false only where somebody asked. true or false. */
  interpreterRequired?: boolean;
  /** NHS number (NHS Data Dictionary). Ten digits, without spaces; the last is checked (modulus 11). */
  nhsNumber?: string;
  /** The person's identifier on the Police National Computer. YYYY/NNNNNNNL; the letter is checked. */
  pncId?: string;
  /** Where your agency believes that the person lives now, or lived at the times that the address says. Address. */
  address?: Address;
  /** A telephone number of the person, best with its country code: +447700900123. Text. At most 2,000 characters. */
  phone?: string;
  /** Of an unborn child: the day on which it is expected. A calendar date, YYYY-MM-DD. */
  expectedOn?: string;
}

/** Where somebody lives, lived or is to live. It is always sealed as one value; dates and marks may stay open. */
export interface Address {
  /** The address in lines, as on an envelope, without the postcode. A list. Each: Text. At most 2,000 characters. */
  lines?: Array<string>;
  /** The postcode, of any country. Text. At most 12 characters. */
  postcode?: string;
  /** Unique Property Reference Number: the same for every spelling of one home. 1 to 12 digits, as text. */
  uprn?: string;
  /** Whether this is a refuge or another address that must never reach the person posing risk. true or false. */
  sensitive?: boolean;
  /** Whether this is a hostel or another building whose residents are no household. true or false. */
  shared?: boolean;
  /** The day from which the person lives or lived there, or is to live there. A calendar date, YYYY-MM-DD. */
  from?: string;
  /** The day on which they left. Absent: they live there now, as far as your agency knows. A calendar date, YYYY-MM-DD. */
  to?: string;
}

/** How one person stands to another, `from` being the parent in `parent-of`. */
export interface Relationship {
  /** The one whom the relationship starts from: the parent in parent-of, and either of the two in every other kind. A person reference, {agency code}:{local id}. */
  from: Ref;
  /** The other one: the child in parent-of. A person reference, {agency code}:{local id}. */
  to: Ref;
  /** How from stands to to. lives-with: they share a home, whatever else they are to each other. One of a closed set. */
  kind: 'partner-of' | 'ex-partner-of' | 'parent-of' | 'sibling-of' | 'relative-of' | 'lives-with';
  /** The day on which it began, where that is known. A calendar date, YYYY-MM-DD. Or null. */
  since?: string | null;
  /** The day on which it ended. Null or absent: it goes on, as far as your agency knows. A calendar date, YYYY-MM-DD. Or null. */
  until?: string | null;
  /** Whether the two are in contact now, for example a parent who lives elsewhere and the child. true or false. */
  inContact?: boolean;
}

/** A domestic violence or domestic abuse protection notice, which police can give without the victim's consent. */
export interface ProtectionNotice {
  /** Whether police considered a notice. true or false. */
  considered: boolean;
  /** Whether police gave or applied for one. true or false. */
  applied?: boolean;
  /** Why not, where they considered one and left it. Text. At most 2,000 characters. */
  justification?: string;
}

/** An earlier incident, as the notification tells it. */
export interface PreviousIncident {
  /** The day on which it happened. A calendar date, YYYY-MM-DD. */
  date: string;
  /** What happened. Text. At most 2,000 characters. */
  summary: string;
  /** Who was there, and what they were in it. Text. At most 2,000 characters. */
  whoWasInvolved: string;
  /** What police and others did about it. Text. At most 2,000 characters. */
  outcome: string;
}

/** Whether a MARAC, here or elsewhere, has this person in its records, as far as the referrer knows. */
export interface MaracHistory {
  /** How far it got, the furthest of them. not-known: nobody has looked, or nobody can tell. One of a closed set. */
  status: 'never' | 'referred' | 'listed' | 'heard' | 'not-known';
  /** The area of the MARAC. Text. At most 2,000 characters. */
  where?: string;
  /** How many times a MARAC heard the person's case. A whole number from 0 to 1,000,000. */
  times?: number;
}

/** The worker who holds a case or an involvement. */
export interface Worker {
  /** The worker's name. Text. At most 2,000 characters. */
  name: string;
  /** Whether they are trained in the DASH risk checklist (SafeLives). true or false. */
  dashTrained?: boolean;
}

/** One action of a plan. Who does it and by when may be missing; a safeguard says so. */
export interface PlanAction {
  /** The id of the action. Whoever does it publishes that it is done under the same id. 1 to 200 characters, no control characters. */
  id: string;
  /** What is to be done. Text. At most 2,000 characters. */
  what: string;
  /** Who is to do it: an agency's code, or a name. Absent: nobody was named. Text. At most 2,000 characters. */
  who?: string;
  /** The last day on which it is to be done. A calendar date, YYYY-MM-DD. */
  by?: string;
  /** The day on which it is looked at again. A calendar date, YYYY-MM-DD. */
  reviewOn?: string;
  /** Who is asked to act or change. Responsibility stays with the one who does harm: a plan that asks nothing of them is noticed. One of a closed set. */
  aimedAt?: 'victim' | 'person-posing-risk' | 'child' | 'agency';
}

/** One child of an assessment, and their own words or what they showed. */
export interface AssessedChild {
  /** Your agency's own reference for the child: one of people. A person reference, {agency code}:{local id}. */
  ref: Ref;
  /** Whether a worker saw the child. true or false. */
  seen: boolean;
  /** Whether the child was seen without a parent or carer. true or false. */
  seenAlone?: boolean;
  /** What the child said or showed, as close to their own words as can be. Text. At most 2,000 characters. */
  views?: string;
}

/** A school, a nursery or a college. */
export interface EducationSetting {
  /** The name of the school, nursery or college. Text. At most 2,000 characters. */
  name: string;
  /** The school's unique reference number in Get Information about Schools (6 digits): names repeat, it does not. 6 digits, as text. */
  urn?: string;
}

/** The record that a correction or a retraction is about. */
export interface RecordNamed {
  /** The source of that record. A person reference, {agency code}:{local id}. */
  source: string;
  /** The id of that record. 1 to 1,000 characters, no control characters. */
  id: string;
}

/** An incident that police were called to, or that was reported to them. It counts as domestic abuse unless police say that it was not. The questions follow what the reviews found missing: were children there, what happened before, was a specialist offered. */
export interface PoliceIncidentRecorded {
  /** The number under which police recorded the incident. Whatever is published of the incident later names it again. 1 to 200 characters, no control characters. */
  incidentNumber: string;
  /** What was done (Domestic Abuse Act 2021, section 1, and the crimes that police record beside it). Any number of them. fgm: female genital mutilation. A list. Each: One of a closed set. */
  nature: Array<'physical' | 'sexual' | 'coercive-control' | 'threats' | 'stalking-or-harassment' | 'economic' | 'emotional' | 'honour-based' | 'fgm' | 'forced-marriage' | 'breach-of-order' | 'other'>;
  /** Whether children saw or heard it, or live there (Domestic Abuse Act 2021, section 3: children are victims in their own right). true or false. */
  childrenPresent?: boolean;
  /** How many earlier incidents police hold. A whole number from 0 to 1,000,000. */
  previousIncidents?: number;
  /** Where it happened, in words. Text. At most 2,000 characters. */
  location?: string;
  /** Whether the victim was offered a specialist service, and what they said. One of a closed set. */
  specialistOffer?: 'accepted' | 'declined' | 'not-made';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody told an agency of abuse, or a worker recognised it. Any agency publishes it, in place of waiting for an incident that police record. */
export interface AbuseDisclosed {
  /** The day of what was told, where one day can be named. A calendar date, YYYY-MM-DD. */
  incidentOn?: string;
  /** What was done, as it was told (Domestic Abuse Act 2021, section 1). Any number of them. A list. Each: One of a closed set. */
  nature?: Array<'physical' | 'sexual' | 'coercive-control' | 'threats' | 'stalking-or-harassment' | 'economic' | 'emotional' | 'honour-based' | 'fgm' | 'forced-marriage' | 'breach-of-order' | 'other'>;
  /** Whether children saw or heard it, or live where it happened (Domestic Abuse Act 2021, section 3). true or false. */
  childrenPresent?: boolean;
  /** What became of telling the police. reported: they were told. not-wanted: the adult did not want it. unsafe: telling them would have added to the danger. overridden: they were told against the adult's wish. One of a closed set. */
  policeReport?: 'reported' | 'not-wanted' | 'unsafe' | 'overridden';
  /** Why police were told against the adult's wish, or were not told. Text. At most 2,000 characters. */
  justification?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The MASH decided what becomes of a child notification, having asked the agencies that it names. */
export interface NotificationDecided {
  /** The number of the notification, as police submitted it. 1 to 200 characters, no control characters. */
  notificationNumber: string;
  /** What becomes of it. One of a closed set. */
  outcome: 'referral' | 'strategy-discussion' | 'early-help' | 'no-further-action';
  /** Why the MASH decided so. Text. At most 2,000 characters. */
  justification?: string;
  /** The agencies whose records were looked at. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  checked: Array<string>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** How an investigation of an incident ended, or that it goes on, and whether a protection notice was considered where nobody is charged. */
export interface InvestigationOutcomeRecorded {
  /** The number of the incident, as it was recorded. 1 to 200 characters, no control characters. */
  incidentNumber: string;
  /** How the investigation ended. ongoing: it has not. One of a closed set. */
  outcome: 'no-further-action' | 'charged' | 'cautioned' | 'community-resolution' | 'ongoing';
  /** Why it ended so. Text. At most 2,000 characters. */
  justification?: string;
  /** Whether a protection notice was considered. Protection notice. */
  protectionNotice?: ProtectionNotice;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police told the MASH of a child whom they came upon (a Merlin in London, a PPN elsewhere), with what happened before as far as they looked. */
export interface ChildNotificationSubmitted {
  /** The number of the notification. The MASH decides it under the same number. 1 to 200 characters, no control characters. */
  notificationNumber: string;
  /** The number of the incident at which police came upon the child, as it was recorded. 1 to 200 characters, no control characters. */
  incidentNumber?: string;
  /** The earlier incidents that the notification tells of. An empty list says that police looked and found none. A list. Each: Previous incident. */
  previousIncidents?: Array<PreviousIncident>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police put a flag on a person or an address. */
export interface FlagPlaced {
  /** What the flag says. address-marker: domestic abuse at an address. gold-flag: a victim at high risk of harm. marac: heard at MARAC. weapons: access to weapons. One of a closed set. */
  flag: 'address-marker' | 'gold-flag' | 'marac' | 'weapons' | 'other';
  /** The address that the flag is on, where it is on an address and not only on a person. Address. */
  address?: Address;
  /** The last day on which the flag holds. Absent: it holds until it is removed. A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Police took a flag away. */
export interface FlagRemoved {
  /** What the flag says. address-marker: domestic abuse at an address. gold-flag: a victim at high risk of harm. marac: heard at MARAC. weapons: access to weapons. One of a closed set. */
  flag: 'address-marker' | 'gold-flag' | 'marac' | 'weapons' | 'other';
  /** The address that the flag is on, where it is on an address and not only on a person. Address. */
  address?: Address;
  /** The last day on which the flag holds. Absent: it holds until it is removed. A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody died. Of a person with a history of domestic abuse any death but a natural one is looked at as such from the first hour, and may lead to a domestic abuse related death review (Domestic Violence, Crime and Victims Act 2004, section 9). */
export interface DeathRecorded {
  /** The day of the death. A calendar date, YYYY-MM-DD. */
  diedOn: string;
  /** What police believe on the day of the record. It is no finding of a coroner or a court. One of a closed set. */
  manner: 'suspected-suicide' | 'suspected-homicide' | 'unexplained' | 'natural';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A risk assessment of a victim (DASH, SafeLives; DARA, College of Policing). Its level is the assessor's; ticks alone never set it, and professional judgement or escalation may raise it. */
export interface RiskAssessmentCompleted {
  /** The risk assessment that was used. dash-ric: the DASH risk identification checklist (SafeLives). s-dash: the DASH questions on stalking. dara: Domestic Abuse Risk Assessment (College of Policing). young-person-dash: the checklist for young people (SafeLives). One of a closed set. */
  tool: 'dash-ric' | 's-dash' | 'dara' | 'young-person-dash' | 'other';
  /** The tool's name, where tool is other. Text. At most 2,000 characters. */
  toolName?: string;
  /** The level that the assessor gave. standard: serious harm is not likely on what is known. medium: serious harm is possible, and unlikely unless something changes. high: serious harm could happen at any time. One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** How many questions were answered with yes. A whole number from 0 to 1,000,000. */
  ticks?: number;
  /** How many questions the tool has: 24 in the SafeLives DASH checklist. A whole number from 0 to 1,000,000. */
  outOf?: number;
  /** What the assessment found, by the questions of DASH. child-contact: conflict over contact with children. animals: harm to pets or other animals. escalation: it happens more often or gets worse. A list. Each: One of a closed set. */
  indicators?: Array<'strangulation' | 'stalking' | 'pregnancy' | 'suicidal' | 'weapons' | 'escalation' | 'separation' | 'child-contact' | 'isolation' | 'sexual' | 'honour-based' | 'substance-misuse' | 'animals' | 'other'>;
  /** What the level rests on: the three grounds of a MARAC referral (SafeLives). A list. Each: One of a closed set. */
  basis?: Array<'visible-risk' | 'professional-judgement' | 'escalation'>;
  /** Whether the assessment weighed that the victim has left or is leaving, which raises the danger. true or false. */
  separationConsidered?: boolean;
  /** Whether the assessor is trained in DASH. true or false. */
  assessorDashTrained?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The person who poses the risk was assessed, and by whom together: responsibility stays with the one who does harm. */
export interface PersonPosingRiskAssessed {
  /** The level of risk that the person poses, as the assessors found it. One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** The agencies that assessed together. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  contributors: Array<string>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency asks another for a service. Consent is one lawful basis of several, and its absence never stops what safety needs (Domestic Abuse Act 2021 statutory guidance; Data Protection Act 2018, schedule 1). */
export interface ReferralMade {
  /** The id of the referral, the referrer's own. Whoever decides the referral uses it again. 1 to 200 characters, no control characters. */
  referralId: string;
  /** The service that is asked for. One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** The agency that is asked. Absent: the partnership's agency of the kind that gives this service. A code: lower-case letters, digits and hyphens, a letter first. */
  to?: string;
  /** Why the service is asked for. Text. At most 2,000 characters. */
  reason: string;
  /** What the referrer is worried about. child-in-need: Children Act 1989, section 17. child-protection: section 47. adult-at-risk: Care Act 2014, section 42. support: help without such a concern. One of a closed set. */
  concern?: 'child-protection' | 'child-in-need' | 'adult-at-risk' | 'support' | 'other';
  /** The number of the incident that led to the referral, as police recorded it. 1 to 200 characters, no control characters. */
  incidentNumber?: string;
  /** The number of the child notification that led to the referral, as police submitted it. 1 to 200 characters, no control characters. */
  notificationNumber?: string;
  /** Whether the person agreed to the referral. true or false. */
  personAgreed?: boolean;
  /** What the referrer knows of earlier MARACs. Marac history. */
  maracHistory?: MaracHistory;
  /** The lawful basis on which the referrer shares what the referral tells (UK GDPR, article 6). One of a closed set. */
  sharingBasis: 'consent' | 'public-task' | 'vital-interests' | 'legal-obligation' | 'legitimate-interests';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The receiving agency decided a referral, why, what it offers instead, and whom it saw before deciding. */
export interface ReferralDecided {
  /** The id of the referral, as the referrer published it. 1 to 200 characters, no control characters. */
  referralId: string;
  /** What was decided. signposted: the person was told where else to go. referred-on: the agency itself referred to another service. One of a closed set. */
  outcome: 'accepted' | 'declined' | 'no-further-action' | 'signposted' | 'referred-on';
  /** Why it was decided so. Text. At most 2,000 characters. */
  justification?: string;
  /** What is offered, also where the referral is not accepted. Text. At most 2,000 characters. */
  supportOffered?: string;
  /** Whether a worker saw the child in person before deciding. true or false. */
  childSeenInPerson?: boolean;
  /** Whether a worker saw the parent in person before deciding. true or false. */
  parentSeenInPerson?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The receiving agency told the referrer what became of a referral. */
export interface ReferralFeedbackGiven {
  /** The id of the referral, as the referrer published it. 1 to 200 characters, no control characters. */
  referralId: string;
  /** What became of the referral. Text. At most 2,000 characters. */
  summary: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The referrer challenges a decision through its partnership's escalation procedure (Working Together: professional disagreement). */
export interface ReferralEscalated {
  /** The id of the referral, as the referrer published it. 1 to 200 characters, no control characters. */
  referralId: string;
  /** Why the decision is challenged. Text. At most 2,000 characters. */
  reason: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An attempt to reach somebody, and what came of it. "Did not attend" is a fact about an appointment, not about a person: the record asks what stood in the way, and whether the risk remains. */
export interface ContactRecorded {
  /** The service that tried to reach the person. One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** What came of it. engaged: the person and the service spoke or met. no-answer: a call, message or visit without answer. did-not-attend: an appointment that the person did not come to. declined: the person said no. One of a closed set. */
  outcome: 'engaged' | 'no-answer' | 'did-not-attend' | 'declined' | 'cancelled';
  /** Who cancelled, where it was cancelled. A cancellation by the service is no missed appointment. One of a closed set. */
  cancelledBy?: 'service' | 'person';
  /** Whether the worker believes that the person is still at risk. true or false. */
  riskRemains?: boolean;
  /** What stands in the way of contact: safety, work, children, language, trust. Text. At most 2,000 characters. */
  barriers?: string;
  /** Who interpreted. none: nobody did. Leave it out where no interpreter is needed. One of a closed set. */
  interpreter?: 'professional' | 'family' | 'none';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A service began to work with somebody. */
export interface InvolvementStarted {
  /** The service that works with the person. One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** The worker who works with the person. Worker. */
  worker?: Worker;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A service's work with somebody came to its end. */
export interface InvolvementEnded {
  /** The service that works with the person. One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** The worker who works with the person. Worker. */
  worker?: Worker;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency opened a case. */
export interface CaseOpened {
  /** The id of the case. Whatever is published of the case later names it again. 1 to 200 characters, no control characters. */
  caseId: string;
  /** The service that holds the case. One of a closed set. */
  service: 'marac' | 'mash' | 'childrens-social-care' | 'adult-social-care' | 'specialist-da' | 'idva' | 'sanctuary' | 'housing' | 'refuge' | 'perpetrator-programme' | 'mental-health' | 'substance-misuse' | 'early-help' | 'mappa' | 'general-practice' | 'hospital' | 'community-health' | 'education' | 'police' | 'probation' | 'other';
  /** The worker who holds the case. Worker. */
  worker?: Worker;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency means to close a case and asks those around the family for their view first. */
export interface CaseClosureProposed {
  /** The id of the case, as it was opened. 1 to 200 characters, no control characters. */
  caseId: string;
  /** Why the agency means to close the case. Text. At most 2,000 characters. */
  reason: string;
  /** The agencies that were asked for their view. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  consulted: Array<string>;
  /** Whether somebody looked up which protection orders hold, and until when. true or false. */
  protectionOrdersChecked?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency closed a case. Not engaging is not assumed to be an informed decision. */
export interface CaseClosed {
  /** The id of the case, as it was opened. 1 to 200 characters, no control characters. */
  caseId: string;
  /** Why the case was closed. not-engaging: the service lost or never had contact. declined-support: the person said no, knowing what was offered. completed: the work is done. One of a closed set. */
  reason: 'completed' | 'not-engaging' | 'declined-support' | 'moved-away' | 'no-further-action' | 'deceased' | 'other';
  /** Why closing is right, in the worker's words. Text. At most 2,000 characters. */
  justification?: string;
  /** The agencies that were asked for their view. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  consulted: Array<string>;
  /** Whether somebody looked up which protection orders hold, and until when, before the case was closed. true or false. */
  protectionOrdersChecked?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A strategy discussion was asked for: reasonable cause to suspect that a child suffers significant harm (Children Act 1989, section 47). */
export interface StrategyDiscussionRequested {
  /** The day on which the discussion was asked for. A calendar date, YYYY-MM-DD. */
  requestedOn: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Children's or adult social care began an assessment (Working Together: 45 working days, 15 under section 47). */
export interface AssessmentStarted {
  /** The id of the assessment. Its completion names it again. 1 to 200 characters, no control characters. */
  assessmentId: string;
  /** Which assessment. single: of a child's needs (Working Together). section-47: an enquiry whether a child suffers significant harm (Children Act 1989). pre-birth: of an unborn child. adult: of an adult's needs for care (Care Act 2014). early-help: before social care is involved. One of a closed set. */
  kind: 'single' | 'section-47' | 'pre-birth' | 'adult' | 'early-help';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A strategy discussion was held: who was invited, who came, what was planned and decided (Working Together: social care, police, health at least). */
export interface StrategyDiscussionHeld {
  /** The day on which the discussion was asked for, as in the request. A calendar date, YYYY-MM-DD. */
  requestedOn: string;
  /** The day on which it was held. A calendar date, YYYY-MM-DD. */
  heldOn: string;
  /** The agencies that were invited. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  invited: Array<string>;
  /** The agencies that took part. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** What is to be done, and by whom. A list. Each: Plan action. */
  plan: Array<PlanAction>;
  /** What was decided. section-47: an enquiry whether the child suffers significant harm (Children Act 1989). single-assessment: of the child's needs (Working Together). One of a closed set. */
  outcome: 'section-47' | 'single-assessment' | 'no-further-action';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An assessment was completed: who contributed, whether each child was seen, seen alone and heard, and what it found of abuse. */
export interface AssessmentCompleted {
  /** The id of the assessment, as it was started. 1 to 200 characters, no control characters. */
  assessmentId: string;
  /** Which assessment. single: of a child's needs (Working Together). section-47: an enquiry whether a child suffers significant harm (Children Act 1989). pre-birth: of an unborn child. adult: of an adult's needs for care (Care Act 2014). early-help: before social care is involved. One of a closed set. */
  kind: 'single' | 'section-47' | 'pre-birth' | 'adult' | 'early-help';
  /** The day on which it started. A calendar date, YYYY-MM-DD. */
  startedOn: string;
  /** The agencies that contributed. The publisher never counts as missing. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  contributions: Array<string>;
  /** Each child of the assessment. An empty list where it is of an adult alone. A list. Each: Assessed child. */
  children: Array<AssessedChild>;
  /** What the assessment concluded. Text. At most 2,000 characters. */
  outcome: string;
  /** Why it concluded so. Text. At most 2,000 characters. */
  justification?: string;
  /** Who interpreted. none: nobody did. Leave it out where no interpreter is needed. One of a closed set. */
  interpreter?: 'professional' | 'family' | 'none';
  /** What the assessment found of domestic abuse. historic: it has ended. ongoing-post-separation: it goes on although the couple has parted. One of a closed set. */
  domesticAbuseStatus?: 'none' | 'historic' | 'ongoing' | 'ongoing-post-separation';
  /** What the assessment found that raises the risk, each as one text. A list. Each: Text. At most 2,000 characters. */
  riskFactors?: Array<string>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child was removed from a parent's care. What is offered to that parent is part of the record: the loss is a time of danger for them. */
export interface ChildRemoved {
  /** The order or power by which the child was removed, for example an interim care order. Text. At most 2,000 characters. */
  legalBasis: string;
  /** Whether the parent was offered support for the loss. true or false. */
  supportForParentOffered?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An adult's capacity for one decision was assessed (Mental Capacity Act 2005), and whether coercion or dependence was weighed: a decision made in fear is not free. */
export interface CapacityAssessed {
  /** The one decision that the person's capacity was assessed for (Mental Capacity Act 2005: capacity is of a decision at a time). Text. At most 2,000 characters. */
  decision: string;
  /** What the assessor found. fluctuating: it comes and goes. One of a closed set. */
  outcome: 'has-capacity' | 'lacks-capacity' | 'fluctuating';
  /** Whether the assessor weighed that somebody may be coercing or controlling the person. true or false. */
  coercionConsidered?: boolean;
  /** Whether the assessor weighed that the person may depend on somebody who harms them, for care, money or a home. true or false. */
  dependenceConsidered?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child's plan began. */
export interface SocialCarePlanStarted {
  /** Which plan. child-in-need: Children Act 1989, section 17. child-protection: after a child protection conference. looked-after: in the local authority's care, sections 20 and 31. One of a closed set. */
  plan: 'child-in-need' | 'child-protection' | 'looked-after';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child's plan ended. */
export interface SocialCarePlanEnded {
  /** Which plan. child-in-need: Children Act 1989, section 17. child-protection: after a child protection conference. looked-after: in the local authority's care, sections 20 and 31. One of a closed set. */
  plan: 'child-in-need' | 'child-protection' | 'looked-after';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child is enrolled at a school or another setting, so that the right one can be told the next morning (Operation Encompass). */
export interface EnrolmentRecorded {
  /** The name of the school, nursery or college. Text. At most 2,000 characters. */
  setting: string;
  /** What kind of setting it is. One of a closed set. */
  kind: 'early-years' | 'primary' | 'secondary' | 'college' | 'other';
  /** The first day on which the child is enrolled. A calendar date, YYYY-MM-DD. */
  from: string;
  /** The last day on which the child is enrolled. Absent: the child still is. A calendar date, YYYY-MM-DD. */
  to?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A child is enrolled at a school or another setting, which is known by its name and its unique reference number: two primary schools of one name are told apart before the wrong one is told (Operation Encompass). */
export interface EnrolmentRecordedV2 {
  /** Where the child is enrolled. Education setting. */
  setting: EducationSetting;
  /** What kind of setting it is. One of a closed set. */
  kind: 'early-years' | 'primary' | 'secondary' | 'college' | 'other';
  /** The first day on which the child is enrolled. A calendar date, YYYY-MM-DD. */
  from: string;
  /** The last day on which the child is enrolled. Absent: the child still is. A calendar date, YYYY-MM-DD. */
  to?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency returned what it knows of a case before a MARAC meeting (SafeLives, ten principles: research and information sharing). */
export interface ResearchReturned {
  /** The day of the MARAC meeting that the research is for. A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** Whether your agency knows the person. False is an answer, too: it says that somebody looked. true or false. */
  known: boolean;
  /** What your agency knows that bears on safety. Text. At most 2,000 characters. */
  summary?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A case is listed for a MARAC meeting. */
export interface MaracCaseListed {
  /** The day of the MARAC meeting. A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** The agency that referred the case to the meeting. A code: lower-case letters, digits and hyphens, a letter first. */
  listedBy: string;
  /** Whether it is a repeat: listed again within 12 months of its last hearing (SafeLives). true or false. */
  repeat?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A MARAC meeting heard a case: who attended, the level of risk, the actions. */
export interface MaracCaseHeard {
  /** The day of the MARAC meeting. A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** The agencies that were at the meeting. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** The level of risk that the meeting found. One of a closed set. */
  level: 'standard' | 'medium' | 'high';
  /** What the meeting decided is to be done. An empty list says that it decided nothing. A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The minutes of a MARAC meeting reached those who have to act on them. */
export interface MaracMinutesPublished {
  /** The day of the MARAC meeting. A calendar date, YYYY-MM-DD. */
  meetingOn: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An action of a MARAC meeting is done. */
export interface MaracActionCompleted {
  /** The id of the action, as the plan or the meeting gave it. 1 to 200 characters, no control characters. */
  actionId: string;
  /** What was done and what came of it. Text. At most 2,000 characters. */
  outcome?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An action of a safety plan, a strategy discussion or a meeting is done. */
export interface PlanActionCompleted {
  /** The id of the action, as the plan or the meeting gave it. 1 to 200 characters, no control characters. */
  actionId: string;
  /** What was done and what came of it. Text. At most 2,000 characters. */
  outcome?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The MARAC passes a case on to where the person now lives, to a partnership on the hub or to an area without it (SafeLives: MARAC to MARAC transfer). */
export interface MaracTransferRequested {
  /** The partnership on the hub that the person has moved to: another than the one that asks. A code: lower-case letters, digits and hyphens, a letter first. */
  toPartnership?: string;
  /** The area that the person has moved to, where it is without the hub. Text. At most 2,000 characters. */
  toArea?: string;
  /** Why the case is passed on. Text. At most 2,000 characters. */
  reason: string;
  /** How many times the case was heard here. A whole number from 0 to 1,000,000. */
  timesHeard: number;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A case came from another partnership's MARAC. The hub itself publishes it, from the request. */
export interface MaracTransferReceived {
  /** The partnership that the case comes from. A code: lower-case letters, digits and hyphens, a letter first. */
  fromPartnership: string;
  /** Why it was passed on. Text. At most 2,000 characters. */
  reason: string;
  /** How many times it was heard there. A whole number from 0 to 1,000,000. */
  timesHeard: number;
  /** What the minutes of the sending MARAC say. Text. At most 2,000 characters. */
  minutes?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody applied as homeless. Made homeless by domestic abuse they have priority need by law (Domestic Abuse Act 2021, section 78). */
export interface HomelessnessApplicationMade {
  /** Why the person is homeless or about to be. One of a closed set. */
  reason: 'domestic-abuse' | 'other';
  /** Whether the council sees priority need already (Housing Act 1996, section 189), before it has decided. true or false. */
  priorityNeed?: boolean;
  /** Whether the person was offered somewhere safe to stay while the council decides. true or false. */
  safeAccommodationOffered?: boolean;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The council decided a homelessness application. */
export interface HomelessnessDecided {
  /** Whether the council decided that the person has priority need (Housing Act 1996, section 189). true or false. */
  priorityNeed: boolean;
  /** Why it decided so. Text. At most 2,000 characters. */
  justification?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A property was allocated, and how far it suits the Sanctuary scheme's security measures. */
export interface PropertyAllocated {
  /** Why the person is housed. One of a closed set. */
  reason: 'domestic-abuse' | 'other';
  /** The address of the property. Address. */
  address: Address;
  /** How far the property can be made safe by the Sanctuary scheme: full, partial (some measures cannot be fitted) or none. One of a closed set. */
  sanctuarySuitability?: 'full' | 'partial' | 'none';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A tenancy began. The landlord publishes it on the day on which the tenant may move in, so that the Sanctuary scheme can be there first. */
export interface TenancyStarted {
  /** The id of the tenancy. The Sanctuary scheme's assessment names it again. 1 to 200 characters, no control characters. */
  tenancyId: string;
  /** Why the person was housed. rehoused-domestic-abuse: to get away from domestic abuse. One of a closed set. */
  reason: 'rehoused-domestic-abuse' | 'other';
  /** The address of the new home. Address. */
  address: Address;
  /** The day on which the tenancy started: the first on which the tenant may live there. A calendar date, YYYY-MM-DD. */
  startedOn: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The Sanctuary scheme assessed a home and says what it fits: locks, a safe room, alarms. */
export interface SanctuaryAssessed {
  /** The id of the tenancy, as the landlord published it. 1 to 200 characters, no control characters. */
  tenancyId: string;
  /** Each measure that the scheme fits, in words: new locks, a safe room, an alarm. An empty list says that none is needed or possible. A list. Each: Text. At most 2,000 characters. */
  measures: Array<string>;
  /** The day on which the measures were fitted. Absent: they are not yet. A calendar date, YYYY-MM-DD. */
  installedOn?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody was placed in a refuge or other safe accommodation (Domestic Abuse Act 2021, part 4). Its address is always sensitive, whatever it says. */
export interface SafeAccommodationPlaced {
  /** The address of the refuge or other safe place. It is sensitive, whatever its own mark says. Address. */
  address: Address;
  /** The first day of the placement. A calendar date, YYYY-MM-DD. */
  from: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A patient told a health worker of abuse, or the worker recognised it (NICE guideline PH50). */
export interface HealthDisclosureRecorded {
  /** Where the patient was seen. gp: a general practice. One of a closed set. */
  setting: 'gp' | 'emergency-department' | 'maternity' | 'mental-health' | 'health-visiting' | 'school-nursing' | 'ambulance' | 'other';
  /** The day of what was told, where one day can be named. A calendar date, YYYY-MM-DD. */
  incidentOn?: string;
  /** Whether children saw or heard it, or live where it happened (Domestic Abuse Act 2021, section 3). true or false. */
  childrenPresent?: boolean;
  /** What became of telling the police. reported: they were told. not-wanted: the adult did not want it. unsafe: telling them would have added to the danger. overridden: they were told against the adult's wish. One of a closed set. */
  policeReport?: 'reported' | 'not-wanted' | 'unsafe' | 'overridden';
  /** Why police were told against the adult's wish, or were not told. Text. At most 2,000 characters. */
  justification?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A patient attended, with what a health worker saw and whether they asked in private (routine enquiry). */
export interface AttendanceRecorded {
  /** Where the patient was seen. gp: a general practice. One of a closed set. */
  setting: 'gp' | 'emergency-department' | 'maternity' | 'mental-health' | 'health-visiting' | 'school-nursing' | 'ambulance' | 'other';
  /** Whether the patient had injuries. true or false. */
  injuries?: boolean;
  /** Whether the patient had harmed themselves. true or false. */
  selfHarm?: boolean;
  /** Whether the patient was asked about domestic abuse (NICE guideline PH50). unsafe-to-ask: they could not be seen alone, or asking would have added to the danger. One of a closed set. */
  routineEnquiry?: 'asked' | 'not-asked' | 'unsafe-to-ask';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A notice or order that protects somebody was applied for, granted, refused or discharged: whom it protects, against whom, until when. */
export interface ProtectionOrderRecorded {
  /** The id of the order. Whatever is published of the order later names it again. 1 to 200 characters, no control characters. */
  orderId: string;
  /** Which notice or order. dvpn, dvpo: domestic violence protection notice and order (Crime and Security Act 2010). dapn, dapo: domestic abuse protection notice and order (Domestic Abuse Act 2021, part 3). non-molestation, occupation: Family Law Act 1996. restraining: made by a criminal court. One of a closed set. */
  order: 'dvpn' | 'dvpo' | 'dapn' | 'dapo' | 'non-molestation' | 'occupation' | 'restraining' | 'other';
  /** How it stands: applied for and not yet decided, granted (a notice: given), refused, or discharged before its end. One of a closed set. */
  status: 'applied' | 'granted' | 'refused' | 'discharged';
  /** The people whom it protects. A list. Each: A person reference, {agency code}:{local id}. */
  protects: Array<Ref>;
  /** The person whom it binds. A person reference, {agency code}:{local id}. */
  against: Ref;
  /** The first day on which it holds. A calendar date, YYYY-MM-DD. */
  startsOn?: string;
  /** The last day on which it holds. Absent: it has no end, or nobody recorded it. A calendar date, YYYY-MM-DD. */
  expiresOn?: string;
  /** What it forbids or asks, in the order's words. Text. At most 2,000 characters. */
  conditions?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The person whom an order binds broke it. */
export interface OrderBreached {
  /** The id of the order, as it was recorded. Absent: the order is not on the hub, or nobody knows which it was. 1 to 200 characters, no control characters. */
  orderId?: string;
  /** Which notice or order was broken. One of a closed set. */
  order: 'dvpn' | 'dvpo' | 'dapn' | 'dapo' | 'non-molestation' | 'occupation' | 'restraining' | 'other';
  /** The day on which it was broken. A calendar date, YYYY-MM-DD. */
  breachedOn: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A criminal case ended, with its outcome in the court's words. */
export interface CourtCaseConcluded {
  /** How the case ended: the verdict and the sentence, or that it was dropped. Text. At most 2,000 characters. */
  outcome: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** How somebody who poses a risk stands with a behaviour change programme. */
export interface PerpetratorProgrammeUpdated {
  /** The name of the programme. Text. At most 2,000 characters. */
  programme: string;
  /** How the person stands with it now. attended and missed are about one session; withdrawn means that they left or were taken off it. One of a closed set. */
  status: 'started' | 'attended' | 'missed' | 'completed' | 'withdrawn';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Somebody who poses a risk is to be released or was, on what basis and under which conditions. A planned or an actual day is needed. */
export interface ReleaseRecorded {
  /** On what basis the person is released. licence: under conditions, before the sentence ends. bail: by police or a court. under-investigation: released by police without bail while they investigate. One of a closed set. */
  basis: 'sentence-end' | 'licence' | 'bail' | 'under-investigation';
  /** The day on which the person is to be released. Give this, releasedOn, or both. A calendar date, YYYY-MM-DD. */
  plannedOn?: string;
  /** The day on which the person was released. A calendar date, YYYY-MM-DD. */
  releasedOn?: string;
  /** Each condition of the licence or bail, in words: whom not to contact, where not to go. A list. Each: Text. At most 2,000 characters. */
  licenceConditions?: Array<string>;
  /** The level of multi-agency public protection arrangements (MAPPA), 1 to 3. A whole number from 1 to 3. */
  mappaLevel?: number;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** A safety plan was agreed with the person: who does what by when, and when it is looked at again. */
export interface SafetyPlanAgreed {
  /** The id of the plan. A plan that is agreed anew may keep it. 1 to 200 characters, no control characters. */
  planId: string;
  /** What the plan asks, and of whom. A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** The day on which the plan is looked at again. A calendar date, YYYY-MM-DD. */
  reviewOn?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency leads for the person from here on, chosen by them or by the professionals. */
export interface LeadAgencyNominated {
  /** The agency that leads. A code: lower-case letters, digits and hyphens, a letter first. */
  agency: string;
  /** Who chose it. One of a closed set. */
  chosenBy: 'the-person' | 'professionals';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** What a child or an adult says or shows of their own life, and how it was come by. It belongs to them. */
export interface VoiceRecorded {
  /** Whose voice it is. A person reference, {agency code}:{local id}. */
  of: Ref;
  /** How it was come by. through-carer: a parent or carer told it. interpreter: spoken through an interpreter. One of a closed set. */
  how: 'spoken' | 'play' | 'observation' | 'through-carer' | 'interpreter';
  /** What they said or showed, as close to their own words as can be. Text. At most 2,000 characters. */
  views: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** One agency asks another what it knows. */
export interface AgencyCheckRequested {
  /** The id of the check. The answer names it again. 1 to 200 characters, no control characters. */
  checkId: string;
  /** The agency that is asked. A code: lower-case letters, digits and hyphens, a letter first. */
  of: string;
  /** Why it is asked, so that the other agency can decide what to share. Text. At most 2,000 characters. */
  why: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** The asked agency answers a check; "not known" is an answer. */
export interface AgencyCheckAnswered {
  /** The id of the check, as it was asked. 1 to 200 characters, no control characters. */
  checkId: string;
  /** Whether your agency knows the person. False is an answer, too: it says that somebody looked. true or false. */
  known: boolean;
  /** What your agency knows that bears on safety. Text. At most 2,000 characters. */
  summary?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency gives its view, for example on a closure that was proposed. */
export interface ViewGiven {
  /** The id of the case that the view is about, where it is about one. 1 to 200 characters, no control characters. */
  caseId?: string;
  /** The agency's view. Text. At most 2,000 characters. */
  view: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Agencies looked at the risk again, what they concluded, and what is offered next and how. */
export interface RiskReviewed {
  /** What the agencies concluded about the risk. Text. At most 2,000 characters. */
  conclusion: string;
  /** What is offered next, and how. Text. At most 2,000 characters. */
  offer?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** Professionals met about a family: who was invited, who came, what each is to do. */
export interface MeetingHeld {
  /** Which meeting. professionals: workers alone, without the family. mappa: multi-agency public protection arrangements. One of a closed set. */
  kind: 'professionals' | 'child-in-need' | 'child-protection-conference' | 'mappa' | 'other';
  /** The agencies that were invited. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  invited: Array<string>;
  /** The agencies that came. A list. Each: A code: lower-case letters, digits and hyphens, a letter first. */
  attended: Array<string>;
  /** What the meeting decided is to be done. An empty list says that it decided nothing. A list. Each: Plan action. */
  actions: Array<PlanAction>;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** What an agency now holds about a person: a name, an address, a language. The common parts carry it all. */
export interface DetailsRecorded {
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency corrects a record of its own: what it published stays visible, and what holds from now on stands beside it. */
export interface RecordCorrected {
  /** The record that is corrected: one of your own agency's. Record named. */
  corrects: RecordNamed;
  /** Why it is corrected. Text. At most 2,000 characters. */
  reason: string;
  /** The corrected data, whole, as the corrected record's type asks for it. An object. */
  replacement: Record<string, unknown>;
  /** The corrected time of what happened. Absent: it stays. A moment, RFC 3339 with its offset. */
  time?: string;
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
  narrative?: string;
}

/** An agency takes back a record of its own. It stays in the log; whoever was shown the record of a wrong person is told. */
export interface RecordRetracted {
  /** The record that is taken back: one of your own agency's. Record named. */
  retracts: RecordNamed;
  /** Why it is taken back. wrong-person: it is about somebody else. unlawful: it should never have been shared. One of a closed set. */
  reason: 'wrong-person' | 'duplicate' | 'inaccurate' | 'unlawful' | 'other';
  /** Everybody whom the record is about, one entry each. The record's subject is among them. A list of at least 1. Each: Person. */
  people: Array<Person>;
  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. A list. Each: Relationship. */
  relationships?: Array<Relationship>;
  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. One of a closed set. */
  separation?: 'none' | 'recent' | 'under-way';
  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. true or false. */
  domesticAbuse?: boolean;
  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. Text. At most 20,000 characters. */
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

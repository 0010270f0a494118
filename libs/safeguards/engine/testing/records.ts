import {
  abuseDisclosed,
  caseClosed,
  caseClosureProposed,
  caseOpened,
  detailsRecorded,
  healthDisclosureRecorded,
  involvementEnded,
  involvementStarted,
  maracCaseHeard,
  maracCaseListed,
  orderBreached,
  policeIncidentRecorded,
  propertyAllocated,
  referralDecided,
  referralMade,
  riskAssessmentCompleted,
  sanctuaryAssessed,
  type Service,
  tenancyStarted,
  viewGiven,
} from '@throughline/records';
import { type Told, write, type Written } from './written';

type More<Data> = Told & Partial<Data>;

/** Parts what a story tells of any record from what it says in this one. */
const parted = <Data>(more: More<Data>): readonly [Told, Partial<Data>] => {
  const { by, people, subject, relationships, recorded, ...data } = more;
  const told = { by, people, subject, relationships, recorded };
  return [Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)), data as unknown as Partial<Data>];
};

export const incident = (when: string, more: More<Omit<(typeof policeIncidentRecorded)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(policeIncidentRecorded, 'police', when, told, { incidentNumber: `police-${when}`, nature: ['physical'], ...data });
};

export const disclosure = (when: string, more: More<Omit<(typeof abuseDisclosed)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(abuseDisclosed, 'housing', when, told, data);
};

export const healthDisclosure = (when: string, more: More<Omit<(typeof healthDisclosureRecorded)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(healthDisclosureRecorded, 'gp', when, told, { setting: 'gp', ...data });
};

export const breach = (when: string, more: More<Omit<(typeof orderBreached)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(orderBreached, 'police', when, told, { order: 'non-molestation', breachedOn: when, ...data });
};

export const assessment = (when: string, more: More<Omit<(typeof riskAssessmentCompleted)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(riskAssessmentCompleted, 'idva', when, told, { tool: 'dash-ric', level: 'standard', ...data });
};

export const referral = (when: string, service: Service, more: More<Omit<(typeof referralMade)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(referralMade, 'police', when, told, {
    referralId: `police-${service}`,
    service,
    reason: 'Support',
    sharingBasis: 'public-task',
    ...data,
  });
};

export const decision = (when: string, by: string, more: More<Omit<(typeof referralDecided)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(referralDecided, by, when, told, { referralId: `police-${by}`, outcome: 'accepted', ...data });
};

export const listed = (when: string, more: More<Omit<(typeof maracCaseListed)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(maracCaseListed, 'marac', when, told, { meetingOn: when, listedBy: 'marac', ...data });
};

export const heard = (when: string, more: More<Omit<(typeof maracCaseHeard)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(maracCaseHeard, 'marac', when, told, { meetingOn: when.slice(0, 10), attended: [], level: 'high', actions: [], ...data });
};

export const started = (when: string, by: string, service: Service, more: Told = {}): Written =>
  write(involvementStarted, by, when, more, { service });

export const ended = (when: string, by: string, service: Service, more: Told = {}): Written =>
  write(involvementEnded, by, when, more, { service });

export const opened = (
  when: string,
  by: string,
  service: Service,
  more: More<Omit<(typeof caseOpened)['Data'], keyof Told>> = {},
): Written => {
  const [told, data] = parted(more);
  return write(caseOpened, by, when, told, { caseId: `${by}-c-1`, service, ...data });
};

export const proposed = (when: string, by: string, more: More<Omit<(typeof caseClosureProposed)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(caseClosureProposed, by, when, told, { caseId: `${by}-c-1`, reason: 'Plan completed', consulted: [], ...data });
};

export const closed = (when: string, by: string, more: More<Omit<(typeof caseClosed)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(caseClosed, by, when, told, { caseId: `${by}-c-1`, reason: 'completed', consulted: [], ...data });
};

export const view = (when: string, by: string, more: More<Omit<(typeof viewGiven)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(viewGiven, by, when, told, { view: 'Too early', ...data });
};

const address = { lines: ['Flat 2, 60 Canal Side'], postcode: 'S3 9DF', sensitive: true };

export const allocated = (when: string, more: More<Omit<(typeof propertyAllocated)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(propertyAllocated, 'housing', when, told, { reason: 'domestic-abuse', address, ...data });
};

export const tenancy = (when: string, more: More<Omit<(typeof tenancyStarted)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(tenancyStarted, 'housing', when, told, {
    tenancyId: 'housing-t-1',
    reason: 'rehoused-domestic-abuse',
    address,
    startedOn: when.slice(0, 10),
    ...data,
  });
};

export const sanctuaryVisit = (when: string, more: More<Omit<(typeof sanctuaryAssessed)['Data'], keyof Told>> = {}): Written => {
  const [told, data] = parted(more);
  return write(sanctuaryAssessed, 'sanctuary', when, told, { tenancyId: 'housing-t-1', measures: ['New locks'], ...data });
};

export const held = (when: string, by: string, more: Told = {}): Written => write(detailsRecorded, by, when, more, {});

import {
  assessmentStarted,
  capacityAssessed,
  childNotificationSubmitted,
  contactRecorded,
  deathRecorded,
  enrolmentRecorded,
  notificationDecided,
  personPosingRiskAssessed,
  riskReviewed,
  strategyDiscussionHeld,
  strategyDiscussionRequested,
  voiceRecorded,
} from '@throughline/records';
import type { Name } from './cast';
import { refOf, type Told, write, type Written } from './written';

type More<Data> = Told & Partial<Omit<Data, keyof Told>>;

/** Parts what a story tells of any record from what it says in this one. */
const parted = <Data>({ by, people, subject, relationships, recorded, ...data }: More<Data>) => {
  const told = { by, people, subject, relationships, recorded };
  return [Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)), data] as const;
};

/** A mother and her two children, as any agency may name them. */
export const motherAndChildren = {
  people: ['mother', 'child', 'sibling'],
  relationships: [
    ['mother', 'parent-of', 'child'],
    ['mother', 'parent-of', 'sibling'],
  ],
} as const satisfies Told;

export const enrolled = (when: string, who: Name, more: More<(typeof enrolmentRecorded)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(
    enrolmentRecorded,
    'education',
    when,
    { people: [who], ...told },
    {
      setting: { name: 'Hill Lane School' },
      kind: 'primary',
      from: when.slice(0, 10),
      ...data,
    },
  );
};

export const notified = (when: string, more: More<(typeof childNotificationSubmitted)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(childNotificationSubmitted, 'police', when, { people: ['child'], ...told }, { notificationNumber: 'police-ppn-1', ...data });
};

export const notificationDecision = (when: string, more: More<(typeof notificationDecided)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(
    notificationDecided,
    'mash',
    when,
    { people: ['child'], ...told },
    {
      notificationNumber: 'police-ppn-1',
      outcome: 'referral',
      checked: [],
      ...data,
    },
  );
};

/** An agency records what somebody says or shows. */
export const voice = (when: string, by: string, of: Name, more: Told & { readonly views?: string } = {}): Written => {
  const { views = 'I like it when it is quiet', ...told } = more;
  return write(voiceRecorded, by, when, { people: [of], ...told }, { of: refOf(by, of), how: 'play', views });
};

/** How an assessment of children's social care tells of a child who was seen and heard. */
export const seenAndHeard = (who: Name, more: { readonly seen?: boolean; readonly views?: string | undefined } = {}) => {
  const { seen = true, views = 'I hide under the table' } = more;
  return { ref: refOf('csc', who), seen, ...('views' in more && more.views === undefined ? {} : { views }) };
};

export const spokenWith = (when: string, by: string, more: More<(typeof contactRecorded)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(contactRecorded, by, when, told, { service: 'other', outcome: 'engaged', ...data });
};

export const assessmentBegun = (when: string, more: More<(typeof assessmentStarted)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(assessmentStarted, 'csc', when, { people: ['child'], ...told }, { assessmentId: 'csc-a-1', kind: 'single', ...data });
};

export const strategyRequested = (when: string, more: Told & { readonly requestedOn?: string } = {}): Written => {
  const { requestedOn = when.slice(0, 10), ...told } = more;
  return write(strategyDiscussionRequested, 'csc', when, { people: ['child'], ...told }, { requestedOn });
};

export const strategyHeld = (when: string, more: More<(typeof strategyDiscussionHeld)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  const day = when.slice(0, 10);
  return write(
    strategyDiscussionHeld,
    'csc',
    when,
    { people: ['child'], ...told },
    {
      requestedOn: day,
      heldOn: day,
      invited: [],
      attended: [],
      plan: [],
      outcome: 'section-47',
      ...data,
    },
  );
};

export const capacity = (when: string, more: More<(typeof capacityAssessed)['Data']> = {}): Written => {
  const [told, data] = parted(more);
  return write(capacityAssessed, 'asc', when, told, { decision: 'Where to live', outcome: 'has-capacity', ...data });
};

/** The risk that somebody poses is assessed. */
export const posingRiskAssessed = (when: string, by: string, more: Told = {}): Written =>
  write(personPosingRiskAssessed, by, when, { people: ['ex-partner'], ...more }, { level: 'medium', contributors: [by] });

export const reviewed = (when: string, by: string, more: Told & { readonly offer?: string } = {}): Written => {
  const { offer, ...told } = more;
  return write(riskReviewed, by, when, told, { conclusion: 'The risk remains', ...(offer === undefined ? {} : { offer }) });
};

export const deathOf = (when: string, who: Name, more: Told = {}): Written =>
  write(deathRecorded, 'police', when, { people: [who], ...more }, { diedOn: when.slice(0, 10), manner: 'unexplained' });

import {
  assessmentCompleted,
  assessmentStarted,
  caseOpened,
  childRemoved,
  enrolmentRecordedV1,
  meetingHeld,
  personPosingRiskAssessed,
  type SOCIAL_CARE_PLANS,
  socialCarePlanEnded,
  socialCarePlanStarted,
  strategyDiscussionHeld,
  strategyDiscussionRequested,
  voiceRecorded,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import type { Individual } from '../people/family';
import { narrative, phrases } from '../words/narratives';
import { childrenFirst, personPosingRiskFirst } from './casts';
import type { Life } from './life';
import { planOf } from './plans';
import { close, contacts, decide, refer } from './support';

const CSC = 'childrens-social-care';
const WITH_CHILDREN = ['police', 'community-health', 'education', 'gp', 'hospital', 'idva'] as const;

const yearsOld = (child: Individual, at: Moment): number | undefined =>
  child.born === undefined ? undefined : Math.floor((at - Date.parse(child.born)) / (365.25 * DAY));

/** A child's school or nursery, as the education service has it. */
export const enrol = (life: Life, at: Moment): void => {
  for (const child of life.family.children) {
    const age = yearsOld(child, at);
    if (age === undefined || age < 2 || age > 17) continue;
    const kind = age < 4 ? 'early-years' : age < 11 ? 'primary' : age < 16 ? 'secondary' : 'college';
    const named = { 'early-years': 'Nursery', primary: 'Primary School', secondary: 'School', college: 'College' }[kind];
    life.tell(
      enrolmentRecordedV1,
      'education',
      daysLater(life.chance, at, 0, 6),
      [
        [child, 'child'],
        [life.family.victim, 'parent-or-carer'],
      ],
      {
        setting: `${narrative(life.chance, 'schools')} ${named}`,
        kind,
        from: `${londonDay(at - life.chance.between(0, 2) * 365 * DAY).slice(0, 4)}-09-01`,
      },
    );
  }
};

const discuss = (life: Life, at: Moment): Moment => {
  const { chance, place } = life;
  const invited = place.agencies([CSC, 'police', ...(life.well() ? (['community-health', 'gp'] as const) : [])]);
  const heldAt = life.well() ? daysLater(chance, at, 0.5, 3) : daysLater(chance, at, 5, 15);
  const requestedOn = londonDay(at);
  life.tell(strategyDiscussionRequested, CSC, at, childrenFirst(life), { requestedOn });
  life.tell(strategyDiscussionHeld, CSC, heldAt, childrenFirst(life), {
    requestedOn,
    heldOn: londonDay(heldAt),
    invited,
    attended: chance.some(invited, 0.85),
    plan: planOf(life, life.numberOf(CSC, 'strategy'), heldAt, CSC),
    outcome: chance.pick(['section-47', 'section-47', 'single-assessment', 'no-further-action']),
  });
  return heldAt;
};

const assess = (life: Life, at: Moment, strategic: boolean): Moment => {
  const { chance, place, family } = life;
  const assessmentId = life.numberOf(CSC, 'as');
  const unborn = family.children.length > 0 && family.children.every(({ born }) => born === undefined);
  const kind = unborn ? 'pre-birth' : strategic ? 'section-47' : chance.pick(['single', 'single', 'single', 'early-help']);
  const [soon, late] = kind === 'section-47' ? [12, 35] : [40, 80];
  const doneAt = daysLater(chance, at, soon * 0.5, life.well() ? soon : late);
  life.tell(assessmentStarted, CSC, at, childrenFirst(life), { assessmentId, kind });
  if (life.well() && chance.is(0.5))
    life.tell(
      personPosingRiskAssessed,
      chance.pick<Kind>(['police', 'probation', CSC]),
      daysLater(chance, at, 3, 20),
      personPosingRiskFirst(life),
      {
        level: life.level ?? 'medium',
        contributors: place.agencies(['police', 'probation']),
      },
    );
  life.tell(assessmentCompleted, CSC, doneAt, childrenFirst(life), {
    assessmentId,
    kind,
    startedOn: londonDay(at),
    contributions: place.agencies(chance.some<Kind>(WITH_CHILDREN, life.well() ? 0.9 : 0.35)),
    children: family.children.map((child) => {
      const seen = child.born !== undefined && life.well();
      return { ref: life.ref(CSC, child), seen, ...(seen && life.well() ? { seenAlone: true, views: narrative(chance, 'views') } : {}) };
    }),
    outcome: chance.pick(['Child in need plan', 'Child protection conference', 'Early help', 'No further action']),
    justification: when(life.well(), narrative(chance, 'reason')),
    interpreter: when(family.victim.details.interpreterRequired === true && chance.is(0.8), life.well() ? 'professional' : 'family'),
    domesticAbuseStatus: when(chance.is(0.9), life.separated ? 'ongoing-post-separation' : chance.pick(['ongoing', 'historic'])),
    riskFactors: when(chance.is(0.7), phrases(chance, 'riskFactors', 0.3)),
  });
  return doneAt;
};

/** What a child shows or says, to whoever is near. */
export const hearChild = (life: Life, at: Moment): void => {
  const { chance } = life;
  for (const child of life.family.children.slice(0, 2)) {
    if (child.born === undefined) continue;
    const kind = chance.pick<Kind>([CSC, 'education', 'community-health']);
    const how =
      (yearsOld(child, at) ?? 0) < 5
        ? chance.pick(['play', 'observation'] as const)
        : chance.pick(['spoken', 'spoken', 'through-carer'] as const);
    life.tell(
      voiceRecorded,
      kind,
      at,
      [
        [child, 'child'],
        [life.family.victim, 'victim'],
      ],
      { of: life.ref(kind, child), how, views: narrative(chance, 'views') },
    );
  }
};

export const meet = (
  life: Life,
  at: Moment,
  kind: 'professionals' | 'child-in-need' | 'child-protection-conference' | 'mappa' | 'other',
  host: Kind,
): void => {
  const invited = life.place.agencies([...new Set([host, ...life.around])]);
  life.tell(meetingHeld, host, at, childrenFirst(life), {
    kind,
    invited,
    attended: life.chance.some(invited, 0.8),
    actions: planOf(life, life.numberOf(host, 'meeting'), at, host),
  });
};

const planned = (life: Life, at: Moment): Moment => {
  const { chance } = life;
  const plan: (typeof SOCIAL_CARE_PLANS)[number] = chance.pick(['child-in-need', 'child-in-need', 'child-protection']);
  life.tell(socialCarePlanStarted, CSC, at, childrenFirst(life), { plan });
  const ends = daysLater(chance, at, 60, 240);
  const conference = plan === 'child-protection' ? 'child-protection-conference' : 'child-in-need';
  for (let meeting = daysLater(chance, at, 10, 40); meeting < ends; meeting = daysLater(chance, meeting, 30, 70))
    meet(life, meeting, conference, CSC);
  contacts(life, CSC, at, ends, 28);
  if (chance.is(0.05)) {
    const removedAt = daysLater(chance, at, 30, 120);
    life.tell(childRemoved, CSC, removedAt, childrenFirst(life), {
      legalBasis: narrative(chance, 'legalBasis'),
      supportForParentOffered: when(chance.is(0.7), life.well()),
    });
    life.tell(socialCarePlanStarted, CSC, daysLater(chance, removedAt, 1, 5), childrenFirst(life), { plan: 'looked-after' });
  }
  life.tell(socialCarePlanEnded, CSC, ends, childrenFirst(life), { plan });
  return ends;
};

/** Referred to children's social care: decided, discussed, assessed, planned, closed, as far as it goes. Answers when it was over. */
export const childrensSocialCare = (life: Life, from: Kind, at: Moment): Moment => {
  const { chance, family } = life;
  if (family.children.length === 0 || !life.has(CSC)) return at;
  const door: Kind = chance.is(0.5) && life.has('mash') ? 'mash' : CSC;
  const accepted = decide(life, from, door, refer(life, from, door, at), at, 0.6);
  if (accepted === undefined) return at;
  const caseId = life.numberOf(CSC, 'case');
  const openedAt = daysLater(chance, accepted, 0.2, 2);
  life.tell(caseOpened, CSC, openedAt, childrenFirst(life), { caseId, service: CSC, worker: { name: narrative(chance, 'workers') } });
  life.around.add(CSC);
  const strategic = chance.is(0.4);
  const discussed = strategic ? discuss(life, openedAt) : openedAt;
  let until = assess(life, daysLater(chance, discussed, 0.5, 3), strategic);
  if (chance.is(0.5)) hearChild(life, daysLater(chance, discussed, 3, 20));
  if (chance.is(0.45)) until = planned(life, daysLater(chance, until, 1, 10));
  return close(life, CSC, caseId, daysLater(chance, until, 2, 15));
};

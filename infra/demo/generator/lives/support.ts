import {
  caseClosed,
  caseClosureProposed,
  caseOpened,
  type CLOSURE_REASONS,
  contactRecorded,
  involvementEnded,
  involvementStarted,
  planActionCompleted,
  referralDecided,
  referralEscalated,
  referralFeedbackGiven,
  referralMade,
  safetyPlanAgreed,
  viewGiven,
} from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import { HABITS, type Kind } from '../agencies/habits';
import { planOf } from './plans';
import { daysLater, type Moment } from '../calendar';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { childrenFirst, personPosingRiskFirst, victimAlone, withChildren, withPersonPosingRisk } from './casts';
import type { Cast, Life } from './life';

/** Who stands in the records of a service. */
const castOf = (life: Life, service: Kind): Cast => {
  if (service === 'mash' || service === 'childrens-social-care' || service === 'community-health' || service === 'education')
    return childrenFirst(life);
  if (service === 'perpetrator-programme') return personPosingRiskFirst(life);
  return service === 'probation' ? withPersonPosingRisk(life) : victimAlone(life);
};

const isOfChildren = (kind: Kind): boolean => kind === 'mash' || kind === 'childrens-social-care';

/** A referral; answers its number. */
export const refer = (life: Life, from: Kind, to: Kind, at: Moment): string => {
  const { chance } = life;
  const referralId = life.numberOf(from, 'ref');
  const heard = life.timesHeard > 0 && life.well();
  life.tell(referralMade, from, at, from === 'police' ? withChildren(life) : castOf(life, to), {
    referralId,
    service: HABITS[to].service === 'other' ? 'other' : to === 'marac' ? 'marac' : to === 'sanctuary' ? 'sanctuary' : HABITS[to].service,
    to: when(chance.is(0.6), life.place.agency(to) ?? ''),
    reason: narrative(chance, 'referral'),
    concern: when(
      isOfChildren(to) ? life.well() : chance.is(0.3),
      isOfChildren(to) ? chance.pick(['child-protection', 'child-in-need']) : 'support',
    ),
    personAgreed: when(chance.is(0.7), chance.is(0.85)),
    maracHistory: when(
      chance.is(0.4),
      heard ? { status: 'heard', times: life.timesHeard } : { status: chance.pick(['never', 'not-known']) },
    ),
    sharingBasis: chance.pick(['public-task', 'consent', 'legal-obligation', 'vital-interests']),
    domesticAbuse: when(chance.is(0.5), true),
  });
  return referralId;
};

/** The receiving agency decides; answers when, or undefined where it is not taken on (or never decided). */
export const decide = (life: Life, from: Kind, to: Kind, referralId: string, at: Moment, accepts = 0.75): Moment | undefined => {
  const { chance } = life;
  const decidedAt = life.well() ? daysLater(chance, at, 0.1, 1) : daysLater(chance, at, 2, 24);
  const accepted = chance.is(accepts);
  const outcome = accepted ? 'accepted' : chance.pick(['declined', 'no-further-action', 'no-further-action', 'signposted', 'referred-on']);
  const seen = isOfChildren(to);
  const decision = life.tell(referralDecided, to, decidedAt, castOf(life, to), {
    referralId,
    outcome,
    justification: when(life.well(), narrative(chance, 'reason')),
    supportOffered: when(life.well(), narrative(chance, 'support')),
    childSeenInPerson: when(seen && chance.is(0.7), life.well()),
    parentSeenInPerson: when(seen && chance.is(0.7), life.well()),
  });
  if (decision === undefined) return undefined;
  if (life.well() && chance.is(0.6))
    life.tell(referralFeedbackGiven, to, daysLater(chance, decidedAt, 0.5, 4), castOf(life, to), {
      referralId,
      summary: narrative(chance, 'support'),
    });
  if (!accepted && seen && chance.is(0.3))
    life.tell(referralEscalated, from, daysLater(chance, decidedAt, 1, 5), castOf(life, to), {
      referralId,
      reason: narrative(chance, 'escalation'),
    });
  return accepted ? decidedAt : undefined;
};

/** An attempt to reach somebody. */
export const contact = (life: Life, kind: Kind, at: Moment): void => {
  const { chance } = life;
  const outcome = chance.is(0.62) ? 'engaged' : chance.pick(['no-answer', 'did-not-attend', 'declined', 'cancelled']);
  const reached = outcome === 'engaged';
  life.tell(contactRecorded, kind, at, castOf(life, kind), {
    service: HABITS[kind].service,
    outcome,
    cancelledBy: when(outcome === 'cancelled', chance.pick(['service', 'person'])),
    riskRemains: when(!reached && life.well(), chance.is(0.7)),
    barriers: when(!reached && life.well(), narrative(chance, 'barriers')),
    interpreter: when(
      life.family.victim.details.interpreterRequired === true && chance.is(0.8),
      life.well() ? 'professional' : chance.pick(['family', 'none']),
    ),
    narrative: when(chance.is(0.6), narrative(chance, reached ? 'contact' : 'noContact')),
  });
};

/** Contacts until a day, one about every so many days; answers when the last was. */
export const contacts = (life: Life, kind: Kind, from: Moment, until: Moment, everyDays: number): Moment => {
  let at = daysLater(life.chance, from, 0.5, everyDays);
  let last = from;
  for (; at < until; at = daysLater(life.chance, at, everyDays * 0.5, everyDays * 1.5)) {
    contact(life, kind, at);
    last = at;
  }
  return last;
};

export const agreePlan = (life: Life, kind: Kind, at: Moment): void => {
  const { chance } = life;
  const planId = life.numberOf(kind, 'plan');
  const actions = planOf(life, planId, at, kind);
  life.tell(safetyPlanAgreed, kind, at, victimAlone(life), {
    planId,
    actions,
    reviewOn: when(life.well(), londonDay(at + 90 * DAY)),
  });
  for (const { id } of chance.some(actions, 0.3)) {
    life.tell(planActionCompleted, kind, daysLater(chance, at, 5, 40), victimAlone(life), {
      actionId: id,
      outcome: when(life.well(), narrative(chance, 'support')),
    });
  }
};

type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** Closing a case: proposed and talked over, or done without asking anybody. */
export const close = (life: Life, kind: Kind, caseId: string, at: Moment, reason?: ClosureReason): Moment => {
  const { chance, place } = life;
  const others = [...life.around].filter((other) => other !== kind);
  const asked = life.well() ? others : chance.some(others, 0.3);
  let closesAt = at;
  if (life.well()) {
    life.tell(caseClosureProposed, kind, at, castOf(life, kind), {
      caseId,
      reason: narrative(chance, 'closing'),
      consulted: place.agencies(asked),
      protectionOrdersChecked: when(life.well(), true),
    });
    for (const other of asked) {
      if (chance.is(0.75))
        life.tell(viewGiven, other, daysLater(chance, at, 0.5, 3), castOf(life, other), {
          caseId: when(chance.is(0.9), caseId),
          view: narrative(chance, 'view'),
        });
    }
    closesAt = daysLater(chance, at, 5, 14);
  }
  life.tell(caseClosed, kind, closesAt, castOf(life, kind), {
    caseId,
    reason:
      reason ??
      chance.pick<ClosureReason>([
        'completed',
        'completed',
        'completed',
        'not-engaging',
        'declined-support',
        'moved-away',
        'no-further-action',
        'other',
      ]),
    justification: when(life.well(), narrative(chance, 'closing')),
    consulted: place.agencies(asked),
    protectionOrdersChecked: when(chance.is(0.8), life.well()),
  });
  life.around.delete(kind);
  return closesAt;
};

/** A service takes somebody on, stays for so many days, and closes; answers when it ended. */
export const support = (life: Life, kind: Kind, at: Moment, days: number, everyDays: number): Moment => {
  const { chance } = life;
  if (!life.has(kind)) return at;
  const caseId = life.numberOf(kind, 'case');
  const worker = when(chance.is(0.85), { name: narrative(chance, 'workers'), ...(chance.is(0.7) ? { dashTrained: life.well() } : {}) });
  life.tell(caseOpened, kind, at, castOf(life, kind), { caseId, service: HABITS[kind].service, worker });
  life.around.add(kind);
  if ((kind === 'idva' || kind === 'specialist-da') && life.well()) agreePlan(life, kind, daysLater(chance, at, 2, 12));
  const ends = at + days * DAY;
  contacts(life, kind, at, ends, everyDays);
  return close(life, kind, caseId, daysLater(chance, ends, 0, 5));
};

/** A service works alongside without a case of its own; answers when it ended. */
export const alongside = (life: Life, kind: Kind, at: Moment, days: number, everyDays: number): Moment => {
  const { chance } = life;
  const service = HABITS[kind].service;
  life.tell(involvementStarted, kind, at, castOf(life, kind), {
    service,
    worker: when(chance.is(0.6), { name: narrative(chance, 'workers') }),
  });
  life.around.add(kind);
  const last = contacts(life, kind, at, at + days * DAY, everyDays);
  const ends = daysLater(chance, last, 2, 20);
  life.tell(involvementEnded, kind, ends, castOf(life, kind), { service, worker: undefined });
  life.around.delete(kind);
  return ends;
};

/** Referred, decided, and taken on for so long; answers when that ended, or when it was referred where nothing came of it. */
export const referredTo = (life: Life, from: Kind, to: Kind, at: Moment, days: number, everyDays: number): Moment => {
  if (!life.has(to)) return at;
  const accepted = decide(life, from, to, refer(life, from, to, at), at);
  return accepted === undefined ? at : support(life, to, daysLater(life.chance, accepted, 0.1, 6), days, everyDays);
};

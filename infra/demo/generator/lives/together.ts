import { agencyCheckAnswered, agencyCheckRequested, meetingHeld, riskReviewed, viewGiven } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { childrenFirst, victimAlone } from './casts';
import type { Life } from './life';
import { actionsOf, planOf } from './plans';

const ASKED = [
  'gp',
  'hospital',
  'education',
  'housing',
  'mental-health',
  'community-health',
  'probation',
  'community-safety',
  'substance-misuse',
] as const;

/** One agency asks another what it knows; now and then nobody answers. */
export const ask = (life: Life, from: Kind): void => {
  const { chance, place } = life;
  const asked = chance.pick<Kind>(ASKED);
  const of = place.agency(asked);
  if (of === undefined || !life.has(from) || asked === from) return;
  const checkId = life.numberOf(from, 'check');
  life.answer(agencyCheckRequested, from, childrenFirst(life), { checkId, of, why: 'Assessing the risk to the family' });
  life.owes(asked, [0.05, 0.5], [2, 8], () => {
    const known = chance.is(0.6);
    const summary = when(known, narrative(chance, 'review'));
    life.answer(agencyCheckAnswered, asked, victimAlone(life), { checkId, known, summary });
  });
};

/** Agencies look at the risk again. */
export const review = (life: Life, kind: Kind): void => {
  life.answer(riskReviewed, kind, victimAlone(life), {
    conclusion: narrative(life.chance, 'review'),
    offer: when(life.chance.is(0.8), narrative(life.chance, 'offer')),
  });
};

/** An agency gives its view unasked. */
export const giveView = (life: Life, kind: Kind): void => {
  life.tell(viewGiven, kind, victimAlone(life), { view: narrative(life.chance, 'view') });
};

type MeetingKind = 'professionals' | 'child-in-need' | 'child-protection-conference' | 'mappa' | 'other';

/** Those who work with a family sit down together. */
export const meet = (life: Life, kind: MeetingKind, host: Kind): void => {
  const invited = life.place.agencies([...new Set([host, ...life.around.workers()])]);
  life.tell(meetingHeld, host, childrenFirst(life), {
    kind,
    invited,
    attended: life.chance.some(invited, 0.85),
    actions: actionsOf(planOf(life, life.numberOf(host, 'meeting'), host)),
  });
};

import {
  assessmentCompleted,
  assessmentStarted,
  personPosingRiskAssessed,
  strategyDiscussionHeld,
  strategyDiscussionRequested,
} from '@throughline/records';
import { londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater } from '../calendar';
import { when } from '../chance';
import { narrative, phrases } from '../words/narratives';
import { childrenFirst, personPosingRiskFirst, wholeFamily } from './casts';
import type { Life } from './life';
import { actionsOf, planOf, unfinished } from './plans';
import { assessRisk } from './risk';

const CSC = 'childrens-social-care';

/** A strategy discussion, before an assessment under section 47. */
export const discuss = (life: Life, then: () => void): void => {
  const { chance, place } = life;
  const requestedOn = londonDay(life.now);
  life.answer(strategyDiscussionRequested, CSC, childrenFirst(life), { requestedOn });
  const [soon, late] = life.keeps(CSC) ? [0.3, 2] : [4, 11];
  life.after([soon, late], () => {
    const health = (['community-health', 'gp'] as const).filter((kind) => life.has(kind));
    const needed = [...new Set<Kind>([CSC, 'police', ...health, ...life.around.but(CSC)])];
    const invited = place.agencies(life.keeps(CSC) ? needed : chance.some(needed, 0.6));
    const planned = planOf(life, life.numberOf(CSC, 'strategy'), CSC);
    const whole = {
      requestedOn,
      heldOn: londonDay(life.now),
      invited,
      attended: chance.some(invited, 0.98),
      plan: actionsOf(planned),
      outcome: chance.pick(['section-47', 'section-47', 'single-assessment', 'no-further-action']),
    };
    life.answerInFull(strategyDiscussionHeld, CSC, childrenFirst(life), whole, { plan: unfinished(life, planned) });
    then();
  });
};

/** Before the children are assessed, somebody assesses the person who poses the risk. */
const assessPersonPosingRisk = (life: Life): void => {
  const kind = life.chance.pick<Kind>(['police', life.has('probation') ? 'probation' : 'police', CSC]);
  life.answer(personPosingRiskAssessed, kind, personPosingRiskFirst(life), {
    level: life.risk.level ?? 'medium',
    contributors: life.place.agencies(['police', 'probation']),
  });
};

const complete = (
  life: Life,
  assessmentId: string,
  kind: 'pre-birth' | 'section-47' | 'single' | 'early-help',
  startedOn: string,
): void => {
  const { chance, place, family } = life;
  const seen = family.children.map((child) => ({
    ref: life.ref(CSC, child),
    ...(child.born === undefined ? { seen: false } : { seen: true, seenAlone: true, views: narrative(chance, 'views') }),
  }));
  const interpreter = when(family.victim.details.interpreterRequired === true, 'professional' as const);
  const contributions = place.agencies([
    ...new Set<Kind>(['police', ...life.around.but(CSC), ...chance.some<Kind>(['education', 'gp'], 0.6)]),
  ]);
  const whole = {
    assessmentId,
    kind,
    startedOn,
    contributions,
    children: seen,
    outcome: chance.pick(['Child in need plan', 'Child protection conference', 'Early help', 'No further action']),
    justification: narrative(chance, 'reason'),
    interpreter,
    domesticAbuseStatus: when(chance.is(0.9), life.separated ? ('ongoing-post-separation' as const) : chance.pick(['ongoing', 'historic'])),
    riskFactors: when(chance.is(0.7), phrases(chance, 'riskFactors', 0.3)),
  };
  life.answerInFull(
    assessmentCompleted,
    CSC,
    life.keeps(CSC) ? wholeFamily(life) : childrenFirst(life),
    whole,
    { contributions: contributions.slice(1) },
    { contributions: [] },
    { children: seen.map(({ ref }) => ({ ref, seen: false })) },
    { children: seen.map(({ ref }) => ({ ref, seen: true })) },
    interpreter === undefined ? { justification: undefined } : { interpreter: 'family' },
  );
  if (kind === 'early-help' && whole.domesticAbuseStatus !== 'historic')
    life.owes(CSC, [0.1, 1], [4, 10], () => {
      assessRisk(life, CSC, 'review');
    });
};

/** The children are assessed: started, and completed in its time or late. */
export const assess = (life: Life, strategic: boolean, then: () => void): void => {
  const { chance, family } = life;
  const assessmentId = life.numberOf(CSC, 'as');
  const unborn = family.children.length > 0 && family.children.every(({ born }) => born === undefined);
  const kind = unborn ? 'pre-birth' : strategic ? 'section-47' : chance.pick(['single', 'single', 'single', 'early-help']);
  const days = kind === 'section-47' ? 12 : 38;
  const startedOn = londonDay(life.now);
  life.answer(assessmentStarted, CSC, childrenFirst(life), { assessmentId, kind });
  life.owes(CSC, [2, 5], [days + 2, days + 20], () => {
    assessPersonPosingRisk(life);
  });
  const doneAt = life.keeps(CSC) ? daysLater(chance, life.now, days * 0.5, days) : daysLater(chance, life.now, days, days * 2.2);
  life.then(doneAt, () => {
    complete(life, assessmentId, kind, startedOn);
    then();
  });
};

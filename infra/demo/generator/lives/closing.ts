import { caseClosed, caseClosureProposed, type CLOSURE_REASONS, viewGiven } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { castOf } from './casts';
import { handOver } from './leading';
import type { Life } from './life';
import { marac } from './marac';
import { agreePlan } from './plans';
import { assessRisk } from './risk';

type ClosureReason = (typeof CLOSURE_REASONS)[number];

const REASONS: readonly [ClosureReason, ...ClosureReason[]] = [
  ...(['completed', 'completed', 'completed', 'completed', 'completed', 'completed'] as const),
  ...(['not-engaging', 'declined-support', 'moved-away', 'no-further-action', 'other'] as const),
];

const REASSESSES: ReadonlySet<Kind> = new Set(['childrens-social-care', 'idva', 'specialist-da']);
const WAITS_FOR_MARAC: ReadonlySet<Kind> = new Set([...REASSESSES, 'adult-social-care']);

const giveViewOn = (life: Life, kind: Kind, caseId: string): void => {
  life.owes(kind, [0.2, 1.8], [4, 9], () => {
    life.answer(viewGiven, kind, castOf(life, kind), { caseId, view: narrative(life.chance, 'view') });
  });
};

/** So that the record of what was found is there before that of the closing. */
const reassess = (life: Life, kind: Kind): void => {
  if (!REASSESSES.has(kind)) return;
  if (life.keeps(kind)) assessRisk(life, kind, 'closing');
  else if (life.chance.is(0.8))
    life.after([3, 9], () => {
      assessRisk(life, kind, 'closing');
    });
};

const finish = (life: Life, kind: Kind, caseId: string, asked: readonly Kind[]): void => {
  const { chance, around, place } = life;
  const others = around.but(kind);
  handOver(life, kind);
  reassess(life, kind);
  life.answerInFull(
    caseClosed,
    kind,
    castOf(life, kind),
    {
      caseId,
      reason: chance.pick(REASONS),
      justification: narrative(chance, 'closing'),
      consulted: place.agencies(asked),
      protectionOrdersChecked: true,
    },
    { justification: undefined },
    { protectionOrdersChecked: undefined },
    { protectionOrdersChecked: false },
  );
  around.end(kind);
  for (const other of others) if (!asked.includes(other)) giveViewOn(life, other, caseId);
};

/** Closing a case: proposed and talked over, or done without asking everybody; not before MARAC has heard what it must hear. */
export const close = (life: Life, kind: Kind, caseId: string): void => {
  const { chance, around, place, risk } = life;
  if (WAITS_FOR_MARAC.has(kind) && !risk.mayClose() && life.keeps(kind)) {
    if (!risk.awaitsMarac) marac(life, kind);
    life.after([10, 20], () => {
      close(life, kind, caseId);
    });
    return;
  }
  const kept = life.keeps(kind);
  const asked = kept ? around.but(kind) : chance.some(around.but(kind), 0.5);
  if (!kept && chance.is(0.5)) {
    finish(life, kind, caseId, asked);
    return;
  }
  life.answer(caseClosureProposed, kind, castOf(life, kind), {
    caseId,
    reason: narrative(chance, 'closing'),
    consulted: place.agencies(asked),
    protectionOrdersChecked: when(chance.is(0.8), true),
  });
  for (const other of around.but(kind)) if (!asked.includes(other) || chance.is(0.35)) giveViewOn(life, other, caseId);
  if ((kind === 'idva' || kind === 'specialist-da') && life.keeps(kind)) agreePlan(life, kind, true);
  life.after([4, 9], () => {
    finish(life, kind, caseId, kept ? around.but(kind) : asked);
  });
};

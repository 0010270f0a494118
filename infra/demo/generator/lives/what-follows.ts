import { DAY } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import type { Life } from './life';
import { marac } from './marac';
import { agreePlan } from './plans';
import { specialistAround, specialistFor } from './referrals';
import { assessRisk, type Occasion } from './risk';
import { referredTo } from './support';

/** What a level asks for: MARAC, a specialist at somebody's side, a plan. */
const actOn = (life: Life, kind: Kind, occasion: Occasion): void => {
  const { risk, now } = life;
  if (risk.callsForMarac(now, occasion === 'incident'))
    life.owes(kind, [0.05, 0.5], [3, 8], () => {
      marac(life, kind);
    });
  if (risk.level !== 'high') return;
  const there = specialistAround(life);
  if (there === undefined) {
    const to = specialistFor(life);
    life.owes(kind, [0.1, 0.8], [3, 8], () => {
      if (specialistAround(life) === undefined) referredTo(life, kind, to, life.chance.between(60, 150), 9, 1);
    });
  } else if (risk.plannedUntil < now + 14 * DAY || risk.roseAt === now)
    life.owes(there, [1, 8], [16, 28], () => {
      agreePlan(life, there);
    });
};

/** A risk assessment, and what agencies do about what it finds. */
export const assessAndAct = (life: Life, kind: Kind, occasion: Occasion): void => {
  if (!life.has(kind)) return;
  assessRisk(life, kind, occasion);
  actOn(life, kind, occasion);
};

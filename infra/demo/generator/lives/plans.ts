import { DAY, londonDay } from '@throughline/kernel';
import { type PlanAction, planActionCompleted, safetyPlanAgreed } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { narrative } from '../words/narratives';
import { victimAlone } from './casts';
import type { Life } from './life';

const OWNERS = [
  'police',
  'idva',
  'housing',
  'childrens-social-care',
  'community-health',
  'education',
  'probation',
  'mental-health',
] as const;

/** One action of a plan, who does it, and in how many days. */
export interface Planned {
  readonly action: PlanAction;
  readonly owner: Kind;
  readonly days: number;
}

/** A few actions, each with an owner and a date; the first is asked of the person posing risk. */
export const planOf = (life: Life, number: string, kind: Kind): readonly Planned[] => {
  const { chance, place } = life;
  return Array.from({ length: chance.between(1, 4) }, (_, index) => {
    const asked = index === 0 ? 'police' : chance.is(0.3) ? kind : chance.pick<Kind>(OWNERS);
    const owner = life.has(asked) ? asked : kind;
    const days = chance.between(5, 28);
    const action: PlanAction = {
      id: `${number}-${index + 1}`,
      what: narrative(chance, 'action'),
      who: place.agency(owner) ?? owner,
      by: londonDay(life.now + days * DAY),
      aimedAt: index === 0 ? 'person-posing-risk' : chance.pick(['victim', 'victim', 'person-posing-risk', 'child', 'agency']),
    };
    return { action, owner, days };
  });
};

export const actionsOf = (planned: readonly Planned[]): PlanAction[] => planned.map(({ action }) => action);

/** The same plan as it should not be: nobody's name, no date, or nothing asked of the person posing risk. */
export const unfinished = ({ chance }: Life, planned: readonly Planned[]): PlanAction[] => {
  const missing = chance.pick(['who', 'by', 'aim'] as const);
  return actionsOf(planned).map(({ who, by, ...action }) => ({
    ...action,
    ...(who === undefined || missing === 'who' ? {} : { who }),
    ...(by === undefined || missing === 'by' ? {} : { by }),
    ...(missing === 'aim' ? { aimedAt: 'victim' as const } : {}),
  }));
};

const REVIEWED_AFTER = 150;
/** The plan that somebody keeps when the service leaves is looked at much later. */
const KEPT_FOR = 540;

/** A safety plan, agreed with the person; reviewed in its time, for as long as the service is there. */
export const agreePlan = (life: Life, kind: Kind, leaving = false): void => {
  const { chance } = life;
  const planId = life.numberOf(kind, 'plan');
  const planned = planOf(life, planId, kind);
  const days = leaving ? KEPT_FOR : REVIEWED_AFTER;
  const plan = { planId, actions: actionsOf(planned), reviewOn: londonDay(life.now + days * DAY) };
  const lacking = chance.is(0.3) ? { reviewOn: undefined } : { actions: unfinished(life, planned) };
  life.answerInFull(safetyPlanAgreed, kind, victimAlone(life), plan, lacking);
  life.risk.plannedUntil = life.now + days * DAY;
  for (const { action, days: within } of planned) {
    if (!chance.is(0.3)) continue;
    life.after([1, within], () => {
      const outcome = narrative(chance, 'support');
      life.tell(planActionCompleted, kind, victimAlone(life), { actionId: action.id, outcome });
    });
  }
  life.owes(kind, [days - 25, days - 4], [days + 2, days + 20], () => {
    if (life.risk.plannedUntil > life.now + 30 * DAY) return;
    agreePlan(life, kind, leaving || !life.around.has(kind));
  });
};

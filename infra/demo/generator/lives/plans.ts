import { DAY, londonDay } from '@throughline/kernel';
import type { PlanAction } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import type { Moment } from '../calendar';
import { narrative } from '../words/narratives';
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

/** A few actions: most with an owner and a date, some without, and not every plan asks anything of the person posing risk. */
export const planOf = (life: Life, number: string, at: Moment, kind: Kind): PlanAction[] => {
  const { chance, place } = life;
  return Array.from({ length: chance.between(1, 4) }, (_, index) => {
    const owner = place.agency(chance.is(0.3) ? kind : chance.pick<Kind>(OWNERS)) ?? place.agency(kind) ?? kind;
    return {
      id: `${number}-${index + 1}`,
      what: narrative(chance, 'action'),
      ...(life.well() ? { who: owner } : {}),
      ...(life.well() ? { by: londonDay(at + chance.between(3, 28) * DAY) } : {}),
      ...(chance.is(0.8) ? { aimedAt: chance.pick(['victim', 'victim', 'person-posing-risk', 'child', 'agency']) } : {}),
    };
  });
};

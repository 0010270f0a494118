import type { Kind } from '../agencies/habits';
import type { Life } from './life';
import type { Cast } from './told';

/** Who stands in a record, as the agencies of this trade put it. */
export const victimAlone = ({ family }: Life): Cast => [[family.victim, 'victim']];

export const withPersonPosingRisk = ({ family }: Life, which = 0): Cast => [
  [family.victim, 'victim'],
  [family.posingRisk[which] ?? family.posingRisk[0], 'person-posing-risk'],
];

export const withRolesReversed = ({ family }: Life): Cast => [
  [family.posingRisk[0], 'victim'],
  [family.victim, 'person-posing-risk'],
];

export const personPosingRiskFirst = ({ family }: Life): Cast => [
  [family.posingRisk[0], 'person-posing-risk'],
  [family.victim, 'victim'],
];

export const withChildren = (life: Life): Cast => [
  [life.family.victim, 'victim'],
  ...life.family.children.map((child) => [child, 'child'] as const),
];

/** The children first; the victim alone where there are none. */
export const childrenFirst = (life: Life): Cast => {
  const [first, ...others] = life.family.children;
  if (first === undefined) return victimAlone(life);
  return [[first, 'child'], ...others.map((child) => [child, 'child'] as const), [life.family.victim, 'victim']];
};

export const everybody = (life: Life): Cast => [
  ...withPersonPosingRisk(life),
  ...life.family.children.map((child) => [child, 'child'] as const),
];

/** The children first, and everybody who lives with them or is in contact, the person posing risk too. */
export const wholeFamily = (life: Life): Cast => [...childrenFirst(life), [life.family.posingRisk[0], 'person-posing-risk']];

/** Who stands in the records of a service. */
export const castOf = (life: Life, service: Kind): Cast => {
  if (service === 'mash' || service === 'childrens-social-care' || service === 'community-health' || service === 'education')
    return childrenFirst(life);
  if (service === 'perpetrator-programme') return personPosingRiskFirst(life);
  return service === 'probation' ? withPersonPosingRisk(life) : victimAlone(life);
};

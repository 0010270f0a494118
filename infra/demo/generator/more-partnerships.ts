import type { StatedPartnership } from '@throughline/projections';

const AREAS = [
  'Ashfield',
  'Brookdale',
  'Castlemere',
  'Deepdene',
  'Eastwater',
  'Fenwick',
  'Greyhill',
  'Highmoor',
  'Inglewood',
  'Kingsbeck',
] as const;

/** As many partnerships as are asked for: those of the file, then others after their pattern, with agencies and codes of their own. */
export const partnershipsLike = (stated: readonly StatedPartnership[], count: number): readonly StatedPartnership[] =>
  Array.from({ length: count }, (_, number) => {
    const pattern = stated[number % stated.length];
    if (pattern === undefined || number < stated.length) return pattern;
    const round = Math.floor((number - stated.length) / AREAS.length) + 1;
    const area = AREAS[(number - stated.length) % AREAS.length] ?? AREAS[0];
    const prefix = `${area.toLowerCase()}${round === 1 ? '' : `-${round}`}`;
    const name = round === 1 ? area : `${area} ${round}`;
    return {
      ...pattern,
      code: prefix,
      name: `${name} Domestic Abuse Partnership`,
      agencies: pattern.agencies.map(({ kind, code }) => ({ kind, code: `${prefix}-${code}`, name: `${name} ${kind}` })),
    };
  }).filter((partnership) => partnership !== undefined);

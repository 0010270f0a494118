import { readFileSync } from 'node:fs';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsText, type StatedPartnership } from '@throughline/projections';
import { generatePartnerships } from '../demo/generator';
import { partnershipsLike } from '../demo/generator/more-partnerships';
import type { Line } from './published';
import { shapeOf } from './shapes';

/** Partnerships that the bench spreads its records over. */
export const PARTNERSHIPS = 100;

/** The demo's partnerships. */
export const demoPartnerships = (): readonly StatedPartnership[] => {
  const read = readPartnershipsText(readFileSync(demoPartnershipsFile, 'utf8'));
  if ('faults' in read) throw new Error('the demo’s partnerships file has faults');
  return read.file.partnerships;
};

/** As many partnerships as the bench has, after the pattern of the demo's. */
export const benchPartnerships: readonly StatedPartnership[] = partnershipsLike(demoPartnerships(), PARTNERSHIPS);

/** The file that the hub starts from. */
export const partnershipsFile = (): string =>
  JSON.stringify({
    partnerships: benchPartnerships,
    clients: [{ id: 'operator', scopes: ['records:import', 'audit:read', 'operate'] }],
  });

const SEED = 1;
/** Fixed, so that two runs are of the same history. */
const ENDING_ON = '2026-10-31';

/** A believable history in the order of its recording, the same each time. */
export function* generatedLines(
  records: number,
  partnerships: readonly StatedPartnership[],
  practice?: 'steady' | 'weak',
): Generator<Line> {
  const asked = { seed: SEED, records, endingOn: ENDING_ON, partnerships, ...(practice === undefined ? {} : { practice }) };
  for (const { line } of generatePartnerships(asked)) yield JSON.parse(line) as Line;
}

const partnershipAt = (number: number): StatedPartnership => {
  const partnership = benchPartnerships[number % PARTNERSHIPS];
  if (partnership === undefined) throw new RangeError('the bench has no such partnership');
  return partnership;
};

export const partnershipOf = (number: number): string => partnershipAt(number).code;

/** The police of a partnership, which the bench publishes as; its code is that of the client. */
export const agencyOf = (number: number): string => {
  const police = partnershipAt(number).agencies.find(({ kind }) => kind === 'police');
  if (police === undefined) throw new RangeError('a partnership of the bench has no police');
  return police.code;
};

const TIME = Date.UTC(2024, 0, 8, 9);
const FAMILIES = 20;

/** The same record for the same number, as its agency sends it: about one family of its partnership; `run` keeps the ids of two runs apart. */
export const benchEvent = (number: number, run: string): string => {
  const agency = agencyOf(number);
  const family = Math.floor(number / PARTNERSHIPS) % FAMILIES;
  const { type, data } = shapeOf(number, Math.floor(number / PARTNERSHIPS));
  const mother = `${agency}:M-${family}`;
  const details = { given: 'Ada', family: `Brook ${family}`, dateOfBirth: '1990-02-03' };
  return JSON.stringify({
    specversion: '1.0',
    partnership: partnershipOf(number),
    source: `/agencies/${agency}`,
    id: `${run}-${number}`,
    type: `throughline.${type}.v1`,
    time: new Date(TIME + number * 60_000).toISOString(),
    subject: mother,
    data: {
      people: [
        { ref: mother, role: 'victim', ...(number % 3 === 0 ? { details } : {}) },
        { ref: `${agency}:C-${family}`, role: 'child' },
      ],
      ...data,
    },
  });
};

import { shapeOf } from '../shapes';

/** Partnerships under load, each with one agency whose code is the client that publishes for it. */
export const PARTNERSHIPS = 100;

const partnershipOf = (number: number): string => `load-${number % PARTNERSHIPS}`;
export const agencyOf = (number: number): string => `agency-${number % PARTNERSHIPS}`;

/** The file that the hub starts from. */
export const loadPartnerships = (): string =>
  JSON.stringify({
    partnerships: Array.from({ length: PARTNERSHIPS }, (_, number) => ({
      code: partnershipOf(number),
      name: `Load ${number}`,
      agencies: [{ code: agencyOf(number), kind: 'police', name: `Police ${number}` }],
    })),
    clients: [{ id: 'operator', scopes: ['operate'] }],
  });

/** A family has so many records, and so many families of a partnership have theirs at the same time; then come others. */
const RECORDS_OF_A_FAMILY = 24;
const AT_THE_SAME_TIME = 50;

const familyOf = (number: number): number => {
  const within = Math.floor(number / PARTNERSHIPS);
  const generation = Math.floor(within / (RECORDS_OF_A_FAMILY * AT_THE_SAME_TIME));
  return generation * AT_THE_SAME_TIME + (within % AT_THE_SAME_TIME);
};

/** An event of CloudEvents, as an agency sends it. */
export interface LoadEvent {
  readonly specversion: '1.0';
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const FIRST = Date.UTC(2024, 0, 8, 9);
const MINUTE = 60_000;
/** After so many minutes the times begin again, so that no load is so long that its records are of tomorrow. */
const MINUTES = 1_000_000;

/**
 * The same record for the same number; `run` keeps the ids of two runs apart. However long the load lasts, nobody's history grows
 * without end: families come and go, as they do in a city.
 */
export const loadEvent = (number: number, run: string): LoadEvent => {
  const agency = agencyOf(number);
  const family = familyOf(number);
  const { type, data } = shapeOf(number, Math.floor(number / PARTNERSHIPS));
  const mother = `${agency}:M-${run}-${family}`;
  const details = { given: 'Ada', family: `Brook ${run} ${family}`, dateOfBirth: '1990-02-03' };
  return {
    specversion: '1.0',
    partnership: partnershipOf(number),
    source: `/agencies/${agency}`,
    id: `${run}-${number}`,
    type: `throughline.${type}.v1`,
    time: new Date(FIRST + (number % MINUTES) * MINUTE).toISOString(),
    subject: mother,
    data: {
      people: [
        { ref: mother, role: 'victim', ...(number % 3 === 0 ? { details } : {}) },
        { ref: `${agency}:C-${run}-${family}`, role: 'child' },
      ],
      ...data,
    },
  };
};

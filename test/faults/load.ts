import { seeded } from './seeded';

/** A record as an agency sends it. */
export interface Sent {
  readonly client: string;
  readonly source: string;
  readonly id: string;
  readonly partnership: string;
  readonly text: string;
}

/** One call of a publisher: a single record, or a batch. */
export interface Call {
  readonly client: string;
  readonly records: readonly Sent[];
}

const AGENCIES = [
  { code: 'police', partnership: 'northgate' },
  { code: 'csc', partnership: 'northgate' },
  { code: 'housing', partnership: 'northgate' },
  { code: 'idva', partnership: 'northgate' },
  { code: 'riverside-police', partnership: 'riverside' },
  { code: 'riverside-housing', partnership: 'riverside' },
] as const;

const SHAPES = [
  (number: number) => ({ type: 'police.incident-recorded', data: { incidentNumber: `i-${number}`, nature: ['threats'] } }),
  (number: number) => ({ type: 'engagement.contact-recorded', data: contact(number) }),
  () => ({ type: 'coordination.view-given', data: { view: 'Not yet' } }),
  (number: number) => ({
    type: 'referral.made',
    data: { referralId: `r-${number}`, service: 'idva', reason: 'Concern', sharingBasis: 'public-task' },
  }),
  () => ({ type: 'risk.assessment-completed', data: { tool: 'dash-ric', level: 'high', ticks: 15 } }),
  () => ({ type: 'person.details-recorded', data: {} }),
];

const contact = (number: number) => ({ service: 'idva', outcome: number % 3 === 0 ? 'no-answer' : 'engaged' });

/**
 * Records of many families, the same for the same seed, split over agencies' calls: about a third go alone, the others in batches.
 * Records of one agency keep their order.
 */
export const load = (seed: number, count: number): readonly Call[] => {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const calls: Call[] = [];
  for (let number = 0; number < count;) {
    const { code, partnership } = pick(AGENCIES);
    const size = random() < 0.75 ? 1 : 1 + Math.floor(random() * 40);
    const records: Sent[] = [];
    for (; records.length < size && number < count; number += 1) {
      const family = Math.floor(random() * (count / 10));
      const { type, data } = pick(SHAPES)(number);
      const mother = `${code}:F${family}`;
      const details = { given: 'Ada', family: `Brook${family}`, dateOfBirth: '1990-02-03' };
      const people = [
        { ref: mother, role: 'victim', ...(random() < 0.3 ? { details } : {}) },
        { ref: `${code}:C${family}`, role: 'child' },
      ];
      const source = `/agencies/${code}`;
      const id = `${seed}-${number}`;
      const time = '2024-03-04T10:00:00Z';
      const event = {
        specversion: '1.0',
        id,
        source,
        type: `throughline.${type}.v1`,
        subject: mother,
        time,
        partnership,
        data: { people, ...data },
      };
      records.push({ client: code, source, id, partnership, text: JSON.stringify(event) });
    }
    calls.push({ client: code, records });
  }
  return calls;
};

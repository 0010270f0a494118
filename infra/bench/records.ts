import type { PublishedRecord } from '@throughline/seal';

/** Partnerships of the bench, each with one agency whose code is the client that publishes for it. */
export const PARTNERSHIPS = 100;

export const partnershipOf = (number: number): string => `bench-${number % PARTNERSHIPS}`;
export const agencyOf = (number: number): string => `agency-${number % PARTNERSHIPS}`;

/** The file that the hub starts from. */
export const partnershipsFile = (): string =>
  JSON.stringify({
    partnerships: Array.from({ length: PARTNERSHIPS }, (_, number) => ({
      code: partnershipOf(number),
      name: `Bench ${number}`,
      agencies: [{ code: agencyOf(number), kind: 'police', name: `Police ${number}` }],
    })),
    clients: [{ id: 'operator', scopes: ['records:import', 'audit:read', 'operate'] }],
  });

const TIME = Date.UTC(2024, 0, 8, 9);
const FAMILIES = 20;

const shapes = [
  (number: number) => ({
    type: 'police.incident-recorded',
    data: { incidentNumber: `i-${number}`, nature: ['threats'], narrative: 'Heard by a neighbour' },
  }),
  () => ({ type: 'engagement.contact-recorded', data: { service: 'idva', outcome: 'engaged', barriers: 'Her phone is checked' } }),
  () => ({ type: 'coordination.view-given', data: { view: 'It is too early to close' } }),
  () => ({ type: 'person.details-recorded', data: {} }),
];

/** The same record for the same number: of one partnership, about one of its families; `run` keeps the ids of two runs apart. */
export const benchRecord = (number: number, run: string): Omit<PublishedRecord, 'attributes'> => {
  const agency = agencyOf(number);
  const family = Math.floor(number / PARTNERSHIPS) % FAMILIES;
  const { type, data } = (shapes[Math.floor(number / PARTNERSHIPS) % shapes.length] ?? shapes[0])?.(number) ?? { type: '', data: {} };
  const stamp = new Date(TIME + number * 60_000).toISOString();
  const mother = `${agency}:M-${family}`;
  const details = { given: 'Ada', family: `Brook ${family}`, dateOfBirth: '1990-02-03' };
  return {
    partnership: partnershipOf(number),
    source: `/agencies/${agency}`,
    id: `${run}-${number}`,
    type: `throughline.${type}.v1`,
    time: stamp,
    recordedtime: stamp,
    imported: true,
    agency,
    subject: mother,
    data: {
      people: [
        { ref: mother, role: 'victim', ...(number % 3 === 0 ? { details } : {}) },
        { ref: `${agency}:C-${family}`, role: 'child' },
      ],
      ...data,
    },
  };
};

/** The same as its agency sends it. */
export const benchEvent = (number: number, run: string): string => {
  const { partnership, source, id, type, time, subject, data } = benchRecord(number, run);
  return JSON.stringify({ specversion: '1.0', partnership, source, id, type, time, subject, data });
};

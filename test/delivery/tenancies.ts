import { randomUUID } from 'node:crypto';

/** A tenancy after abuse, of somebody whom only this record names: the Sanctuary scheme is told of it at once. */
export const tenancy = (time: string, recordedtime?: string): Readonly<Record<string, unknown>> => {
  const ref = `housing:${randomUUID()}`;
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/agencies/housing',
    type: 'throughline.housing.tenancy-started.v1',
    subject: ref,
    time,
    data: {
      people: [{ ref, role: 'victim', details: { given: 'Marigold', family: 'Quillfeather', dateOfBirth: '1984-03-09' } }],
      tenancyId: `housing-${randomUUID()}`,
      reason: 'rehoused-domestic-abuse',
      address: { lines: ['1 Larkspur Mews'], postcode: 'S1 2AB' },
      startedOn: time.slice(0, 10),
    },
    ...(recordedtime === undefined ? {} : { partnership: 'northgate', recordedtime }),
  };
};

/** A record of an agency about somebody whom every agency knows by the same NHS number. */
export const about = (agency: string, type: string, data: object): Readonly<Record<string, unknown>> => ({
  specversion: '1.0',
  id: randomUUID(),
  source: `/agencies/${agency}`,
  type: `throughline.${type}.v1`,
  subject: `${agency}:N-77`,
  time: new Date().toISOString(),
  data: {
    people: [
      {
        ref: `${agency}:N-77`,
        role: 'victim',
        details: { given: 'Petunia', family: 'Larkin', dateOfBirth: '1991-11-30', nhsNumber: '9434765919' },
      },
    ],
    ...data,
  },
});

/** What no message outside may hold. */
export const SECRETS = ['Marigold', 'Quillfeather', 'Larkspur', 'S1 2AB', 'tenancy', 'rehoused', '1984'];

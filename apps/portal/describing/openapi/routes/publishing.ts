import type { JsonSchema } from '@throughline/records';
import { describedType, describedTypes } from '../../catalogue/described-types';
import { json, type Parameter, type Route } from '../route';
import { count, list, ref, shape, text } from '../schema';

const MOST_RECORDS = 1_000;

const PREFER: Parameter = {
  name: 'Prefer',
  in: 'header',
  description: 'handling=lenient stores the good records of a batch although others are faulty (RFC 7240).',
  schema: { type: 'string', enum: ['handling=lenient', 'handling=strict'] },
};

const tenancy = describedType('housing.tenancy-started')?.example ?? {};

const PRINTABLE = '^[!-~]([ -~]*[!-~])?$';

/** The headers of binary mode. Structured mode and batches need none of them. */
const HEADERS: readonly Parameter[] = ['specversion', 'id', 'source', 'type', 'subject', 'time'].map((name) => ({
  name: `ce-${name}`,
  in: 'header' as const,
  description: `In binary mode: the record's ${name}, percent-encoded where it is not printable ASCII. Ignored in the other modes.`,
  schema: { type: 'string', pattern: PRINTABLE },
  example: tenancy[name],
}));

const published = describedTypes.filter(({ byTheHub }) => !byTheHub);

interface Acknowledgement {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
  readonly errors?: unknown;
}

export const publishingSchemas: Readonly<Record<string, JsonSchema>> = {
  Record: {
    title: 'A record',
    description: 'A CloudEvent 1.0 of one type of the catalogue.',
    anyOf: published.map(({ type }) => ref(type)),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(published.map(({ type }) => [type, `#/components/schemas/${type}`])),
    },
  },
  Acknowledgement: shape<Acknowledgement>(
    {
      accepted: count('Records that are newly stored.'),
      duplicates: count('Records that were stored before, with the same content.'),
      position: text(
        'Of the last record of the call in the log, new or old; over several partnerships one each, with commas between. Give it as after to read your own writes.',
        { pattern: '^(?:[a-z][a-z0-9-]{0,62}:[0-9]+(?:,[a-z][a-z0-9-]{0,62}:[0-9]+)*)?$' },
      ),
      errors: list(ref('RecordFault'), 'Only with lenient handling: the faults of the records that were not stored.'),
    },
    { optional: ['errors'] },
  ),
  RecordFault: shape<{ index: number; pointer: string; detail: string; status: number }>({
    index: count('Which record of the call, from 0.'),
    pointer: text('Where in the record (RFC 6901).'),
    detail: text('What is wrong, without the value.'),
    status: { type: 'integer', enum: [403, 409, 422] },
  }),
};

export const publishingRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/records',
    id: 'publishRecords',
    group: 'Publishing',
    summary: 'Publish one record, or up to 1,000 in a batch',
    description:
      'The answer comes when the records are durably in the log. A batch with a faulty record stores nothing, unless handling is lenient. ' +
      'At most 5 MiB a call, and by default 200 calls a second for one client. In binary mode every other attribute is a ce- header, too.',
    for: 'signed-in',
    parameters: [PREFER, ...HEADERS],
    body: {
      required: true,
      content: {
        'application/cloudevents+json': { schema: ref('Record'), example: tenancy },
        'application/cloudevents-batch+json': {
          schema: { type: 'array', items: ref('Record'), maxItems: MOST_RECORDS },
          example: [tenancy],
        },
        'application/json': {
          schema: {
            description: 'Binary mode: the data of the record, its attributes in ce- headers.',
            anyOf: published.map(({ name }) => ref(name)),
          },
          example: tenancy['data'],
        },
      },
    },
    answers: {
      202: {
        ...json('Durably in the log.', ref('Acknowledgement'), { accepted: 1, duplicates: 0, position: 'northgate:1234' }),
        headers: { 'Preference-Applied': { description: 'handling=lenient, where that was asked for.', schema: { type: 'string' } } },
      },
    },
    problems: [400, 403, 409, 413, 415, 422, 429],
  },
  {
    method: 'post',
    path: '/v1/operate/import/check',
    id: 'checkImport',
    group: 'Operating',
    summary: 'Every fault of records that are to be imported; nothing is stored',
    for: 'records:import',
    body: {
      required: true,
      content: {
        'application/json': {
          schema: shape<{ records: unknown; earlier?: unknown }>(
            {
              records: { type: 'array', items: {}, description: 'Up to 1,000 records as structured JSON.' },
              earlier: {
                type: ['array', 'null'],
                description: 'Records that will be stored before these, so that a correction of one of them is no fault.',
                items: shape<{ partnership: string; source: string; id: string; type: string; agency: string; subject: string }>(
                  { partnership: text(), source: text(), id: text(), type: text(), agency: text(), subject: text() },
                  { open: true },
                ),
              },
            },
            { optional: ['earlier'], open: true },
          ),
        },
      },
    },
    answers: {
      200: json(
        'What is wrong with them.',
        shape<{ records: number; errors: unknown }>({ records: count('How many were looked at.'), errors: list(ref('RecordFault')) }),
      ),
    },
    problems: [400, 413, 422, 429],
  },
];

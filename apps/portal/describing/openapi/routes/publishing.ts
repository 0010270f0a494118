import type { JsonSchema } from '@throughline/records';
import { describedType } from '../../catalogue/described-types';
import type { OwnSetAside } from '../../../api';
import { CURSOR, json, LIMIT, PARTNERSHIP, type Parameter, type Route } from '../route';
import { count, list, pageOf, ref, shape, text } from '../schema';

const MOST_RECORDS = 1_000;

const PREFER: Parameter = {
  name: 'Prefer',
  in: 'header',
  description: 'handling=lenient stores the good records of a batch although others are faulty (RFC 7240).',
  schema: { type: 'string', enum: ['handling=lenient', 'handling=strict'] },
};

const tenancy = describedType('housing.tenancy-started')?.example ?? {};

/** The headers of binary mode. Structured mode and batches need none of them. */
const HEADERS: readonly Parameter[] = ['specversion', 'id', 'source', 'type', 'subject', 'time'].map((name) => ({
  name: `ce-${name}`,
  in: 'header' as const,
  description: `In binary mode: the record's ${name}, percent-encoded where it is not printable ASCII. Ignored in the other modes.`,
  schema: { type: 'string' },
  example: tenancy[name],
}));

interface Acknowledgement {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
  readonly errors?: unknown;
}

export const publishingSchemas: Readonly<Record<string, JsonSchema>> = {
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
  OwnSetAside: pageOf(
    shape<OwnSetAside>({
      partnership: text(),
      position: text('The position that it was given when it was taken.'),
      source: text(),
      id: text(),
      reason: text('Why it has no effect, without anything that it says.'),
    }),
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
            ...ref('RecordData'),
            description: 'Binary mode: the data of the record, as the type in ce-type has it; its attributes are in ce- headers.',
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
    method: 'get',
    path: '/v1/set-aside',
    id: 'listOwnSetAside',
    group: 'Publishing',
    summary: "Your agency's records that were taken and have no effect, the newest first; an auditor's all",
    description:
      'Rarely: where the same source and id were sent with two contents at the very same moment, both are taken, and the one that comes ' +
      'second in the log is set aside. Publish a correction of the first, or send it under an id of its own.',
    for: 'signed-in',
    parameters: [PARTNERSHIP, LIMIT, CURSOR],
    answers: { 200: json('A page of them.', ref('OwnSetAside')) },
    problems: [400, 403, 422],
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

import type { CheckResult } from '@throughline/platform';
import type { Agency, Pathway, Settings, Thresholds } from '@throughline/projections';
import { defaultThresholds } from '@throughline/projections';
import type { JsonSchema } from '@throughline/records';
import { json, type Route } from '../route';
import { count, list, oneOf, orNull, ref, shape, text, yesNo } from '../schema';

interface Lag {
  readonly partition: number;
  readonly next: string;
  readonly end: string;
  readonly lag: number;
  readonly stopped?: string;
}

interface SetAside {
  readonly partnership: string;
  readonly position: string;
  readonly source: string | null;
  readonly id: string | null;
  readonly reason: string;
}

interface WhatIf {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly detail: string | null;
  readonly place: unknown;
  readonly report: unknown;
}

const classes = shape<Record<'now' | 'act' | 'know' | 'tidy', number>>({ now: count(), act: count(), know: count(), tidy: count() });
const changes = { added: count(), gone: count(), earlier: count(), later: count(), unchanged: count() };
const whatIfReport = shape<Record<string, unknown>>({
  safeguard: text(),
  replaces: yesNo(),
  from: orNull(text()),
  to: orNull(text()),
  records: count(),
  totals: shape<Record<keyof typeof changes, number>>(changes),
  months: list(shape<Record<string, unknown>>({ partnership: text(), agency: text(), month: text(), ...changes })),
  load: list(shape<Record<string, unknown>>({ partnership: text(), agency: text(), year: text(), before: classes, after: classes })),
  alerts: list(
    shape<Record<string, unknown>>({
      change: oneOf(['added', 'gone', 'earlier', 'later']),
      partnership: text(),
      safeguard: text(),
      agency: text(),
      class: oneOf(['now', 'act', 'know', 'tidy']),
      person: text(),
      raisedAt: text(),
      raisedBefore: orNull(text()),
    }),
  ),
  furtherAlerts: count(),
});

interface Rebuild {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly generation: number;
}

const positioned = shape<{ position: string }>({ position: text('Where the log has it.') });
const itemsOf = (items: JsonSchema): JsonSchema => shape<{ items: unknown }>({ items: list(items) });
const thresholds = Object.fromEntries<JsonSchema>(Object.keys(defaultThresholds).map((name) => [name, { type: 'number' }])) as {
  [Name in keyof Thresholds]: JsonSchema;
};
const PARTNERSHIP_GIVEN = text('The code of the partnership.', { minLength: 1 });

export const operatingSchemas: Readonly<Record<string, JsonSchema>> = {
  Lag: shape<Lag>(
    {
      partition: count(),
      next: text('The next offset to be read.', { pattern: '^[0-9]+$' }),
      end: text('The end of the log.', { pattern: '^[0-9]+$' }),
      lag: { type: 'integer', description: 'Records that are not read yet.' },
      stopped: text('Why it stands still.'),
    },
    { optional: ['stopped'] },
  ),
  SetAside: shape<SetAside>({
    partnership: text(),
    position: text('Give it to redrive.'),
    source: orNull(text()),
    id: orNull(text()),
    reason: text(),
  }),
  Rebuild: shape<Rebuild>({ state: oneOf(['none', 'running', 'done', 'failed']), done: count(), total: count(), generation: count() }),
  WhatIf: shape<WhatIf>({
    state: oneOf(['none', 'running', 'done', 'failed']),
    done: count(),
    total: count(),
    detail: orNull(text('Why it failed.')),
    place: orNull(shape<{ line?: number; column?: number }>({ line: count(), column: count() }, { optional: ['line', 'column'] })),
    report: orNull(whatIfReport),
  }),
  Settings: shape<Settings>(
    {
      code: text(),
      name: text(),
      number: count('Which settings these are: every change has the next number.'),
      agencies: list(shape<Agency>({ code: text(), kind: text(), name: text() }, { open: true })),
      postcodes: list(text()),
      maracMeetings: shape<NonNullable<Settings['maracMeetings']>>({ every: text(), on: text(), from: text() }),
      schoolHolidays: list(text()),
      thresholds: shape<Thresholds>(thresholds),
      pathways: list(
        shape<Pathway>(
          {
            safeguards: list(text("A safeguard's id, a family like marac-*, or * for all others.")),
            title: text(),
            link: text("An https address of the partnership's own page."),
            text: text("The partnership's own words."),
            resources: list(shape<NonNullable<Pathway['resources']>[number]>({ title: text(), link: text() })),
          },
          { optional: ['link', 'text', 'resources'] },
        ),
        'What the partnership wrote for those who get alerts.',
      ),
    },
    { optional: ['maracMeetings', 'pathways'], open: true },
  ),
  Readiness: shape<{ status: string; checks: unknown }>({
    status: oneOf(['ready', 'not ready']),
    checks: {
      type: 'object',
      additionalProperties: shape<CheckResult>({ ok: yesNo(), detail: { description: 'What a person on call wants to read.' } }),
    },
  }),
};

export const operatingRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/operate/lag',
    id: 'showLag',
    group: 'Operating',
    summary: 'How far the tables are behind the log',
    for: 'operate',
    answers: { 200: json('Each partition.', itemsOf(ref('Lag'))) },
  },
  {
    method: 'get',
    path: '/v1/operate/rejected',
    id: 'listSetAside',
    group: 'Operating',
    summary: 'Records that were set aside and not tried again',
    for: 'operate',
    answers: { 200: json('Each record.', itemsOf(ref('SetAside'))) },
  },
  {
    method: 'post',
    path: '/v1/operate/rejected/redrive',
    id: 'redrive',
    group: 'Operating',
    summary: 'Try a record again that was set aside',
    for: 'operate',
    body: {
      required: true,
      content: {
        'application/json': {
          schema: shape<{ partnership: string; position: unknown }>(
            {
              partnership: PARTNERSHIP_GIVEN,
              position: {
                anyOf: [
                  text(undefined, { pattern: '^(?:[a-z][a-z0-9-]{0,62}:)?[0-9]{1,15}$' }),
                  { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991 },
                ],
              },
            },
            { open: true },
          ),
        },
      },
    },
    answers: { 202: json('The wish is in the log.', positioned) },
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/v1/operate/rebuild',
    id: 'startRebuild',
    group: 'Operating',
    summary: 'Build the tables anew beside the live ones, then switch',
    for: 'operate',
    answers: { 202: json('It has begun.', ref('Rebuild')) },
    problems: [400, 409, 413, 415],
  },
  {
    method: 'get',
    path: '/v1/operate/rebuild',
    id: 'showRebuild',
    group: 'Operating',
    summary: 'How far the last rebuild is',
    for: 'operate',
    answers: { 200: json('Its state.', ref('Rebuild')) },
  },
  {
    method: 'post',
    path: '/v1/operate/clock',
    id: 'startClock',
    group: 'Operating',
    summary: "Start a partnership's clock after its history was imported",
    for: 'operate',
    body: {
      required: true,
      content: { 'application/json': { schema: shape<{ partnership: string }>({ partnership: PARTNERSHIP_GIVEN }, { open: true }) } },
    },
    answers: { 202: json('It runs from this position on.', positioned) },
    problems: [400, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/v1/operate/settings',
    id: 'showSettings',
    group: 'Operating',
    summary: 'What the partnerships have agreed',
    for: 'operate',
    answers: { 200: json('Each partnership.', itemsOf(ref('Settings'))) },
  },
  {
    method: 'post',
    path: '/v1/operate/settings',
    id: 'applySettings',
    group: 'Operating',
    summary: 'Put a partnerships file in force, where it differs from what is',
    for: 'operate',
    body: {
      required: true,
      content: {
        'application/json': {
          schema: shape<{ file: string; replaces: unknown; partnership?: string }>(
            {
              file: text('The partnerships file, YAML.', { minLength: 1 }),
              replaces: {
                description: 'The number of the settings that are to be replaced: one for all, or one for each partnership by its code.',
                anyOf: [count(), { type: 'object', additionalProperties: count() }],
              },
              partnership: text('Only the entry of this code.', { minLength: 1 }),
            },
            { optional: ['partnership'], open: true },
          ),
        },
      },
    },
    answers: {
      202: json(
        'In force.',
        itemsOf(
          shape<{ partnership: string; number: number; position: string }>({ partnership: text(), number: count(), position: text() }),
        ),
      ),
    },
    problems: [400, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/v1/operate/what-if',
    id: 'beginWhatIf',
    group: 'Operating',
    summary: 'Judge history anew with a safeguard that is sent; nothing is stored. 403 where it is switched off',
    for: 'operate',
    body: {
      required: true,
      content: {
        'application/json': {
          schema: shape<{ safeguard: string; partnership?: string; from?: string; to?: string }>(
            {
              safeguard: text('The text of a module that exports what defineSafeguard makes.', { minLength: 1, maxLength: 100_000 }),
              partnership: text('This partnership alone.'),
              from: text('A day.', { format: 'date' }),
              to: text('A day.', { format: 'date' }),
            },
            { optional: ['partnership', 'from', 'to'], open: true },
          ),
        },
      },
    },
    answers: { 202: json('It has begun.', ref('WhatIf')) },
    problems: [400, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/v1/operate/what-if',
    id: 'showWhatIf',
    group: 'Operating',
    summary: 'How far it is, and its report',
    for: 'operate',
    answers: { 200: json('Its state.', ref('WhatIf')) },
  },
  {
    method: 'delete',
    path: '/v1/operate/what-if',
    id: 'stopWhatIf',
    group: 'Operating',
    summary: 'End it, and forget its report',
    for: 'operate',
    answers: { 200: json('It has ended.', ref('WhatIf')) },
  },
  {
    method: 'get',
    path: '/health/live',
    id: 'live',
    group: 'Running',
    summary: 'The process runs and answers',
    for: 'anybody',
    answers: { 200: json('It does.', shape<{ status: string }>({ status: { const: 'live' } })) },
  },
  {
    method: 'get',
    path: '/health/ready',
    id: 'ready',
    group: 'Running',
    summary: 'Every part can do its work',
    for: 'anybody',
    answers: { 200: json('Every part.', ref('Readiness')), 503: json('Not every part, or not any more.', ref('Readiness')) },
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'metrics',
    group: 'Running',
    summary: 'Measurements for Prometheus',
    for: 'anybody',
    answers: { 200: { description: 'The text format of Prometheus.', content: { 'text/plain': { schema: { type: 'string' } } } } },
  },
];

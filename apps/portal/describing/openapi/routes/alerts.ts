import type { AlertPathway, AlertView } from '@throughline/alerts';
import type { JsonSchema } from '@throughline/records';
import type { Closing, Decided, DisclosureView } from '../../../api';
import { AFTER, CURSOR, json, LIMIT, moment, PARTNERSHIP, path, query, type Route } from '../route';
import { count, instant, list, oneOf, orNull, pageOf, ref, shape, text } from '../schema';

export const ALERT_STATUSES = ['open', 'acknowledged', 'escalated', 'closed', 'superseded'] as const;
export const ALERT_CLASSES = ['now', 'act', 'know', 'tidy'] as const;

const ALERT = path('id', "The alert's id.", 'a-1f3c');

const reason = (description: string): JsonSchema =>
  text(description, { minLength: 1, maxLength: 2_000, pattern: String.raw`^[^\u0000]*[^\s\u0000][^\u0000]*$` });

export const alertSchemas: Readonly<Record<string, JsonSchema>> = {
  Alert: shape<AlertView>({
    id: text(),
    partnership: text(),
    safeguard: text('The safeguard that raised it.'),
    version: count("The safeguard's version."),
    class: oneOf(ALERT_CLASSES),
    to: shape<{ agency: string; service: string | null }>({ agency: text(), service: orNull(text()) }),
    person: text('The id of the person that it is about.'),
    raisedAt: instant(),
    dueAt: orNull(instant()),
    status: oneOf(ALERT_STATUSES),
    reason: text('Why, in plain words.'),
    evidence: list(ref('RecordKey'), 'The records that show it.'),
    answeredBy: text('What would answer it.'),
    source: text('The words of the review that the safeguard comes from.'),
    pathway: orNull(ref('Pathway')),
    escalatedFrom: orNull(text('The alert that it comes from.')),
    closedAt: orNull(instant()),
    closedBy: orNull(ref('RecordKey')),
  }),
  Pathway: shape<AlertPathway>(
    {
      title: text(),
      link: orNull(text("An https address of the partnership's own page.")),
      text: orNull(text("The partnership's own words, paragraphs parted by an empty line.")),
      resources: list(shape<AlertPathway['resources'][number]>({ title: text(), link: text() }), 'What else helps.'),
    },
    {
      description:
        'What the partnership wrote for those who get an alert of this safeguard, as its settings are now; null where it wrote nothing.',
    },
  ),
  Alerts: pageOf(ref('Alert')),
  Decided: shape<Decided>({ position: text('Where the log has the decision: give it as after to read it back.') }),
  Closing: shape<Closing>({ outcome: reason('What was done.'), justification: reason('Why it can be closed.') }),
  Disclosure: shape<DisclosureView>({
    at: instant(),
    partnership: text(),
    agency: orNull(text()),
    actor: text('Who read.'),
    role: text(),
    purpose: text(),
    basis: text('Why it was permitted, or empty.'),
    outcome: oneOf(['shown', 'refused']),
    what: text('The call.'),
    person: orNull(text()),
    positions: list(text(), 'The records whose content was shown.'),
    items: list(text(), 'What else was shown.'),
  }),
  Disclosures: pageOf(ref('Disclosure')),
};

export const alertRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/alerts',
    id: 'listAlerts',
    group: 'Alerts',
    summary: "Your agency's alerts; an auditor's all",
    for: 'signed-in',
    parameters: [
      query('agency', 'The code of the agency that they are addressed to.'),
      {
        ...query('status', 'Repeated, or with commas between.', list(oneOf(ALERT_STATUSES))),
        style: 'form',
        explode: false,
      },
      query('safeguard', "The safeguard's id."),
      query('person', "A person's id or any of their references."),
      moment('from', 'Raised from here on.'),
      moment('to', 'Raised up to here.'),
      PARTNERSHIP,
      LIMIT,
      CURSOR,
      AFTER,
    ],
    answers: { 200: json('A page of alerts, in the order in which they were raised.', ref('Alerts')) },
    problems: [400, 403, 422],
  },
  {
    method: 'get',
    path: '/v1/alerts/{id}',
    id: 'showAlert',
    group: 'Alerts',
    summary: "One of your agency's alerts; any for an auditor",
    for: 'signed-in',
    parameters: [ALERT],
    answers: { 200: json('The alert.', ref('Alert')) },
    problems: [400, 404],
  },
  {
    method: 'post',
    path: '/v1/alerts/{id}/acknowledge',
    id: 'acknowledgeAlert',
    group: 'Alerts',
    summary: 'Say that your agency has seen it; where that is the answer, it closes',
    for: 'signed-in',
    parameters: [ALERT],
    answers: { 202: json('Taken.', ref('Decided')) },
    problems: [400, 404, 409, 413, 415],
  },
  {
    method: 'post',
    path: '/v1/alerts/{id}/close',
    id: 'closeAlert',
    group: 'Alerts',
    summary: 'Close it, and say why',
    for: 'signed-in',
    parameters: [ALERT],
    body: {
      required: true,
      content: {
        'application/json': { schema: ref('Closing'), example: { outcome: 'done', justification: 'The locks were changed on Friday.' } },
      },
    },
    answers: { 202: json('Taken.', ref('Decided')) },
    problems: [400, 404, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/v1/disclosures',
    id: 'listDisclosures',
    group: 'Audit',
    summary: 'Who saw what, when and why, the newest first',
    for: 'audit:read',
    parameters: [query('person', "A person's id or any of their references."), PARTNERSHIP, LIMIT, CURSOR],
    answers: { 200: json('A page of disclosures.', ref('Disclosures')) },
    problems: [400, 404, 422],
  },
];

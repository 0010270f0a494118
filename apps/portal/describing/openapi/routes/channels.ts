import { type JsonSchema, SERVICES } from '@throughline/records';
import { json, LIMIT, PARTNERSHIP, query, type Route } from '../route';
import { count, instant, list, oneOf, orNull, ref, shape, text } from '../schema';
import { ALERT_CLASSES, ALERT_STATUSES } from './alerts';

interface Webhook {
  readonly url: string;
  readonly state: string;
  readonly disabledAt: string | null;
  readonly disabledBecause: string | null;
  readonly missed: number;
  readonly notSent: { readonly count: number; readonly until: string } | null;
  readonly formerSecretUntil: string | null;
  readonly secret?: string;
}

interface AlertEvent {
  readonly alert: string;
  readonly partnership: string;
  readonly change: string;
  readonly safeguard: string;
  readonly class: string;
  readonly to: unknown;
  readonly status: string;
  readonly dueAt: string | null;
}

interface Failed {
  readonly key: string;
  readonly channel: string;
  readonly partnership: string;
  readonly agency: string;
  readonly reference: string;
  readonly state: string;
  readonly attempts: number;
  readonly fault: string | null;
  readonly failedAt: string;
}

const CHANNELS = ['inbox', 'events', 'mail', 'webhook', 'kafka', 'digest', 'trouble'] as const;

/** A mail address as mail servers take it, without comments, quotes or lists (RFC 5321, section 4.1.2). */
const MAIL_ADDRESS = text(undefined, {
  maxLength: 254,
  pattern: "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+$",
});

const service = (description: string): JsonSchema => orNull(oneOf(SERVICES, description));

export const channelSchemas: Readonly<Record<string, JsonSchema>> = {
  Channels: shape<{ agency: string; mail: unknown; webhook: unknown }>({
    agency: text(),
    mail: list(shape<{ address: string; service: string | null }>({ address: text(), service: orNull(text()) })),
    webhook: orNull(
      shape<Webhook>(
        {
          url: text(),
          state: oneOf(['enabled', 'disabled']),
          disabledAt: orNull(instant()),
          disabledBecause: orNull(text()),
          missed: count('Messages that are kept until it is enabled again: they are sent then, in order, under the same webhook-id.'),
          notSent: orNull(
            shape<{ count: number; until: string }>({
              count: count(
                'Messages that were missed for longer than 30 days when it was last enabled. They are not sent: read /v1/alerts.',
              ),
              until: instant('When the last of them was due.'),
            }),
          ),
          formerSecretUntil: orNull(instant('Until when messages are signed with the former secret too.')),
          secret: text('What messages are signed with. Shown once, when it is made.'),
        },
        { optional: ['secret'] },
      ),
    ),
  }),
  GivenChannels: shape<{ mail?: unknown; webhook?: unknown }>(
    {
      mail: {
        type: ['array', 'null'],
        maxItems: 50,
        items: shape<{ address: string; service?: string | null }>(
          { address: MAIL_ADDRESS, service: service('Only what is addressed to this service; null for all.') },
          { optional: ['service'] },
        ),
      },
      webhook: orNull(
        shape<{ url: string }>({ url: text('HTTPS, and an address on the internet.', { format: 'uri', pattern: '^https://' }) }),
      ),
    },
    { optional: ['mail', 'webhook'] },
  ),
  AlertEvent: shape<AlertEvent>(
    {
      alert: text('Read it at /v1/alerts.'),
      partnership: text(),
      change: oneOf(['raised', 'changed']),
      safeguard: text(),
      class: oneOf(ALERT_CLASSES),
      to: shape<{ agency: string; service: string | null }>({ agency: text(), service: orNull(text()) }),
      dueAt: orNull(instant()),
      status: oneOf(ALERT_STATUSES),
    },
    { description: 'The data of each event called alert. It names nobody and gives no reason.' },
  ),
  AlertEventsReset: shape<{ reason: string; read: string }>(
    { reason: text(), read: text('Where what was missed is.') },
    { description: 'The data of an event called reset: those that you would have got are not kept any more. Go on from its id.' },
  ),
};

/** One kind of event of a stream, as its lines have it. */
const streamed = (event: string, data: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: {
    event: { const: event },
    id: text('Send it as Last-Event-ID to go on after it.', { pattern: '^[0-9]{1,15}$' }),
    data: { type: 'string', contentMediaType: 'application/json', contentSchema: data },
  },
  required: ['event', 'id', 'data'],
});

export const channelRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/alerts/events',
    id: 'followAlerts',
    group: 'Alerts',
    summary: "Your agency's alerts as they are raised and changed, as server-sent events",
    description:
      'A comment comes every 15 seconds. Connect again with Last-Event-ID when it ends. ' +
      'Events are kept for 30 days, or as many as the hub is set to. Where one that you would have got is not kept any more, ' +
      'the first event is called reset: read /v1/alerts, and go on from its id.',
    for: 'signed-in',
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        description: 'The id of the last event that you have: it goes on after that, without gap or repetition.',
        schema: { type: 'string', pattern: '^[0-9]{0,15}$' },
      },
      PARTNERSHIP,
    ],
    answers: {
      200: {
        description: 'A stream that stays open. The schema is that of each event of it.',
        content: {
          'text/event-stream': { schema: { oneOf: [streamed('alert', ref('AlertEvent')), streamed('reset', ref('AlertEventsReset'))] } },
        },
      },
    },
    problems: [400, 403, 422],
  },
  {
    method: 'get',
    path: '/v1/channels',
    id: 'showChannels',
    group: 'Channels',
    summary: 'Where your agency is told of its alerts',
    for: 'signed-in',
    answers: { 200: json('Your channels.', ref('Channels')) },
    problems: [403],
  },
  {
    method: 'put',
    path: '/v1/channels',
    id: 'replaceChannels',
    group: 'Channels',
    summary: 'Say where your agency is told of its alerts, in the place of all that was said before',
    for: 'signed-in',
    body: {
      required: true,
      content: {
        'application/json': {
          schema: ref('GivenChannels'),
          example: { mail: [{ address: 'duty@homes.example', service: null }], webhook: { url: 'https://hooks.homes.example/alerts' } },
        },
      },
    },
    answers: { 200: json('Your channels, with the secret of a new webhook.', ref('Channels')) },
    problems: [400, 403, 413, 415, 422],
  },
  {
    method: 'delete',
    path: '/v1/channels',
    id: 'removeChannels',
    group: 'Channels',
    summary: 'Be told no more, but in the inbox',
    for: 'signed-in',
    answers: { 204: { description: 'There are none.' } },
    problems: [400, 403, 413, 415],
  },
  {
    method: 'post',
    path: '/v1/channels/webhook/rotate',
    id: 'rotateSecret',
    group: 'Channels',
    summary: 'A new secret for the webhook; messages are signed with both for a while',
    for: 'signed-in',
    answers: {
      200: json(
        'The secret, this once.',
        shape<{ secret: string; formerSecretUntil: string }>({ secret: text(), formerSecretUntil: instant() }),
      ),
    },
    problems: [400, 403, 404, 413, 415],
  },
  {
    method: 'post',
    path: '/v1/channels/webhook/enable',
    id: 'enableWebhook',
    group: 'Channels',
    summary: 'Call the webhook again that was disabled, and be sent what it missed',
    for: 'signed-in',
    answers: { 200: json('Your channels.', ref('Channels')) },
    problems: [400, 403, 404, 413, 415],
  },
  {
    method: 'get',
    path: '/v1/operate/deliveries',
    id: 'listDeliveries',
    group: 'Operating',
    summary: 'What did not reach an agency, how each channel stands, and which webhooks are disabled',
    for: 'operate',
    parameters: [LIMIT, query('cursor', 'Where the page before ended: its next.', { type: 'string', pattern: '^[0-9]{1,15}$' })],
    answers: {
      200: json(
        'The newest first.',
        shape<{ items: unknown; next: unknown; channels: unknown; disabledWebhooks: unknown }>({
          items: list(
            shape<Failed>({
              key: text(),
              channel: oneOf(CHANNELS),
              partnership: text(),
              agency: text(),
              reference: text('By which a person on the telephone can name the message.'),
              state: oneOf(['failed', 'missed'], 'missed: it is sent when the webhook is enabled again.'),
              attempts: count(),
              fault: orNull(text()),
              failedAt: instant(),
            }),
          ),
          next: { type: ['string', 'null'] },
          channels: list(
            shape<{ channel: string; waiting: number; retrying: number; oldestSeconds: number; lastFault: string | null }>({
              channel: oneOf(CHANNELS),
              waiting: count(),
              retrying: count(),
              oldestSeconds: { type: 'number' },
              lastFault: orNull(text()),
            }),
          ),
          disabledWebhooks: list(
            shape<{ agency: string; disabledAt: string; because: string | null; missed: number }>({
              agency: text(),
              disabledAt: instant(),
              because: orNull(text()),
              missed: count('Messages that are kept until it is enabled again.'),
            }),
          ),
        }),
      ),
    },
    problems: [400, 422],
  },
];

import type { JsonSchema } from '@throughline/records';
import { eventSchema } from '../catalogue/event-schema';
import { problemSchemas } from '../openapi/problems';
import { ALERT_CLASSES, ALERT_STATUSES } from '../openapi/routes/alerts';
import { dataSchemas, published } from '../openapi/record-schemas';
import { instant, oneOf, orNull, ref, shape, text } from '../openapi/schema';

const AGENCY = { agency: { description: "The agency's code: police in throughline.inbound.police." } };

const channel = (name: string, description: string, message: string): object => ({
  address: `throughline.${name}.{agency}`,
  description,
  parameters: AGENCY,
  servers: [{ $ref: '#/servers/kafka' }],
  messages: { [message]: { $ref: `#/components/messages/${message}` } },
});

const operation = (action: 'send' | 'receive', name: string, summary: string): object => ({
  action,
  summary,
  channel: { $ref: `#/channels/${name}` },
});

/** A problem document with what it is about: the record, or its bytes where they are no JSON text. */
const REJECTED: JsonSchema = {
  description: 'A problem document (RFC 9457) with what it is about.',
  type: 'object',
  properties: {
    ...(problemSchemas['Problem']?.['properties'] as Readonly<Record<string, JsonSchema>>),
    status: { type: 'integer', enum: [400, 403, 409, 413, 415, 422] },
    record: { description: 'What was sent, as structured JSON.' },
    recordBase64: text('What was sent, where it is no JSON text.', { contentEncoding: 'base64' }),
  },
  required: ['type', 'title', 'status'],
};

const ALERT_NOTICE: JsonSchema = {
  ...shape<{ type: string; timestamp: string; data: unknown }>({
    type: { const: 'throughline.alert.changed' },
    timestamp: instant('When it was handed over to be told: the same at every attempt.'),
    data: shape<{ alert: string; safeguard: string; class: string; to: unknown; status: string; dueAt: string | null }>({
      alert: text('Read it at /v1/alerts.'),
      safeguard: text(),
      class: oneOf(ALERT_CLASSES),
      to: shape<{ agency: string; service: string | null }>({ agency: text(), service: orNull(text()) }),
      status: oneOf(ALERT_STATUSES),
      dueAt: orNull(instant()),
    }),
  }),
  description: 'That an alert was raised or changed. It names nobody and gives no reason: read the alert for that.',
};

const DOCUMENT_KEY = { type: 'string' } as const;

/** AsyncAPI wants the dialect of JSON Schema that its parsers know; nothing that the hub publishes differs in it. */
const schemas: Readonly<Record<string, JsonSchema>> = {
  ...dataSchemas,
  ...Object.fromEntries(published.map((described) => [described.type, eventSchema(described, ref(described.name))])),
  ProblemItem: problemSchemas['ProblemItem'] ?? {},
  Record: {
    title: 'A record',
    description: 'A CloudEvent 1.0 of one type of the catalogue.',
    anyOf: published.map(({ type }) => ref(type)),
    discriminator: 'type',
  },
  Rejected: REJECTED,
  AlertNotice: ALERT_NOTICE,
};

/** The Kafka topics of an agency, AsyncAPI 3.0. They are there where the hub runs on Kafka. */
export const asyncApi = (): Readonly<Record<string, unknown>> => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Throughline on Kafka',
    version: '1.0.0',
    description: 'Each agency has topics of its own, which nobody else may read or write. They are there where the hub runs on Kafka.',
    license: { name: 'MIT' },
  },
  defaultContentType: 'application/json',
  servers: {
    kafka: {
      host: 'kafka.example:9093',
      protocol: 'kafka-secure',
      description: "The partnership's brokers.",
      security: [{ $ref: '#/components/securitySchemes/scram' }],
    },
  },
  channels: {
    inbound: channel(
      'inbound',
      'Records that the agency publishes. Order holds within a partition; what it holds is deleted when it was taken.',
      'record',
    ),
    rejected: channel('rejected', 'What of it the hub could not take, each with its problem. Kept for 24 hours.', 'rejected'),
    alerts: channel('alerts', "Changes of the agency's alerts. The same change may come more than once, with the same header.", 'alert'),
  },
  operations: {
    publishRecord: operation('receive', 'inbound', 'The hub takes records in'),
    rejectRecord: operation('send', 'rejected', 'The hub gives back what it cannot take'),
    tellAlert: operation('send', 'alerts', 'The hub tells that an alert changed'),
  },
  components: {
    securitySchemes: { scram: { type: 'scramSha512', description: "The agency's own user." } },
    messages: {
      record: {
        title: 'A record',
        summary:
          'A CloudEvent by the Kafka protocol binding: structured (content-type application/cloudevents+json) or binary (ce_ headers).',
        contentType: 'application/cloudevents+json',
        headers: {
          type: 'object',
          properties: {
            'content-type': text('application/cloudevents+json; in binary mode application/json, with ce_id, ce_source and so on.'),
          },
        },
        payload: ref('Record'),
        bindings: { kafka: { key: { ...DOCUMENT_KEY, description: 'Of no meaning.' }, bindingVersion: '0.5.0' } },
      },
      rejected: {
        title: 'A record that was not taken',
        contentType: 'application/problem+json',
        payload: ref('Rejected'),
        bindings: {
          kafka: { key: { ...DOCUMENT_KEY, description: 'That of the record; its headers are kept, too.' }, bindingVersion: '0.5.0' },
        },
      },
      alert: {
        title: 'An alert changed',
        contentType: 'application/json',
        headers: { type: 'object', properties: { 'idempotency-key': text('The same at every attempt to tell the same change.') } },
        payload: ref('AlertNotice'),
        bindings: { kafka: { key: { ...DOCUMENT_KEY, description: "The alert's id." }, bindingVersion: '0.5.0' } },
      },
    },
    schemas,
  },
});

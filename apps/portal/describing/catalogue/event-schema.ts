import type { JsonSchema } from '@throughline/records';
import type { DescribedType } from './described-types';

const PRINTABLE = String.raw`[^\u0000-\u001f\u007f-\u009f]`;
const CODE = '^[a-z][a-z0-9-]{0,62}$';
const REFERENCE = '^[a-z][a-z0-9-]{0,62}:[A-Za-z0-9._~-]{1,64}$';
const LARGEST_INTEGER = 2_147_483_647;

/** An attribute that is null is one that is absent (CloudEvents JSON format, section 2.2). */
const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [schema['type'], 'null'] });

/** What CloudEvents allows as the value of an extension. */
const EXTENSION: JsonSchema = {
  description: 'Any other attribute or extension of CloudEvents, for example traceparent. It is kept.',
  anyOf: [
    { type: 'string', pattern: `^${PRINTABLE}*$` },
    { type: 'integer', minimum: -LARGEST_INTEGER, maximum: LARGEST_INTEGER },
    { type: 'boolean' },
    { type: 'null' },
  ],
};

const AGENCY_SOURCE: JsonSchema = {
  type: 'string',
  pattern: '^/agencies/[a-z][a-z0-9-]{0,62}(?:/[A-Za-z0-9._~%-]{1,100})?$',
  description: 'Your agency: /agencies/{agency code}, or /agencies/{agency code}/{system}.',
};

const sourceOf = ({ byTheHub }: DescribedType): JsonSchema =>
  byTheHub ? { const: '/hub', description: 'The hub writes this type itself.' } : AGENCY_SOURCE;

/** Every attribute of CloudEvents as the hub takes it. */
const envelope = (type: JsonSchema, source: JsonSchema, data: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'data'],
  properties: {
    specversion: { const: '1.0', description: 'The version of CloudEvents.' },
    id: {
      type: 'string',
      pattern: `^${PRINTABLE}+$`,
      minLength: 1,
      maxLength: 1_000,
      description: 'Unique within the source. The same source and id with the same content is a duplicate and has no second effect.',
    },
    source,
    type,
    subject: { type: 'string', pattern: REFERENCE, description: 'The person whom the record is about: one of data.people.' },
    time: { type: 'string', format: 'date-time', maxLength: 64, description: 'When it happened. It may be long ago.' },
    datacontenttype: orNull({
      type: 'string',
      pattern: '^ *application/json *(?:;.*)?$',
      description: 'application/json, which is assumed where it is left out.',
    }),
    partnership: orNull({
      type: 'string',
      pattern: CODE,
      description: 'The code of the partnership. Only a caller that belongs to several must name it.',
    }),
    recordedtime: orNull({
      type: 'string',
      format: 'date-time',
      maxLength: 64,
      description: 'When it was recorded. Set by the hub; taken only from who has the scope records:import, and not in the future.',
    }),
    data,
  },
  propertyNames: { pattern: '^[a-z0-9]+$' },
  additionalProperties: EXTENSION,
});

/**
 * The schema of a whole record of one type.
 * @param data the schema of its data, or a reference to it
 */
export const eventSchema = (described: DescribedType, data: JsonSchema): JsonSchema => ({
  title: described.short,
  description: described.description,
  ...envelope({ const: described.type }, sourceOf(described), data),
});

/**
 * What the records of all types that agencies publish have in common.
 * @param data the schema of what their data has in common, or a reference to it
 */
export const anyEventSchema = (types: readonly string[], data: JsonSchema): JsonSchema =>
  envelope({ type: 'string', enum: types, description: 'One of the types of the catalogue.' }, AGENCY_SOURCE, data);

/**
 * The schema of a whole record of one type, as one kind of what all have in common.
 * @param all a reference to `anyEventSchema`
 */
export const kindOfEvent = (described: DescribedType, all: JsonSchema, data: JsonSchema): JsonSchema => ({
  title: described.short,
  description: described.description,
  allOf: [all, { type: 'object', properties: { type: { const: described.type }, data } }],
});

/** The same as a document of its own: JSON Schema 2020-12 with everything that it refers to. */
export const eventSchemaDocument = (described: DescribedType): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:throughline:${described.type}`,
  ...eventSchema(described, { $ref: `#/$defs/${described.name}` }),
  examples: [described.example],
  $defs: { [described.name]: described.data, ...described.parts },
});

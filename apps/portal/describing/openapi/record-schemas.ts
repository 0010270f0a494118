import type { JsonSchema } from '@throughline/records';
import { describedType, describedTypes, everyPart } from '../catalogue/described-types';
import { anyEventSchema, kindOfEvent } from '../catalogue/event-schema';
import { ref } from './schema';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** A schema's parts stand once under `components` and not in each `$defs`. */
const hoisted = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;

/** The types that agencies publish. */
export const published = describedTypes.filter(({ byTheHub }) => !byTheHub);

/** The schemas of the data of every type and of what it is made of, by name. */
export const dataSchemas: Schemas = Object.fromEntries(
  Object.entries({ ...everyPart, ...Object.fromEntries(describedTypes.map(({ name, data }) => [name, data])) }).map(([name, schema]) => [
    name,
    hoisted(schema),
  ]),
);

/** What the data of every type may carry: `person.details-recorded` carries nothing else. */
const { properties: commonParts, required } = dataSchemas[describedType('person.details-recorded')?.name ?? ''] ?? {};

/**
 * A record is told as what all types have in common, with each type as a kind of it, and not as the union of them all: what is generated
 * from a union of seventy types that each repeat people and relationships, a client or the requests of a test, has no end.
 */
export const recordSchemas: Schemas = {
  Record: {
    title: 'A record',
    description:
      'A CloudEvent 1.0 of one type of the catalogue. This is what all types have in common; the mapping leads from each type to its own schema, which the hub holds a record to.',
    ...anyEventSchema(
      published.map(({ type }) => type),
      ref('RecordData'),
    ),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(published.map(({ type }) => [type, `#/components/schemas/${type}`])),
    },
  },
  RecordData: {
    title: 'What the data of every type may carry',
    description: 'Each type has fields of its own besides, and takes no others.',
    type: 'object',
    properties: commonParts,
    required,
  },
  ...Object.fromEntries(published.map((described) => [described.type, kindOfEvent(described, ref('Record'), ref(described.name))])),
};

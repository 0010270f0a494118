import type { JsonSchema } from '@throughline/records';
import { describedTypes, type DescribedType, everyPart } from './described-types';

const HEAD = `// The records that agencies publish to Throughline, one interface for each type of the catalogue.
// Made from the hub's own definitions. What a type cannot say (lengths, forms, check digits) is in the comments.

/** A person reference, \`{agency code}:{local id}\`. */
export type Ref = \`\${string}:\${string}\`;

/** A record of one type: a CloudEvent 1.0. */
export interface ThroughlineRecord<Type extends string, Data> {
  specversion: '1.0';
  /** Unique within the source. */
  id: string;
  /** \`/agencies/{agency code}\` or \`/agencies/{agency code}/{system}\` */
  source: string;
  type: Type;
  /** The person whom the record is about: one of \`data.people\`. */
  subject: Ref;
  /** When it happened, RFC 3339. */
  time: string;
  datacontenttype?: string | null;
  /** Needed where you belong to several partnerships. */
  partnership?: string | null;
  /** Only for who may import; the hub sets it for everybody else. */
  recordedtime?: string | null;
  data: Data;
  /** Other CloudEvents attributes and extensions. */
  [extension: string]: unknown;
}
`;

const comment = (text: unknown, indent: string): string =>
  typeof text === 'string' && text !== '' ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '';

const isReference = ({ pattern }: JsonSchema): boolean => typeof pattern === 'string' && pattern.includes('):(?:');

const typeOf = (schema: JsonSchema): string => {
  const { $ref, type, items } = schema;
  const values = schema['enum'];
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1);
  if (Array.isArray(values)) return values.map((value) => `'${String(value)}'`).join(' | ');
  if (Array.isArray(type)) return type.map((each: unknown) => typeOf({ ...schema, type: each })).join(' | ');
  if (type === 'array') return `Array<${typeOf((items ?? {}) as JsonSchema)}>`;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean' || type === 'null') return type;
  if (type === 'object') return 'Record<string, unknown>';
  return isReference(schema) ? 'Ref' : 'string';
};

const interfaceOf = (name: string, schema: JsonSchema): string => {
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  const fields = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>).map(
    ([field, own]) => `${comment(own['description'], '  ')}  ${field}${required.has(field) ? '' : '?'}: ${typeOf(own)};\n`,
  );
  return `${comment(schema['description'], '')}export interface ${name} {\n${fields.join('')}}\n`;
};

const publishable = (types: readonly DescribedType[]): string =>
  types
    .filter(({ byTheHub }) => !byTheHub)
    .map(({ type, name }) => `  | ThroughlineRecord<'${type}', ${name}>`)
    .join('\n');

/** TypeScript declarations of every record that an agency can publish. */
export const typeDeclarations = (): string =>
  [
    HEAD,
    ...Object.entries(everyPart).map(([name, schema]) => interfaceOf(name, schema)),
    ...describedTypes.map(({ name, data }) => interfaceOf(name, data)),
    `/** Any record that an agency can publish; \`type\` tells which. */\nexport type AnyRecord =\n${publishable(describedTypes)};\n`,
  ].join('\n');

import fc from 'fast-check';
import type { JsonSchema, RecordType } from '..';
import { AGENCY_CODE, AGENCY_SOURCE, IDENTIFIER, RECORD_ID, REFERENCE, SCHOOL_URN, UPRN } from '../forms/form';

const source = (form: typeof REFERENCE): string => ('pattern' in form ? form.pattern.source : '');

const ref = fc.constantFrom('police:N-1', 'police:N-2', 'police:N-3', 'gp:p.7~x', 'csc:A_1');

const day = fc.constantFrom('2024-02-29', '2000-01-01', '1999-12-31', '2031-08-07');

/** Texts that fit a form, by its pattern or its format. */
const formed: Readonly<Record<string, fc.Arbitrary<string>>> = {
  [source(REFERENCE)]: ref,
  [source(AGENCY_CODE)]: fc.constantFrom('police', 'gp', 'health-visiting', 'a'),
  [source(IDENTIFIER)]: fc.constantFrom('police-1/2', 'x', 'é'.repeat(200), '😀'.repeat(200)),
  [source(RECORD_ID)]: fc.constantFrom('r-1', 'é'.repeat(1000)),
  [source(AGENCY_SOURCE)]: fc.constantFrom('/agencies/police', '/agencies/csc/mosaic'),
  [source(UPRN)]: fc.constantFrom('1', '000050531234'),
  [source(SCHOOL_URN)]: fc.constantFrom('107115', '000001'),
  date: day,
  'date-of-birth': fc.oneof(day, fc.constantFrom('1984', '1984-03')),
  'date-time': fc.constantFrom('2024-03-04T10:00:00Z', '2024-03-04t10:00:00.123456+01:00'),
  'nhs-number': fc.constantFrom('9434765919', '9991000054'),
  'pnc-id': fc.constantFrom('2002/0073319Z'),
};

const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: Math.min(most, 12) })
      .filter((words) => !words.includes('\0') && Array.from(words).length <= most),
    fc.constantFrom('', ' ', '\u00a0', '[sealed]', 'x'.repeat(most), '😀'.repeat(Math.min(most, 200))),
  );

const arbitrary = (schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> => {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/$defs/', '');
    const referred = definitions[name];
    if (referred === undefined) throw new Error(`no definition ${name}`);
    return arbitrary(referred, definitions);
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.type)) return fc.oneof(fc.constant(null), arbitrary({ ...schema, type: 'string' }, definitions));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) });
    case 'array':
      return fc.array(arbitrary(schema.items as JsonSchema, definitions), { minLength: Number(schema.minItems ?? 0), maxLength: 3 });
    case 'object':
      return schema.properties === undefined ? fc.constant({}) : objects(schema, definitions);
    case 'string':
      if (schema.format === 'text') return text(Number(schema.maxLength));
      return formed[String(schema.pattern ?? schema.format)] ?? fc.constant('');
    default:
      throw new Error(`no values for the type ${String(schema.type)}`);
  }
};

const objects = (schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> => {
  const alternatives = ((schema.allOf ?? []) as readonly { readonly anyOf: readonly { readonly required: readonly string[] }[] }[]).flatMap(
    ({ anyOf }) => anyOf[0]?.required ?? [],
  );
  const properties = Object.entries(schema.properties as Readonly<Record<string, JsonSchema>>);
  return fc.record(Object.fromEntries(properties.map(([name, property]) => [name, arbitrary(property, definitions)])), {
    requiredKeys: [...((schema.required ?? []) as string[]), ...alternatives],
    noNullPrototype: true,
  });
};

/** Valid data of a type, generated from its schema: every optional field there and not there, long texts, blank ones, several people. */
export const dataOf = (definition: RecordType): fc.Arbitrary<Record<string, unknown>> =>
  arbitrary(definition.schema, definition.schema.$defs as Readonly<Record<string, JsonSchema>>) as fc.Arbitrary<Record<string, unknown>>;

import 'reflect-metadata';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { docstringsBelow } from '@throughline/infra/descriptions';
import { catalogue, type JsonSchema, recordTypeOf, validateRecord } from '@throughline/records';
import Ajv2020 from 'ajv/dist/2020';
import { describedTypes, eventSchemaDocument, openApi } from '../../apps/portal/describing';

describe('OpenAPI', () => {
  it('is valid by its own validator', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(openApi()));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('refers to nothing that is not there', () => {
    const document: unknown = openApi();
    const refs = new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, place]) => place ?? ''));
    const at = (place: string): unknown =>
      place
        .split('/')
        .reduce(
          (found, name) => (typeof found === 'object' && found !== null ? (Reflect.get(found, name) as unknown) : undefined),
          document,
        );
    expect(refs.size).toBeGreaterThan(100);
    expect([...refs].filter((place) => at(place) === undefined)).toEqual([]);
  });
});

// Formats are checked where the records are: here it is the shape that counts.
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
for (const format of ['date', 'date-time']) ajv.addFormat(format, true);

describe('A record in OpenAPI', () => {
  const loose = new Ajv2020({ strict: false, validateFormats: false });
  loose.addSchema({ ...openApi(), $id: 'urn:throughline:api' });
  const takes = (name: string, record: unknown): boolean => loose.validate(`urn:throughline:api#/components/schemas/${name}`, record);

  it('is what all types have in common, and no union of them: from that generators make without end', () => {
    const published = describedTypes.filter(({ byTheHub }) => !byTheHub);
    const { Record } = (openApi() as { readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } }).components
      .schemas;
    expect(Record).not.toHaveProperty('anyOf');
    expect(Record).not.toHaveProperty('oneOf');
    expect(Record?.['discriminator']).toEqual({
      propertyName: 'type',
      mapping: Object.fromEntries(published.map(({ type }) => [type, `#/components/schemas/${type}`])),
    });
  });

  it.each(describedTypes.filter(({ byTheHub }) => !byTheHub).map((described) => [described.short, described] as const))(
    'of %s is a kind of it, with the fields of its own and no others',
    (_short, { type, example }) => {
      expect([takes('Record', example), takes(type, example)]).toEqual([true, true]);
      const more = { ...example, data: { ...(example['data'] as object), unheardOf: 1 } };
      expect([takes('Record', more), takes(type, more), takes(type, { ...example, type: 'throughline.nothing.v1' })]).toEqual([
        true,
        false,
        false,
      ]);
    },
  );
});

describe('The schema of a whole record', () => {
  it('is there for every type of the catalogue, with words for each type and each field', () => {
    expect(describedTypes.map(({ type }) => type)).toEqual(catalogue.map(({ type }) => type));
    expect(describedTypes.filter(({ description, type }) => description === type)).toEqual([]);
    for (const { type, data } of describedTypes) {
      const own = recordTypeOf(type)?.schema['properties'] as object;
      const told = data['properties'] as Readonly<Record<string, { readonly description?: string }>>;
      expect([type, Object.keys(told)]).toEqual([type, Object.keys(own)]);
      for (const { description } of Object.values(told)) expect(description).toMatch(/\w/);
    }
  });

  it('says of every field of every type and part what it means, and not only what it may hold', () => {
    const inWords = docstringsBelow(join(__dirname, '../../libs/records'));
    const classes = new Map<string, JsonSchema>(
      describedTypes.flatMap(({ name, data, parts }) => [[name, data], ...Object.entries(parts)]),
    );
    const fields = [...classes].flatMap(([name, { properties }]) =>
      Object.keys(properties as object).map((field) => ({ field: `${name}.${field}`, words: inWords[name]?.fields[field] ?? '' })),
    );
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter(({ words }) => !/^[A-Z][^]{11,}\.$/.test(words))).toEqual([]);
  });

  it.each(describedTypes.map((described) => [described.short, described] as const))('of %s takes its example', (_short, described) => {
    const takes = ajv.compile(eventSchemaDocument(described));
    expect([takes(described.example), takes.errors]).toEqual([true, null]);
    const { data: _data, ...without } = described.example;
    expect(takes(without)).toBe(false);
    expect(takes({ ...described.example, data: { ...(described.example['data'] as object), unheardOf: 1 } })).toBe(false);
  });

  it('has an example that the hub takes', () => {
    const may = { mayPublishAs: () => true, mayImport: false, now: 0 };
    const refused = describedTypes
      .filter(({ byTheHub }) => !byTheHub)
      .filter(({ example }) => !('record' in validateRecord(example, may)))
      .map(({ type }) => type);
    expect(refused).toEqual([]);
  });
});

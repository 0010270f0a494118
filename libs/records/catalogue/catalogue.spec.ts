import { readdirSync } from 'node:fs';
import { getMetadataStorage } from 'class-validator';
import { catalogue, type CommonData, type Recorded, type RecordType, shortType } from '..';
import { type DataClass, fieldsOf } from '../fields';
import { inWords } from '../in-words';

const definitions: readonly RecordType[] = catalogue;
const each = definitions.map((definition): [string, RecordType] => [shortType(definition.type), definition]);

const classesOf = (type: DataClass): readonly DataClass[] => [
  type,
  ...[...fieldsOf(type).values()].flatMap((field) => ('type' in field ? classesOf(field.type()) : [])),
];

const recorded = (definition: RecordType, data: CommonData): Recorded => ({
  ...{ partnership: 'northgate', source: '/agencies/police', id: '1', type: definition.type, agency: 'police', subject: '#1' },
  ...{ time: 0, recordedtime: 0, data },
});

describe('the catalogue', () => {
  test('lists every file of its folder, and nothing else', () => {
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('/') && file.endsWith('.ts'))
      .map((file) => file.replace('/', '.').replace(/\.ts$/, ''));
    expect(definitions.map((definition) => shortType(definition.type)).sort()).toEqual(files.sort());
  });

  test('names no class twice', () => {
    const names = new Map([...new Set(definitions.flatMap((definition) => classesOf(definition.data)))].map((type) => [type.name, type]));
    expect(names.size).toBe(new Set(definitions.flatMap((definition) => classesOf(definition.data))).size);
  });

  test.each(each)('%s has an example that is valid', (_, definition) => {
    expect(definition.validate(definition.example)).toEqual([]);
  });

  test.each(each)('%s says what happened in one line, the same whether its texts can be read or not', (_, definition) => {
    const example = definition.example;
    const sealed = definition.seal(example, definition.type, 'police:N-1042');
    const line = definition.summary(recorded(definition, example));
    expect(line).toMatch(/^[A-Z][^\n]{3,120}$/);
    expect(definition.summary(recorded(definition, sealed.open as unknown as CommonData))).toBe(line);
  });

  test.each(each)('%s declares what every field is', (_, definition) => {
    for (const type of classesOf(definition.data)) {
      const validated = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
      expect(new Set(validated.map((metadata) => metadata.propertyName))).toEqual(new Set(fieldsOf(type).keys()));
    }
  });

  test.each(each)('%s says of every text whose it is', (_, definition) => {
    const free: string[] = [];
    const look = (schema: Record<string, unknown>, path: string): void => {
      if (schema.format === 'text') free.push(path);
      if (schema.items) look(schema.items as Record<string, unknown>, `${path}/*`);
      const referred =
        typeof schema.$ref === 'string'
          ? (definition.schema.$defs as Record<string, Record<string, unknown>>)[schema.$ref.slice(8)]
          : schema;
      for (const [name, property] of Object.entries((referred?.properties ?? {}) as Record<string, Record<string, unknown>>))
        look(property, `${path}/${name}`);
    };
    look(definition.schema, '');
    const owned = new Set(definition.texts.map((place) => place.path));
    expect(free.filter((path) => !owned.has(path))).toEqual([]);
    expect(owned.has('/people/*/details')).toBe(true);
    expect(definition.texts.find((place) => place.path === '/narrative')?.owner).toBe('protected');
  });

  test('blames nobody in its words', () => {
    const lines = definitions.map((definition) => definition.summary(recorded(definition, definition.example)));
    expect(lines.filter((line) => /failed|refused to engage|alleg|claims|uncooperative/i.test(line))).toEqual([]);
    expect(inWords('did-not-attend')).toBe('did not attend');
  });
});

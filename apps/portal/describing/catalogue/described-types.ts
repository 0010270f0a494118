import { agencyOfRef } from '@throughline/kernel';
import { catalogue, HUB_SOURCE, type JsonSchema, type RecordType, shortType } from '@throughline/records';
import docstrings from './docstrings.json';
import { formInWords, portable } from './portable';

/** One type of the catalogue, told to who publishes it. */
export interface DescribedType {
  /** `throughline.housing.tenancy-started.v1` */
  readonly type: string;
  /** `housing.tenancy-started` */
  readonly short: string;
  /** The name of its data in schemas and TypeScript: `TenancyStarted`. */
  readonly name: string;
  /** Its first sentence. */
  readonly summary: string;
  readonly description: string;
  /** The hub writes it itself: nobody else may publish it. */
  readonly byTheHub: boolean;
  /** JSON Schema of `data`, with `$ref`s into `parts`. */
  readonly data: JsonSchema;
  /** What `data` is made of, by name. */
  readonly parts: Readonly<Record<string, JsonSchema>>;
  /** A whole record that the hub takes. */
  readonly example: Readonly<Record<string, unknown>>;
}

interface InWords {
  readonly description?: string;
  readonly fields: Readonly<Record<string, string>>;
}

const inWords: Readonly<Record<string, InWords>> = docstrings;

type Properties = Readonly<Record<string, JsonSchema>>;

/** A class's schema with its docstrings: what each field means, then what it may hold. */
const withWords = (name: string, schema: JsonSchema): JsonSchema => {
  const words = inWords[name];
  const properties = Object.entries((schema['properties'] ?? {}) as Properties).map(([field, own]) => {
    const description = [words?.fields[field], formInWords(own)].filter((text) => text !== undefined && text !== '').join(' ');
    return [field, { ...portable(own), description }];
  });
  return {
    ...portable(schema),
    title: name,
    ...(words?.description === undefined ? {} : { description: words.description }),
    properties: Object.fromEntries(properties) as Properties,
  };
};

/** Up to the first full stop that ends a sentence. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

/** Long ago, so that the example can be sent to any hub on any day. */
const HAPPENED_AT = '2024-03-04T09:30:00Z';

const exampleOf = ({ type, example }: RecordType): DescribedType['example'] => {
  const subject = example.people[0]?.ref ?? '';
  const byTheHub = isByTheHub(type);
  return {
    specversion: '1.0',
    id: `${shortType(type)}-1`,
    source: byTheHub ? HUB_SOURCE : `/agencies/${agencyOfRef(subject) ?? ''}`,
    type,
    subject,
    time: HAPPENED_AT,
    datacontenttype: 'application/json',
    data: example,
  };
};

const isByTheHub = (type: string): boolean => type === 'throughline.marac.transfer-received.v1';

const described = (definition: RecordType): DescribedType => {
  const { $defs, $schema: _schema, ...data } = definition.schema;
  const { name } = definition.data;
  const description = inWords[name]?.description ?? definition.type;
  return {
    type: definition.type,
    short: shortType(definition.type),
    name,
    summary: firstSentence(description),
    description,
    byTheHub: isByTheHub(definition.type),
    data: withWords(name, data),
    parts: Object.fromEntries(Object.entries(($defs ?? {}) as Properties).map(([part, schema]) => [part, withWords(part, schema)])),
    example: exampleOf(definition),
  };
};

/** Every type of the catalogue, in its order. */
export const describedTypes: readonly DescribedType[] = catalogue.map(described);

/** By its whole or its short name; undefined where the catalogue has none. */
export const describedType = (name: string): DescribedType | undefined =>
  describedTypes.find(({ type, short }) => type === name || short === name);

/** What the data of all types is made of, by name. */
export const everyPart: Readonly<Record<string, JsonSchema>> = Object.assign({}, ...describedTypes.map(({ parts }) => parts)) as Properties;

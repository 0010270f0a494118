import type { JsonSchema } from '@throughline/records';

/**
 * No control character, in escapes that JavaScript, Java, Python, .NET and Rust all read. Half a surrogate pair, which the hub refuses too,
 * is no text in UTF-8: where a pattern names it, .NET refuses every emoji and Rust the whole pattern.
 */
const PRINTABLE = String.raw`[^\u0000-\u001f\u007f-\u009f]`;

interface Portable {
  readonly schema: JsonSchema;
  readonly words: string;
}

/** What the hub checks beyond standard formats, as other validators can read it; what no pattern can say is said in words. */
const FORMATS: Readonly<Record<string, Portable>> = {
  text: { schema: { pattern: String.raw`^[^\u0000]*$` }, words: 'Text.' },
  date: { schema: { format: 'date' }, words: 'A calendar date, YYYY-MM-DD.' },
  'date-time': { schema: { format: 'date-time', maxLength: 64 }, words: 'A moment, RFC 3339 with its offset.' },
  'date-of-birth': {
    schema: { pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' },
    words: 'YYYY-MM-DD, or YYYY-MM or YYYY where only that is known.',
  },
  'nhs-number': { schema: { pattern: '^[0-9]{10}$' }, words: 'Ten digits, without spaces; the last is checked (modulus 11).' },
  'pnc-id': { schema: { pattern: '^[0-9]{4}/[0-9]{7}[A-HJ-NP-RT-Z]$' }, words: 'YYYY/NNNNNNNL; the letter is checked.' },
};

const isPrintable = (pattern: string): RegExpExecArray | null => /^\^\[\^\\p\{Cc\}\\p\{Cs\}\]\{1,(\d+)\}\$$/.exec(pattern);

const patternFor = (pattern: string): Portable => {
  const printable = isPrintable(pattern);
  if (printable !== null) {
    const most = Number(printable[1]);
    return {
      schema: { pattern: `^${PRINTABLE}+$`, minLength: 1, maxLength: most },
      words: `1 to ${most.toLocaleString('en-GB')} characters, no control characters.`,
    };
  }
  const schema = {
    pattern: pattern
      .replaceAll(String.raw`\/`, '/')
      .replaceAll(String.raw`\d`, '[0-9]')
      .replaceAll(/\((?!\?)/g, '(?:'),
  };
  if (pattern.includes(':')) return { schema, words: 'A person reference, {agency code}:{local id}.' };
  if (pattern.includes('agencies')) return { schema, words: '/agencies/{agency code}, or /agencies/{agency code}/{system}.' };
  if (pattern.includes('a-z0-9-')) return { schema, words: 'A code: lower-case letters, digits and hyphens, a letter first.' };
  const [, least = '', most] = /^\^\\d\{(\d+)(?:,(\d+))?\}\$$/.exec(pattern) ?? [];
  return { schema, words: `${most === undefined ? least : `${least} to ${most}`} digits, as text.` };
};

const portableOf = ({ format, pattern }: JsonSchema): Portable | undefined => {
  if (typeof format === 'string') return FORMATS[format] ?? { schema: { format }, words: '' };
  return typeof pattern === 'string' ? patternFor(pattern) : undefined;
};

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema of the records library as any validator of JSON Schema 2020-12 reads it, whatever its language. */
export const portable = (schema: JsonSchema): JsonSchema => {
  const { format: _format, pattern: _pattern, type, $ref, ...others } = schema;
  const rest = Object.entries(others).map(([name, value]) => {
    if (name === 'properties' || name === '$defs') return [name, eachOf(value as Readonly<Record<string, JsonSchema>>)];
    return [name, name !== 'example' && isSchema(value) ? portable(value) : value];
  });
  return {
    ...($ref === undefined ? (type === undefined ? {} : { type }) : { $ref }),
    ...(Object.fromEntries(rest) as JsonSchema),
    ...portableOf(schema)?.schema,
  };
};

const eachOf = (schemas: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, portable(each)]));

/** What a field may hold, in plain words, from its schema as the records library has it. */
export const formInWords = (schema: JsonSchema): string => {
  const { $ref, type, items, minimum, maximum, maxLength, minItems } = schema;
  if (typeof $ref === 'string') return `${spaced($ref)}.`;
  if (Array.isArray(schema['enum'])) return 'One of a closed set.';
  if (type === 'array') {
    const each = isSchema(items) ? formInWords(items) : '';
    return `A list${typeof minItems === 'number' ? ` of at least ${String(minItems)}` : ''}. Each: ${each}`;
  }
  if (type === 'boolean') return 'true or false.';
  if (type === 'integer') return `A whole number from ${String(minimum)} to ${Number(maximum).toLocaleString('en-GB')}.`;
  const words = portableOf(schema)?.words ?? (type === 'object' ? 'An object.' : 'Text.');
  const most = typeof maxLength === 'number' ? ` At most ${maxLength.toLocaleString('en-GB')} characters.` : '';
  return `${words}${most}${Array.isArray(type) && type.includes('null') ? ' Or null.' : ''}`;
};

/** `#/$defs/PersonDetails` is `Person details`. */
const spaced = (ref: string): string => {
  const name = ref.slice(ref.lastIndexOf('/') + 1).replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return `${name.charAt(0)}${name.slice(1).toLowerCase()}`;
};

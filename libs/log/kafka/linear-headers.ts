import { createRequire } from 'node:module';

interface Header {
  readonly key: string;
  readonly value: Buffer | null;
}

/** What kafkajs makes of headers: by name, several of one name as a list. */
type Gathered = Record<string, Header['value'] | Header['value'][]>;

interface Decoder {
  readVarIntArray(read: (decoder: Decoder) => Header): { reduce(): Gathered };
  readVarInt(): number;
}

const gathered = (headers: readonly Header[]): Gathered => {
  const byName = new Map<string, Header['value'][]>();
  for (const { key, value } of headers) {
    const values = byName.get(key);
    if (values === undefined) byName.set(key, [value]);
    else values.push(value);
  }
  return Object.fromEntries(Array.from(byName, ([name, values]) => [name, values.length === 1 ? (values[0] ?? null) : values]));
};

/**
 * kafkajs 2.2.4 gathers the headers of a message by copying all that it has so far for each further one: a message of 40 KB with 5,000
 * headers holds up the whole process for ten seconds, one with 100,000 for hours. Nothing on a broker bounds how many headers a message
 * has, so every agency could stop the hub. Its decoder reads arrays of this kind for headers alone; here they are gathered in one pass.
 */
const { prototype } = createRequire(__filename)('kafkajs/src/protocol/decoder') as { readonly prototype: Decoder };

prototype.readVarIntArray = function readHeaders(this: Decoder, read) {
  const length = Math.max(this.readVarInt(), 0);
  const headers: Header[] = [];
  for (let place = 0; place < length; place += 1) headers.push(read(this));
  return { reduce: () => gathered(headers) };
};

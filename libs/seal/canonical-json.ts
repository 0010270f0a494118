import { Fault } from '@throughline/kernel';

/**
 * A text holds half of a surrogate pair, so it has no UTF-8 form and no canonical JSON: it cannot be compared, hashed or
 * signed. The pointer (RFC 6901) is relative to what was given.
 */
export class LoneSurrogate extends Fault {
  readonly retriable = false;
  readonly status = 422;

  constructor(readonly pointer: string) {
    super('a text holds half of a surrogate pair');
  }
}

/** Not a value that JSON can carry: a number that is not finite, a function, an undefined root. */
export class NotJson extends Fault {
  readonly retriable = false;
}

/**
 * Canonical JSON (RFC 8785): equal values give equal text, whatever the order of keys and the form of escapes.
 * Ours because it is twice as fast as the `canonicalize` package, with which a test compares it.
 */
export const canonicalJson = (value: unknown): string => {
  const text = written(value);
  // JSON.stringify writes a lone surrogate as an escape; so does it a backslash before "ud", hence the closer look.
  if (text.includes('\\ud')) refuseLoneSurrogates(value, '');
  return text;
};

const written = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotJson('a number is not finite');
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? writtenArray(value) : writtenObject(value);
    default:
      throw new NotJson(`a ${typeof value} is not JSON`);
  }
};

const writtenArray = (items: readonly unknown[]): string => {
  let text = '[';
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) text += ',';
    text += written(items[index]);
  }
  return `${text}]`;
};

/** A member that is undefined is an absent one, as in JSON.stringify. Keys in the order of their UTF-16 code units. */
const writtenObject = (value: object): string => {
  let text = '';
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(value).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${written(member)}`;
  }
  return `{${text}}`;
};

/** With the `u` flag a surrogate matches only where its other half is missing. */
const HALF = /\p{Surrogate}/u;

const refuseLoneSurrogates = (value: unknown, pointer: string): void => {
  if (typeof value === 'string' && HALF.test(value)) throw new LoneSurrogate(pointer);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (HALF.test(key)) throw new LoneSurrogate(pointer);
    refuseLoneSurrogates(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
};

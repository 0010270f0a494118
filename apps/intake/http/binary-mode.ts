import { Problem, type ProblemItem } from '@throughline/platform';
import type { IncomingMessage } from 'node:http';

const PREFIX = 'ce-';

/** Attributes that have a place of their own in binary mode: the body, and `Content-Type`. */
const ELSEWHERE: ReadonlySet<string> = new Set(['data', 'data_base64', 'datacontenttype']);

const unquoted = (value: string): string => (/^".*"$/s.test(value) ? value.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : value);

/**
 * A header's value as its attribute's (CloudEvents HTTP binding, section 3.1.3.2): a quoted text without its quotes, then one round
 * of percent-decoding. Undefined where that is no UTF-8 text.
 */
const decoded = (value: string): string | undefined => {
  // A header carries printable ASCII; anything else should have been percent-encoded.
  if (!/^[\t -~]*$/.test(value)) return undefined;
  try {
    return decodeURIComponent(unquoted(value));
  } catch {
    return undefined;
  }
};

/**
 * The attributes of a record in binary mode. Fails with a 422 problem that names each header that cannot be decoded, or stands more than
 * once: joined, as HTTP joins them, they would be a value that nobody meant.
 */
export const attributesInHeaders = (headers: IncomingMessage['headersDistinct']): Record<string, unknown> => {
  const attributes: [string, string][] = [];
  const errors: ProblemItem[] = [];
  for (const [header, [given = '', ...more] = []] of Object.entries(headers)) {
    if (!header.startsWith(PREFIX)) continue;
    const name = header.slice(PREFIX.length);
    const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const value = decoded(given);
    if (ELSEWHERE.has(name)) errors.push({ index: 0, pointer, detail: 'is no header in binary mode' });
    else if (more.length > 0) errors.push({ index: 0, pointer, detail: 'is given more than once' });
    else if (value === undefined) errors.push({ index: 0, pointer, detail: 'must be percent-encoded UTF-8' });
    else attributes.push([name, value]);
  }
  if (errors.length > 0) throw new Problem(422, 'records that cannot be understood: nothing was stored', errors);
  return { ...Object.fromEntries(attributes), datacontenttype: headers['content-type']?.[0] };
};

import { isUtf8 } from 'node:buffer';
import type { ProblemItem } from '@throughline/platform';
import type { InboundMessage } from '@throughline/log/kafka';

const PREFIX = 'ce_';
const CONTENT_TYPE = 'content-type';

/** Attributes that have a place of their own in binary mode: the value, and `content-type`. */
const ELSEWHERE: ReadonlySet<string> = new Set(['data', 'data_base64']);

/** What the headers of a message say: its media type, and in binary mode the attributes of its record. */
export interface ReadHeaders {
  readonly contentType: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly faults: readonly ProblemItem[];
}

/**
 * Reads headers by the CloudEvents Kafka binding (1.0.2, section 3.2): `ce_` and the attribute's name, the value UTF-8 as it is,
 * without percent-encoding; the data's media type in `content-type`. Some libraries repeat it as `ce_datacontenttype`, which is no
 * fault where both say the same.
 */
export const readHeaders = ({ headers }: InboundMessage): ReadHeaders => {
  const attributes = new Map<string, string>();
  const faults: ProblemItem[] = [];
  let contentType: string | undefined;
  for (const [header, bytes] of headers) {
    const isAttribute = header.startsWith(PREFIX);
    if (!isAttribute && header !== CONTENT_TYPE) continue;
    const name = isAttribute ? header.slice(PREFIX.length) : 'datacontenttype';
    const refuse = (detail: string): void => {
      faults.push({ index: 0, pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail });
    };
    if (!isUtf8(bytes)) refuse('must be UTF-8');
    else if (!isAttribute) contentType = bytes.toString('utf8');
    else if (ELSEWHERE.has(name)) refuse('is no header in binary mode');
    else if (attributes.has(name)) refuse('is given more than once');
    else attributes.set(name, bytes.toString('utf8'));
  }
  const repeated = attributes.get('datacontenttype');
  if (repeated !== undefined && contentType !== undefined && repeated !== contentType) {
    faults.push({ index: 0, pointer: '/datacontenttype', detail: 'must be what the header content-type says' });
  }
  return { contentType, attributes: Object.fromEntries(attributes), faults };
};

import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { exactInstant } from './exact-instant';
import type { KeyStore } from './key-store';
import type { PublishedRecord } from './published-record';

const LENGTH = 16;

/**
 * Attributes that are no content: the form in which a record travelled (structured or binary mode state them differently),
 * and its tracing (the CloudEvents extension "Distributed Tracing"), which a retry changes.
 */
const NO_CONTENT = new Set(['specversion', 'datacontenttype', 'recordedtime', 'partnership', 'traceparent', 'tracestate']);

/**
 * Tells a retry from a conflict (contract.md, section 1): equal for equal content, whatever the order of keys and the form
 * of escapes, `time` compared as an instant, `recordedtime` and tracing left out. Keyed, so that nobody can find out from a
 * stored digest what a record said by guessing.
 */
export class ContentDigest {
  private constructor(private readonly key: KeyObject) {}

  static async of(keys: KeyStore): Promise<ContentDigest> {
    return new ContentDigest(createSecretKey(await keys.hubKey('content-digest')));
  }

  /** Base64 of 16 bytes. Fails with `LoneSurrogate` where a text cannot be compared. */
  digest(record: PublishedRecord): string {
    const content = canonicalJson({
      partnership: record.partnership,
      source: record.source,
      id: record.id,
      type: record.type,
      subject: record.subject,
      time: exactInstant(record.time),
      data: record.data,
      attributes: contentAttributes(record.attributes),
    });
    return createHmac('sha256', this.key).update(content, 'utf8').digest().toString('base64', 0, LENGTH);
  }
}

const contentAttributes = (attributes: PublishedRecord['attributes']): Record<string, unknown> | undefined => {
  if (attributes === undefined) return undefined;
  const kept = Object.entries(attributes).filter(([name]) => !NO_CONTENT.has(name));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

import fc from 'fast-check';
import { ContentDigest } from './content-digest';
import { NotAnInstant } from './exact-instant';
import { InMemoryKeyStore, KeysInMemory } from './in-memory';
import type { PublishedRecord } from './published-record';

const record: PublishedRecord = {
  partnership: 'northgate',
  source: '/agencies/police',
  id: '1',
  type: 'throughline.police.incident-recorded.v1',
  subject: 'police:N-1',
  time: '2024-03-04T10:00:00Z',
  recordedtime: '2024-03-04T10:05:00Z',
  agency: 'police',
  data: { people: [{ ref: 'police:N-1', role: 'victim' }], incidentNumber: 'police-7', nature: ['threats'] },
};

let content: ContentDigest;
beforeAll(async () => (content = await ContentDigest.of(new InMemoryKeyStore())));

const sameAs = (other: Partial<PublishedRecord>): boolean => content.digest({ ...record, ...other }) === content.digest(record);

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

describe('the digest of a record’s content', () => {
  it('is 16 bytes in base64', () => {
    expect(Buffer.from(content.digest(record), 'base64')).toHaveLength(16);
  });

  it.each<[string, Partial<PublishedRecord>]>([
    ['the time written in another zone', { time: '2024-03-04T12:00:00+02:00' }],
    ['the time with zeros for a fraction', { time: '2024-03-04t10:00:00.0000000z' }],
    ['the moment at which it was recorded', { recordedtime: '2024-03-05T00:00:00Z', imported: true }],
    ['its tracing', { attributes: { traceparent: '00-a-b-01', tracestate: 'x=1' } }],
    ['the form in which it travelled', { attributes: { specversion: '1.0', datacontenttype: 'application/json; charset=utf-8' } }],
  ])('is the same whatever %s', (_what, other) => {
    expect(sameAs(other)).toBe(true);
  });

  it.each<[string, Partial<PublishedRecord>]>([
    ['a moment later', { time: '2024-03-04T10:00:00.0000001Z' }],
    ['another subject', { subject: 'police:N-2' }],
    ['another type', { type: 'throughline.abuse.disclosed.v1' }],
    ['another value', { data: { ...record.data, incidentNumber: 'police-8' } }],
    ['an empty field more', { data: { ...record.data, narrative: '' } }],
    ['another order of a list', { data: { ...record.data, people: [{ ref: 'police:N-2' }, { ref: 'police:N-1' }] } }],
    ['another extension', { attributes: { dataschema: 'https://example.org/1' } }],
    ['another partnership', { partnership: 'southgate' }],
    ['another id', { id: '2' }],
  ])('is another for %s', (_what, other) => {
    expect(sameAs(other)).toBe(false);
  });

  it('is the same for any data with its keys in another order, and after a way through JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const digest = content.digest({ ...record, data });
        expect(content.digest({ ...record, data: reversed(data) as PublishedRecord['data'] })).toBe(digest);
        expect(content.digest({ ...record, data: JSON.parse(JSON.stringify(data)) as PublishedRecord['data'] })).toBe(digest);
      }),
    );
  });

  it('is the same in every process of a hub, and another in another hub', async () => {
    const keys = new KeysInMemory();
    const [one, other] = await Promise.all([1, 2].map(() => ContentDigest.of(new InMemoryKeyStore(keys))));
    expect(one?.digest(record)).toBe(other?.digest(record));
    expect(one?.digest(record)).not.toBe(content.digest(record));
  });

  it('refuses a time that is none', () => {
    expect(() => content.digest({ ...record, time: '2024-02-30T10:00:00Z' })).toThrow(NotAnInstant);
  });
});

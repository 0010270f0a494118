import fc from 'fast-check';
import type { IHeaders, Message } from 'kafkajs';
import { incident } from '../publishing/events';
import { binary, structured } from './agency';
import type { Rejected } from './cluster';
import type { Door } from './door';

const SEED = 20_261_122;
/** The long form: MESSAGES=100000. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 400);
const AT_ONCE = 5_000;
const PATIENCE = 60_000 + MESSAGES * 20;
const JSON_TYPE = 'application/cloudevents+json';

const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array));
const names = fc.constantFrom('content-type', 'ce_id', 'ce_source', 'ce_type', 'ce_data', 'ce_~/', '__proto__', 'constructor', 'x', '');
const anyHeaders = fc.array(fc.tuple(names, bytes), { maxLength: 6 }).map((pairs): IHeaders => Object.fromEntries(pairs));
const ofAType = fc
  .constantFrom(JSON_TYPE, 'application/json', 'application/cloudevents-batch+json', 'application/cloudevents+avro', 'text/plain')
  .map((type): IHeaders => ({ 'content-type': type }));

/** A good record of which one place, anywhere, is something else. */
const damagedRecord = fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 3 })).map(([place, value]) => {
  const record: Record<string, unknown> = { ...incident(), id: `damaged-${place}`, source: '/agencies/housing' };
  const keys = Object.keys(record);
  record[keys[place % keys.length] ?? 'id'] = value;
  return JSON.stringify(record);
});

const depth = (brackets: number): string => `${'['.repeat(brackets)}${']'.repeat(brackets)}`;
const values = fc.oneof(
  bytes,
  damagedRecord,
  fc.json(),
  fc.constant(null),
  fc.constantFrom('', 'null', '\uFEFF{}', '{"__proto__":{"id":1}}', depth(20_000), `{"data":${depth(20_000)}}`, '[1,2'),
);
const key = fc.oneof(fc.constant(null), bytes);
const malformed: fc.Arbitrary<Message> = fc.record({ key, value: values, headers: fc.oneof(anyHeaders, ofAType) });

const asText = (value: Message['value']): string => (Buffer.isBuffer(value) ? value.toString('utf8') : (value ?? ''));

/** Whatever an agency sends, the hub stays up, and answers. */
export const malformedMessages = (given: () => Door): void => {
  const isAnswered = (sent: Message | undefined, { key: itsKey, document }: Rejected): void => {
    expect([400, 403, 422]).toContain(document.status);
    expect(itsKey).toBe(sent?.key === null ? null : asText(sent?.key ?? null));
    if (document.status === 422) {
      const named = document.errors?.every(({ pointer, detail }) => (pointer.startsWith('/') || pointer === '') && detail !== '');
      expect(named).toBe(true);
    }
    if (document.recordBase64 === undefined) expect(document).toHaveProperty('record');
    else expect(document.recordBase64).toBe(Buffer.from(sent?.value ?? '').toString('base64'));
  };

  it(
    `of ${MESSAGES} malformed ones every one is answered, in order, with its key, and none stops what comes after`,
    async () => {
      const { police } = given();
      for (let from = 0; from < MESSAGES; from += AT_ONCE) {
        const numRuns = Math.min(AT_ONCE, MESSAGES - from);
        const messages = fc.sample(malformed, { numRuns, seed: SEED + from });
        const last = incident();
        const rejected = await police.send(...messages, structured(last));
        await police.held(last);
        expect(rejected).toHaveLength(numRuns);
        rejected.forEach((rejection, index) => isAnswered(messages[index], rejection));
      }
      expect((await fetch(`${given().hub.origin}/health/ready`)).status).toBe(200);
    },
    PATIENCE,
  );

  it('a message with a hundred thousand headers holds nobody up', async () => {
    const { police, hub } = given();
    const [one, other] = [incident(), incident()];
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`x-${place}`, 'y']));
    const first = structured(one);
    const second = structured(other);
    const sent = [
      { ...first, headers: { ...first.headers, ...many } },
      { ...second, headers: { ...second.headers, x: Array<string>(100_000).fill('y') } },
    ];
    expect(await police.send(...sent)).toEqual([]);
    await police.held(one);
    await police.held(other);
    expect((await fetch(`${hub.origin}/health/ready`)).status).toBe(200);
  }, 120_000);

  it('a value that is no JSON comes back byte for byte, one that is comes back as the record', async () => {
    const { police } = given();
    const broken = Buffer.from([0x7b, 0xff, 0x00]);
    const exact = '{"id":1.0,  "id":"twice", "big":12345678901234567890}';
    const type = { 'content-type': JSON_TYPE, 'x-own': 'kept' };
    const [first, second] = await police.send({ value: broken, headers: type }, { value: exact, headers: type });
    expect(first).toMatchObject({ headers: type, document: { status: 400, recordBase64: broken.toString('base64') } });
    expect(second?.document).toMatchObject({ status: 422, record: JSON.parse(exact) as object });
  });

  it('in binary mode faults are named by pointers into the record as structured JSON, which comes back', async () => {
    const { police } = given();
    const record = incident({}, { nature: ['unheard-of'], narrative: 'Costs $1 and $& }' });
    const { datacontenttype, ...rest } = record;
    const [first, second, third] = await police.send(
      binary(record),
      binary(incident(), { ce_subject: Buffer.from([0xff]) }),
      binary(incident(), { ce_id: ['one', 'two'] }),
    );
    expect(first?.document).toMatchObject({
      status: 422,
      errors: [{ index: 0, pointer: '/data/nature/0' }],
      record: { ...rest, datacontenttype },
    });
    expect(second?.document).toMatchObject({ status: 422, errors: [{ pointer: '/subject' }] });
    expect(third?.document).toMatchObject({ status: 422, errors: [{ pointer: '/id' }] });
  });
};

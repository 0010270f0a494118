import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@throughline/log';
import { createPostgresLog } from '@throughline/log/postgres';
import { type Envelope, readEnvelope, writeEnvelope } from '@throughline/records';
import type { Pool } from 'pg';
import { digestOf } from '../../apps/projector/rebuild';
import { type RunningHub, startHub } from '../running-hub';
import { liveSchemaOf, tablesOf } from './hub-tables';
import { type Call, load } from './load';
import { Operator } from './operator';
import { Publishers } from './publishers';

interface Aside {
  readonly partnership: string;
  readonly position: string;
  readonly id: string | null;
  readonly reason: string;
}

const RECORDS = 3_000;
const SEED = 7;

/** A record about somebody of whom there is no other but these. */
const newcomer = (id: string): Call => {
  const ref = 'police:newcomer';
  const data = { people: [{ ref, role: 'victim' }], view: 'Not yet' };
  const type = 'throughline.coordination.view-given.v1';
  const event = { specversion: '1.0', id, source: '/agencies/police', type, subject: ref, time: '2024-03-04T10:00:00Z', data };
  const sent = { client: 'police', source: event.source, id, partnership: 'northgate', text: JSON.stringify(event) };
  return { client: 'police', records: [sent] };
};

describe('a record that cannot be processed, among thousands', () => {
  let dataDir: string;
  let hub: RunningHub;
  let pool: Pool;
  let log: Log;
  let operator: Operator;
  let schema: string;
  let publishers: Publishers;

  const outboxIsEmpty = async (): Promise<boolean> => (await pool.query('SELECT FROM hub.outbox LIMIT 1')).rowCount === 0;
  const settled = (): Promise<void> => operator.settled(outboxIsEmpty);

  const asides = async (): Promise<readonly Aside[]> => (await operator.ask<{ items: readonly Aside[] }>('rejected')).items;

  /** The hub's own records of this type on a partnership's log. */
  const told = async (partnership: string, type: string): Promise<readonly Envelope[]> => {
    const partition = log.partitionOf(partnership);
    const { begin: from, end: to } = await log.bounds(partition);
    const found: Envelope[] = [];
    for await (const entries of log.scan(partition, { from, to, maxEntries: 1_000 })) {
      for (const { value } of entries) {
        if (!value.includes(`"throughline.${type}.v1"`) && !value.includes(`"${type}`)) continue;
        const envelope = readEnvelope(value);
        if (envelope.source === '/hub' && envelope.type.includes(type)) found.push(envelope);
      }
    }
    return found;
  };

  /** An envelope as the hub sealed it: of a record that it has projected. */
  const someEnvelope = async (): Promise<Envelope> => {
    const { rows } = await pool.query<{ body: Buffer }>(
      `SELECT body FROM ${schema}.records WHERE partnership = 'northgate' AND position(convert_to('"box"', 'UTF8') IN body) > 0 ORDER BY index LIMIT 1`,
    );
    return readEnvelope(rows[0]?.body ?? Buffer.alloc(0));
  };

  /** Puts bytes straight on the log, past intake; answers their position. */
  const append = async (partnership: string, value: Buffer): Promise<string> => {
    const [position] = await log.append([{ partnership, value }]);
    return `${partnership}:${position ?? ''}`;
  };

  const chronologyOf = async (id: string): Promise<number> => {
    const { rows } = await pool.query<{ count: bigint }>(
      `SELECT count(*) FROM ${schema}.links l JOIN ${schema}.records r USING (partnership, index)
        WHERE position(convert_to($1, 'UTF8') IN r.body) > 0`,
      [`"id":"${id}"`],
    );
    return Number(rows[0]?.count ?? 0);
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'throughline-poison-'));
    hub = await startHub({ dataDir });
    pool = tablesOf(dataDir);
    log = await createPostgresLog(pool, { partitions: 8 });
    const target = { origin: hub.origin, token: (client: string) => hub.token(client) };
    operator = new Operator(target);
    publishers = new Publishers(target);
    schema = await liveSchemaOf(pool);
  });
  afterAll(async () => {
    await log.close();
    await pool.end();
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('is set aside alone, with its reason: a broken seal, and bytes that nobody wrote', async () => {
    const calls = load(SEED, RECORDS);
    await publishers.publish(calls.slice(0, 20));
    await settled();
    const whole = await someEnvelope();
    const box = Buffer.from(whole.sealed[0]?.box ?? '', 'base64');
    box[box.length - 1] = (box[box.length - 1] ?? 0) ^ 1;
    const broken = {
      ...whole,
      id: 'broken',
      sealed: whole.sealed.map((part, place) => (place === 0 ? { ...part, box: box.toString('base64') } : part)),
    };
    const { sealed: _sealed, ...halved } = whole;

    const publishing = publishers.publish(calls.slice(20));
    await publishers.reached(RECORDS / 3);
    const positions = [
      await append('northgate', writeEnvelope(broken)),
      await append('northgate', Buffer.from([0xff, 0x00, 0x7b, 0x13])),
      await append('northgate', Buffer.from(JSON.stringify({ ...halved, id: 'halved' }))),
    ];
    await publishing;
    await settled();

    const found = await asides();
    expect(found.map(({ position }) => position)).toEqual(positions);
    expect(found.map(({ reason }) => reason)).toEqual([
      'a sealed part does not open under its own key',
      expect.stringContaining('not JSON'),
      expect.stringContaining('envelope'),
    ]);
    const { rows } = await pool.query<{ count: bigint }>(`SELECT count(DISTINCT (partnership, index)) AS count FROM ${schema}.links`);
    expect(Number(rows[0]?.count)).toBe(RECORDS);
    expect((await told('northgate', 'hub.record-set-aside')).map(({ data }) => `northgate:${String(data['position'])}`)).toEqual(positions);
  }, 240_000);

  it('is set aside where the database refuses it, and has its effect when it is tried again after the cause is gone', async () => {
    const [first, refused] = ['first', 'refused'].map(newcomer);
    if (first === undefined || refused === undefined) throw new Error('there is no record');
    const before = await asides();
    await publishers.publish([first]);
    await settled();
    const { rows } = await pool.query<{ ref: bigint }>(
      `SELECT DISTINCT ref FROM ${schema}.links l JOIN ${schema}.records r USING (partnership, index) WHERE position('"id":"first"'::bytea IN r.body) > 0`,
    );
    expect(rows).toHaveLength(1);
    await pool.query(`ALTER TABLE ${schema}.links ADD CONSTRAINT refuses_her CHECK (ref <> ${rows[0]?.ref ?? 0n}) NOT VALID`);
    const neighbours = load(SEED + 1, 200);
    await publishers.publish([...neighbours.slice(0, 10), refused, ...neighbours.slice(10)]);
    await settled();
    const [aside, ...others] = (await asides()).slice(before.length);
    expect(others).toEqual([]);
    expect(aside).toMatchObject({ id: 'refused', reason: 'the database refused it (23514)' });
    expect(await chronologyOf('refused')).toBe(0);

    await pool.query(`ALTER TABLE ${schema}.links DROP CONSTRAINT refuses_her`);
    const offsets = (await operator.lag()).map(({ end }) => BigInt(end));
    await operator.ask('rejected/redrive', { partnership: 'northgate', position: aside?.position });
    await settled();
    expect(await chronologyOf('refused')).toBeGreaterThan(0);
    expect(await asides()).toEqual(before);
    // Nothing was read again: the log only grew.
    (await operator.lag()).forEach(({ end }, partition) => expect(BigInt(end)).toBeGreaterThanOrEqual(offsets[partition] ?? 0n));
  }, 240_000);

  it('is told by the log, so that tables built anew set aside and redrive the same', async () => {
    const live = await digestOf(pool, schema);
    await operator.rebuild();
    schema = await liveSchemaOf(pool);
    expect(await digestOf(pool, schema)).toEqual(live);
  }, 240_000);

  it('stops its partition alone, and loudly, where it is of a type that this release does not know', async () => {
    const envelope = await someEnvelope();
    await append('northgate', writeEnvelope({ ...envelope, id: 'unknown', type: 'throughline.police.not-yet-invented.v9' }));
    const partition = log.partitionOf('northgate');
    for (const until = Date.now() + 90_000; ; await pause(100)) {
      const answer = await fetch(`${hub.origin}/health/ready`);
      const said = await answer.text();
      if (answer.status === 503 && said.includes('not known')) break;
      if (Date.now() > until) throw new Error(`the hub is still ready: ${said}`);
    }
    expect(hub.said()).toContain('a partition stands still');
    const elsewhere = load(SEED + 2, 60).filter(({ client }) => client.startsWith('riverside'));
    await publishers.publish(elsewhere);
    // Elsewhere the hub goes on, and its own records follow those of the agencies: what counts is that one reading finds all of it read.
    const standing = async () => (await operator.lag()).filter(({ lag }) => lag > 0);
    let found = await standing();
    for (const until = Date.now() + 90_000; found.some((each) => each.partition !== partition); found = await standing()) {
      if (Date.now() > until) throw new Error(`another partition stands still: ${JSON.stringify(found)}`);
      await pause(100);
    }
    expect(found).toEqual([
      expect.objectContaining({ partition, lag: expect.any(Number) as number, stopped: expect.stringContaining('not known') as string }),
    ]);
  }, 240_000);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaIsThere, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import type { Pool } from 'pg';
import { liveSchemaOf, tablesOf } from '../faults/hub-tables';
import { Operator } from '../faults/operator';
import { type RunningHub, startHub } from '../running-hub';
import { CANARIES, planted, refused } from './canaries';
import { sightingsIn, sightingsUnder } from './searched';

const TABLES_KEEP = 200_000;

describe('looking for canaries', () => {
  it.each(Object.values(CANARIES))('finds %s, however it was written', (word) => {
    for (const shift of ['', 'x', 'xy', 'xyz']) {
      const written = Buffer.from(`${shift}${word} and more`);
      expect(sightingsIn(written, 'here')).not.toEqual([]);
      expect(sightingsIn(Buffer.from(written.toString('base64')), 'here')).not.toEqual([]);
      expect(sightingsIn(Buffer.from(written.toString('hex')), 'here')).not.toEqual([]);
    }
  });
});

const searching = (withKafka: boolean): void => {
  let folder: string;
  let kafka: RunningKafka | undefined;
  let hub: RunningHub;
  let pool: Pool;
  let measures: string;

  const post = async (client: string, body: unknown): Promise<number> => {
    const answer = await fetch(`${hub.origin}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token(client)}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(body),
    });
    await answer.text();
    return answer.status;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-canaries-'));
    // Kafka sets 20 MB of zeros aside for the indexes of every partition, and all that lies there is gone through.
    const settings = { 'log.index.size.max.bytes': '65536' };
    if (withKafka) kafka = await startKafka({ dataDir: join(folder, 'kafka'), settings });
    hub = await startHub({ dataDir: join(folder, 'hub'), env: { LOG_LEVEL: 'trace', ...(kafka && { KAFKA_BROKERS: kafka.brokers }) } });
    pool = tablesOf(join(folder, 'hub'));
    for (const { client, record } of planted) expect([client, await post(client, record)]).toEqual([client, 202]);
    for (const record of refused) expect(await post('police', record)).toBe(422);
    for (const path of ['/v1/records', `/v1/people/police:${CANARIES.victim}`, `/v1/people?name=${CANARIES.family}`]) {
      const answer = await fetch(`${hub.origin}${path}`, { headers: { authorization: `Bearer ${await hub.token('police')}` } });
      await answer.text();
    }
    const operator = new Operator({ origin: hub.origin, token: (client) => hub.token(client) });
    await operator.settled(async () => (await pool.query('SELECT FROM hub.outbox LIMIT 1')).rowCount === 0);
    await pool.query('CHECKPOINT');
    measures = await (await fetch(`${hub.origin}/metrics`)).text();
  }, 240_000);
  afterAll(async () => {
    await pool.end();
    await hub.stop();
    await kafka?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 240_000);

  it('took them all into its tables', async () => {
    const { rows } = await pool.query<{ count: bigint }>(
      `SELECT count(DISTINCT (partnership, index)) AS count FROM ${await liveSchemaOf(pool)}.links`,
    );
    expect(Number(rows[0]?.count)).toBe(planted.length);
  });

  it('has none of them in its data folder: tables, write-ahead log, keys, identity provider', () => {
    const { sightings, bytes } = sightingsUnder(join(folder, 'hub'));
    expect(bytes).toBeGreaterThan(TABLES_KEEP);
    expect(sightings).toEqual([]);
  });

  if (withKafka) {
    it('has none of them in the segments of the Kafka log', () => {
      expect(sightingsUnder(join(folder, 'kafka')).sightings).toEqual([]);
    });
  }

  it('says none of them: not in its own log, not in its measures', () => {
    expect(hub.said()).not.toBe('');
    expect(sightingsIn(Buffer.from(hub.said()), 'the hub’s log')).toEqual([]);
    expect(measures).toContain('throughline');
    expect(sightingsIn(Buffer.from(measures), 'metrics')).toEqual([]);
  });
};

describe('a hub on its own database that was told canaries', () => searching(false));

describe('a hub on Kafka that was told canaries', () => {
  if (javaIsThere()) searching(true);
  else it('was NOT RUN: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));
});

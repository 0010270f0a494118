import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@throughline/log';
import { writeEnvelope } from '@throughline/records';
import { ContentDigest, Sealer } from '@throughline/seal';
import { FileMasterKey } from '@throughline/seal/file';
import { PostgresKeyStore } from '@throughline/seal/postgres';
import { Asking, untilReady } from './asking';
import type { Ground } from './ground';
import { endsOf, openLog, rateUntil } from './log';
import { interleaved, measure, type Measure } from './measure';
import { BenchFailed, startFloor, startHubProcess } from './processes';
import { Publication, type ToSeal } from './published';
import { benchPartnerships, generatedLines, PARTNERSHIPS } from './records';

export interface ProjectSize {
  readonly rounds: number;
  /** Records of agencies. */
  readonly records: number;
}

const MEASURED = 'measured';

/** Seals records as intake does and puts them on the log while no hub reads it. */
const fill = async (ground: Ground, log: Log, records: number): Promise<void> => {
  const keys = await PostgresKeyStore.open(ground.pool, await FileMasterKey.open(ground.environment['DATA_DIR'] ?? ''));
  const sealer = new Sealer(keys, await ContentDigest.of(keys));
  const publication = new Publication(benchPartnerships);
  let some: ToSeal[] = [];
  const append = async (): Promise<void> => {
    const envelopes = await sealer.sealAll(some);
    await log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
    some = [];
  };
  for (const line of generatedLines(records, benchPartnerships)) {
    some.push(publication.of(line));
    if (some.length === 2_000) await append();
  }
  if (some.length > 0) await append();
};

/** Throws the hub's tables away, and nothing else: it makes them anew from the log, live. The first ones are kept for the lean floor. */
const beginAnew = async ({ pool }: Ground, keep: boolean): Promise<void> => {
  const { rows } = await pool.query<{ number: number }>('SELECT number FROM hub.generations ORDER BY number');
  for (const { number } of rows) {
    const schema = `generation_${number}`;
    await pool.query(keep ? `ALTER SCHEMA ${schema} RENAME TO ${MEASURED}` : `DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  }
  await pool.query('TRUNCATE hub.generations, hub.outbox');
};

const rebuilt = async (operator: Asking): Promise<number> => {
  const began = performance.now();
  await operator.ask('/v1/operate/rebuild', { method: 'POST', body: '{}' });
  for (;;) {
    const { state } = (await (await operator.ask('/v1/operate/rebuild')).json()) as { state: string };
    if (state === 'done') return performance.now() - began;
    if (state === 'failed') throw new BenchFailed('the rebuild failed');
    await pause(100);
  }
};

export const benchProject = async (ground: Ground, size: ProjectSize): Promise<readonly Measure[]> => {
  const first = await startHubProcess(ground.environment);
  await untilReady(first.origin);
  await first.stop();
  const log = await openLog(ground.pool, ground.brokers);
  try {
    await fill(ground, log, size.records);
    const ends = await endsOf(log);
    let run = 0;
    const floor = (kind: 'bare' | 'lean', until: readonly number[]) => async (): Promise<number> => {
      run += 1;
      const schema = `floor_${run}`;
      const task = { kind, database: ground.database, schema, measured: MEASURED, group: `floor-${run}` };
      const starting = startFloor({ ...task, ...(ground.brokers === undefined ? {} : { brokers: ground.brokers }) });
      const rate = await rateUntil(ground.pool, schema, until, starting);
      await (await starting).stop();
      await ground.pool.query(`DROP SCHEMA ${schema} CASCADE`);
      return rate;
    };
    const live = async (keep: boolean): Promise<number> => {
      await beginAnew(ground, false);
      const starting = startHubProcess(ground.environment);
      const rate = await rateUntil(ground.pool, 'generation_1', ends, starting);
      await (await starting).stop();
      if (keep) await beginAnew(ground, true);
      return rate;
    };
    await live(true);
    const projected = await interleaved(size.rounds, {
      hub: () => live(false),
      lean: floor('lean', ends),
      bare: floor('bare', ends),
    });

    const hub = await startHubProcess(ground.environment);
    await untilReady(hub.origin);
    const operator = new Asking(hub.origin, 'operator');
    await pause(1_000);
    const all = await endsOf(log);
    const entries = all.reduce((sum, end) => sum + end, 0);
    const anew = await interleaved(size.rounds, {
      hub: async () => (entries * 1_000) / (await rebuilt(operator)),
      bare: floor('bare', all),
    });
    await hub.stop();
    const where = `${PARTNERSHIPS} partnerships, ${ground.brokers === undefined ? 'PostgreSQL' : 'Kafka'} log`;
    return [
      measure(`project, live, ${where}, by the lean floor`, projected.hub, projected.lean, 0.7),
      measure(`project, live, ${where}, by the bare floor`, projected.hub, projected.bare, 0.3),
      measure(`rebuild of ${entries.toLocaleString('en-GB')} records, by the bare floor`, anew.hub, anew.bare, 0.45),
    ];
  } finally {
    await log.close();
  }
};

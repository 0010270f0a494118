import { createPool } from '@throughline/platform';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { testDatabase } from '@throughline/infra/postgres';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import type { Log } from '@throughline/log';
import { createInMemoryLog } from '@throughline/log/in-memory';
import { ExactMatching } from '@throughline/people';
import { safeguards } from '@throughline/safeguards';
import { BlindIndex, ContentDigest, type KeyStore, Opener, type PublishedRecord, Sealer } from '@throughline/seal';
import { InMemoryKeyStore } from '@throughline/seal/in-memory';
import type { Pool } from 'pg';
import { writeEnvelope } from '@throughline/records';
import { Relay } from '../../apps/notifier/relay';
import { Transfers } from '../../apps/notifier/transfers';
import { putFirstSettings } from '../../apps/projector/first-settings';
import { type Generation, liveGeneration } from '../../apps/projector/generations';
import type { ProjectorParts } from '../../apps/projector/projector';
import { readInto } from '../../apps/projector/rebuild';
import type { Line } from '../../infra/bench/published';

/** Records of a history, each as one line of CloudEvents JSON. */
export type History = readonly string[];

const inMemory = (_pool: Pool): Promise<KeyStore> => Promise.resolve(new InMemoryKeyStore());

const silent = { stopped: () => undefined, faltered: () => undefined, applied: () => undefined };

/** A hub from the log to the tables, on a real database, that reads when it is told to. */
export class SmallHub {
  private readonly types = new Map<string, string>();

  private constructor(
    readonly parts: ProjectorParts,
    readonly sealer: Sealer,
    readonly live: Generation,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param keysIn where its keys are, where they are to outlive it; default in memory */
  static async start(log: Log = createInMemoryLog({ partitions: 2 }), batch = 100, keysIn = inMemory): Promise<SmallHub> {
    const hub = await SmallHub.over(log, keysIn, batch);
    const { partnerships } = await readPartnershipsFile(demoPartnershipsFile);
    await putFirstSettings({ pool: hub.parts.pool, log, sealer: hub.sealer }, hub.live.schema, partnerships);
    return hub;
  }

  /** The same over a log that is written already. */
  static async over(log: Log, keysIn: (pool: Pool) => Promise<KeyStore>, batch = 100): Promise<SmallHub> {
    const database = await testDatabase();
    const pool = createPool({ url: database.url, name: 'small hub', max: 8 });
    const keys = await keysIn(pool);
    const sealer = new Sealer(keys, await ContentDigest.of(keys));
    const parts = {
      pool,
      log,
      opener: new Opener(keys),
      matching: new ExactMatching(await BlindIndex.of(keys)),
      safeguards,
      batch,
      events: silent,
      now: () => Date.now(),
    };
    return new SmallHub(parts, sealer, await liveGeneration(pool), async () => {
      await pool.end();
      await database.drop();
    });
  }

  async append(history: History): Promise<void> {
    const records = history.map((line) => JSON.parse(line) as Line);
    for (const record of records) this.types.set(`${record.source} ${record.id}`, record.type);
    const envelopes = await this.sealer.sealAll(
      records.map((record) => {
        const agency = record.source.split('/')[2] ?? '';
        const published = {
          ...record,
          agency,
          imported: true,
          datacontenttype: undefined,
          specversion: undefined,
        } as unknown as PublishedRecord;
        const { corrects } = record.data;
        const replacementType = corrects === undefined ? undefined : this.types.get(`${corrects.source} ${corrects.id}`);
        return replacementType === undefined ? { record: published } : { record: published, replacementType };
      }),
    );
    await this.parts.log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
  }

  /** Reads to the end of the log, and puts what was derived on it, until nothing is left to do. */
  async settle(generation: Generation = this.live, derive = true): Promise<void> {
    const { pool, log, opener, matching, now } = this.parts;
    const homeTrace = matching.homeTrace.bind(matching);
    const transfers = new Transfers({ pool, opener, homeTrace, liveSchema: () => Promise.resolve(this.live.schema), now });
    const relay = new Relay({ pool, log, sealer: this.sealer, transfers, failed: () => undefined });
    do await readInto(this.parts, generation, { progress: () => undefined, isStopped: () => false }, derive);
    while (derive && (await relay.relayOnce()) > 0);
  }

  async stop(): Promise<void> {
    await this.drop();
  }
}

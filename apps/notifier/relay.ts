import type { Log } from '@throughline/log';
import { inTransaction } from '@throughline/platform';
import { writeEnvelope } from '@throughline/records';
import type { PublishedRecord, Sealer } from '@throughline/seal';
import type { Pool, PoolClient } from 'pg';
import type { TransferDue, Transfers } from './transfers';

export interface RelayParts {
  readonly pool: Pool;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly transfers: Transfers;
  readonly failed: (reason: unknown) => void;
}

/** A line of the outbox that stands for a transfer to another partnership. */
interface Transferred {
  readonly transfer: TransferDue;
}

const MOST = 500;
const PAUSE = 200;
/** Bytes of derived records in one append, well below what a log takes. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What is done by one process at a time: taking from the outbox. */
const LOCK = 7_240_003;

/**
 * Puts what the hub derived on the log: the outbox in order, at least once. What was appended and not yet ticked off when the
 * process died is appended again, and counts once, by its source and id. Of several relays one works at a time.
 */
export class Relay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  /** Appends one group of the outbox; answers how many records it held. While another process does so there is nothing to do. */
  relayOnce(): Promise<number> {
    return inTransaction(this.parts.pool, async (client) => {
      const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
      return rows[0]?.mine === true ? this.relayGroup(client) : 0;
    });
  }

  private async relayGroup(client: PoolClient): Promise<number> {
    const { log, sealer } = this.parts;
    const { rows } = await client.query<{ number: bigint; record: string }>(
      'SELECT number, record FROM hub.outbox ORDER BY number LIMIT $1',
      [MOST],
    );
    if (rows.length === 0) return 0;
    let bytes = 0;
    const group = rows.filter((row, place) => (bytes += row.record.length) < MOST_BYTES || place === 0);
    const records = await Promise.all(group.map((row) => this.recordOf(JSON.parse(row.record) as PublishedRecord | Transferred)));
    const envelopes = await sealer.sealAll(records.flatMap((record) => (record === undefined ? [] : { record })));
    if (envelopes.length > 0)
      await log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
    await client.query('DELETE FROM hub.outbox WHERE number = ANY($1)', [group.map((row) => row.number)]);
    return group.length;
  }

  /** What goes on the log: the record as it was left, or what another partnership receives of a transfer. */
  private recordOf(left: PublishedRecord | Transferred): Promise<PublishedRecord | undefined> {
    return 'transfer' in left ? this.parts.transfers.received(left.transfer) : Promise.resolve(left);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const relayed = await this.relayOnce().catch((reason: unknown) => {
        this.parts.failed(reason);
        return 0;
      });
      if (relayed === 0) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

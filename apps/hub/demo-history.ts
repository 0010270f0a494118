import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DemoMaking, wholeDemoHistory } from '@throughline/infra/demo';
import { demoToken } from '@throughline/infra/identity';
import { Fault, londonDay, MINUTE } from '@throughline/kernel';
import type { StatedPartnership } from '@throughline/projections';
import type { Logger } from 'pino';
import { acknowledgeOldAlerts } from './demo-acknowledgements';

/** The demo history was refused by intake. */
export class DemoRefused extends Fault {
  readonly retriable = false;
}

export interface DemoImport {
  /** Where the hub listens, and where its systems sign in. */
  readonly origin: string;
  readonly issuer: string;
  /** Where it is kept what is being imported, so that a start after a crash goes on with the same. */
  readonly dataDir: string;
  /** How many records are generated beside the families that were written by hand. */
  readonly records: number;
  readonly partnerships: readonly StatedPartnership[];
  /** Whether the log holds any agency's record. */
  readonly logIsEmpty: boolean;
  /** Waits until the tables have all that the log has. */
  readonly untilProjected: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly logger: Logger;
}

const SEED = 1;
const BATCH = 1_000;
const BETWEEN_LINES = 2_000;
const MOST_BROKEN = 20;

interface Noted extends Omit<DemoMaking, 'partnerships'> {
  readonly state: 'begun' | 'done';
}

const noteIn = (dataDir: string): string => join(dataDir, 'demo-history.json');

const noted = async (dataDir: string): Promise<Noted | undefined> => {
  const text = await readFile(noteIn(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Noted);
};

const note = async (dataDir: string, what: Noted): Promise<void> => {
  const path = noteIn(dataDir);
  await writeFile(`${path}.new`, JSON.stringify(what));
  await rename(`${path}.new`, path);
};

/**
 * Publishes one batch, however often intake asks to wait; answers how many records were new. A connection that breaks is made anew: while
 * a slow machine makes the history, this process may be busy for longer than the one that signed in was kept open.
 */
const publish = async (origin: string, bearer: string, batch: readonly string[]): Promise<number> => {
  for (let broken = 0; ;) {
    const sent = fetch(`${origin}/v1/records`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/cloudevents-batch+json' },
      body: `[${batch.join(',')}]`,
    });
    const response = await sent.catch((reason: unknown) => {
      broken += 1;
      if (broken === MOST_BROKEN) throw reason;
    });
    if (response === undefined) {
      await pause(500);
      continue;
    }
    if (response.ok) return ((await response.json()) as { accepted: number }).accepted;
    await response.arrayBuffer();
    if (response.status !== 429 && response.status !== 503)
      throw new DemoRefused(`intake answered ${response.status} for the demo history`);
    await pause(500);
  }
};

const importAll = async ({ origin, issuer, logger }: DemoImport, making: DemoMaking): Promise<void> => {
  const bearer = await demoToken(issuer, 'operator');
  const { lines, total } = await wholeDemoHistory(making);
  logger.info({ records: total }, 'importing the demo history');
  let [done, stored, said] = [0, 0, performance.now()];
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    stored += await publish(origin, bearer, batch);
    done += batch.length;
    batch = [];
    if (performance.now() - said < BETWEEN_LINES && done < total) return;
    said = performance.now();
    logger.info({ imported: done, of: total }, `importing the demo history: ${Math.floor((100 * done) / total)} %`);
  };
  for (const line of lines) {
    batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  logger.info({ stored }, 'the demo history is imported');
};

/** What cannot be acknowledged stays open: a demo without it is a demo still. */
const acknowledgeAll = async (wanted: DemoImport, until: number): Promise<void> => {
  const { logger } = wanted;
  try {
    await wanted.untilProjected();
    const acknowledged = await acknowledgeOldAlerts({ ...wanted, until });
    logger.info({ acknowledged }, 'the agencies of the demo have acknowledged what is weeks old');
  } catch (reason) {
    logger.warn({ reason: reason instanceof Error ? reason.name : 'unknown' }, 'not everything that is weeks old was acknowledged');
  }
};

/**
 * Imports the demo history into an empty log through the ordinary intake, as any agency's back-loading would be. An import that was
 * cut short goes on with the very same history: what is there already is a duplicate.
 */
export const importDemoHistory = async (wanted: DemoImport): Promise<void> => {
  const { dataDir, logIsEmpty, now, records, partnerships } = wanted;
  const before = await noted(dataDir);
  if (!logIsEmpty && before?.state !== 'begun') return;
  const until = now - MINUTE;
  const making = !logIsEmpty && before !== undefined ? before : { seed: SEED, records, endingOn: londonDay(until), until };
  const { seed, endingOn } = making;
  const kept = { seed, records: making.records, endingOn, until: making.until };
  await note(dataDir, { ...kept, state: 'begun' });
  await importAll(wanted, { ...kept, partnerships });
  await acknowledgeAll(wanted, kept.until);
  await note(dataDir, { ...kept, state: 'done' });
};

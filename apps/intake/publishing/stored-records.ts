import { refNumber } from '@throughline/kernel';
import { keyHash, readEnvelope } from '@throughline/records';
import type { LiveTables } from './live-tables';
import { placeText, type RecordPlace } from './record-place';
import type { StoredRecord } from './stored-record';

interface Row {
  /** Which of the records that were asked for, from 1. */
  readonly which: bigint | string;
  readonly position: bigint | string;
  readonly body: Buffer;
}

interface Question {
  readonly places: readonly RecordPlace[];
  readonly answer: (found: ReadonlyMap<string, StoredRecord>) => void;
  readonly fail: (reason: unknown) => void;
}

/** Records of one round trip; a call of more asks for all of its own at once. */
const MOST = 2_000;

/** Statements under way at once: with two, what comes while one is answered need not wait for it. */
const AT_ONCE = 2;

const storedRecord = (row: Row): StoredRecord => {
  const envelope = readEnvelope(row.body);
  return {
    digest: envelope.digest,
    position: BigInt(row.position),
    recordedtime: envelope.recordedtime,
    type: envelope.type,
    agency: envelope.agency,
    subject: envelope.subject === undefined ? undefined : { number: refNumber(envelope.subject) },
    owners: envelope.sealed.map((part) => refNumber(part.ref)),
  };
};

/**
 * Looks records up in the live generation. Many callers' questions go out as few statements: what is asked while others are under way
 * goes with the next.
 */
export class StoredRecords {
  private waiting: Question[] = [];
  private running = 0;

  constructor(private readonly tables: LiveTables) {}

  /** Those of these records that the tables hold, by `placeText`. Fails with `TablesUnavailable`. */
  find(places: readonly RecordPlace[]): Promise<ReadonlyMap<string, StoredRecord>> {
    if (places.length === 0) return Promise.resolve(new Map());
    return new Promise((answer, fail) => {
      this.waiting.push({ places, answer, fail });
      if (this.running < AT_ONCE) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running += 1;
    // Requests that were read in the same turn are looked up together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.ask(this.nextQuestions());
    this.running -= 1;
  }

  private nextQuestions(): readonly Question[] {
    let places = 0;
    const count = this.waiting.findIndex((question) => (places += question.places.length) > MOST);
    return this.waiting.splice(0, count < 0 ? this.waiting.length : Math.max(count, 1));
  }

  private async ask(questions: readonly Question[]): Promise<void> {
    try {
      const found = await this.read(questions.flatMap(({ places }) => places));
      for (const { answer } of questions) answer(found);
    } catch (reason) {
      for (const { fail } of questions) fail(reason);
    }
  }

  /** One descent of the index for each record: the limit keeps the planner from reading the whole table instead. */
  private async read(places: readonly RecordPlace[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const rows = await this.tables.rows<Row>((schema) => ({
      name: `intake records of ${schema}`,
      text: `SELECT w.which, r.position, r.body FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS w(partnership, key, which)
         CROSS JOIN LATERAL (SELECT s.position, s.body FROM ${schema}.records s
                              WHERE s.partnership = w.partnership AND s.key = w.key LIMIT 1) r`,
      values: [places.map(({ partnership }) => partnership), places.map(keyHash)],
    }));
    const found = new Map<string, StoredRecord>();
    for (const row of rows) {
      const place = places[Number(row.which) - 1];
      if (place !== undefined) found.set(placeText(place), storedRecord(row));
    }
    return found;
  }
}

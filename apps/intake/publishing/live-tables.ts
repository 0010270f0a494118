import { Fault } from '@throughline/kernel';
import type { Pool, QueryConfig, QueryResultRow } from 'pg';

/** The tables that say what is stored cannot be read just now; without them nobody can tell a retry from a new record. */
export class TablesUnavailable extends Fault {
  readonly retriable = true;
}

/** SQLSTATE of a table or schema that is not there: the generation was replaced between two statements. */
const REPLACED = new Set(['42P01', '3F000']);

const codeOf = (reason: unknown): unknown => (typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined);

/** Reads of the generation that is live, whichever it is by now. */
export class LiveTables {
  constructor(
    private readonly pool: Pool,
    private readonly liveSchema: () => Promise<string>,
  ) {}

  /** Fails with `TablesUnavailable`. */
  async rows<Row extends QueryResultRow>(statement: (schema: string) => QueryConfig): Promise<readonly Row[]> {
    try {
      const rows = await this.once<Row>(statement);
      return rows ?? (await this.once<Row>(statement)) ?? [];
    } catch (cause) {
      throw new TablesUnavailable('what is stored cannot be looked up just now', { cause });
    }
  }

  /** Undefined where the generation was replaced meanwhile. */
  private async once<Row extends QueryResultRow>(statement: (schema: string) => QueryConfig): Promise<readonly Row[] | undefined> {
    const schema = await this.liveSchema();
    try {
      return (await this.pool.query<Row>(statement(schema))).rows;
    } catch (reason) {
      if (REPLACED.has(String(codeOf(reason))) && (await this.liveSchema()) !== schema) return undefined;
      throw reason;
    }
  }
}

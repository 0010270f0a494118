import type { Instant } from '@throughline/kernel';
import type { Pool } from 'pg';
import type { Settings } from '../settings/settings';

/**
 * Where a reading stands: which records of a partnership it takes in, and at what time windows are measured. A reading that
 * is continued (the next page) stands where it began, however far the log has grown since.
 */
export interface Cut {
  readonly partnership: string;
  /** The generation that is read. */
  readonly schema: string;
  /** T: windows are measured here. */
  readonly at: Instant;
  /** Records with a smaller index belong to it. */
  readonly size: number;
  /** Records whose log time is later are left out: what the hub held then. Absent: everything that it holds. */
  readonly latest?: Instant;
  readonly settings: Settings;
}

/** What a reading asks for. */
export interface CutAsked {
  readonly asAt?: Instant;
  /** The wall clock: T without `asAt`, once the partnership's clock has started (contract.md, section 2). */
  readonly now: Instant;
  /** Where the reading began, when it is continued. */
  readonly continued?: { readonly at: Instant; readonly size: number };
}

interface PartnershipRow {
  readonly size: bigint | string;
  readonly log_time: bigint | string;
  readonly clock_started: boolean;
  readonly settings: string | null;
}

/** The cut of a partnership, or undefined where the hub has read nothing of it yet. */
export const takeCut = async (pool: Pool, schema: string, partnership: string, asked: CutAsked): Promise<Cut | undefined> => {
  const { rows } = await pool.query<PartnershipRow>(
    `SELECT size, log_time, clock_started, settings FROM ${schema}.partnerships WHERE partnership = $1`,
    [partnership],
  );
  const row = rows[0];
  if (row === undefined || row.settings === null) return undefined;
  const logTime = Number(row.log_time);
  const present = row.clock_started ? Math.max(asked.now, logTime) : logTime;
  return {
    partnership,
    schema,
    at: asked.continued?.at ?? asked.asAt ?? present,
    size: Math.min(asked.continued?.size ?? Infinity, Number(row.size)),
    ...(asked.asAt === undefined ? {} : { latest: asked.asAt }),
    settings: JSON.parse(row.settings) as Settings,
  };
};

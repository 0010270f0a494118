import type { Instant } from '@throughline/kernel';
import { HUB_SOURCE, keyHash, readEnvelope, type SettingsChanged } from '@throughline/records';
import type { Pool } from 'pg';
import { readSettings } from '../settings/read-settings';
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
  /**
   * The settings in force then: what the terms made of the records on that day they make of them still (architecture.md, point 10).
   * Who may read of it is for the settings of today to say; whoever decides that takes a cut of the present.
   */
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
  const current = JSON.parse(row.settings) as Settings;
  const logTime = Number(row.log_time);
  const present = row.clock_started ? Math.max(asked.now, logTime) : logTime;
  return {
    partnership,
    schema,
    at: asked.continued?.at ?? asked.asAt ?? present,
    size: Math.min(asked.continued?.size ?? Infinity, Number(row.size)),
    ...(asked.asAt === undefined ? {} : { latest: asked.asAt }),
    settings: asked.asAt === undefined ? current : await settingsThen(pool, schema, current, asked.asAt),
  };
};

/** The last settings whose record the hub held at a log time; the first of all were always in force. */
const settingsThen = async (pool: Pool, schema: string, current: Settings, asAt: Instant): Promise<Settings> => {
  if (current.number <= 1) return current;
  const numbers = Array.from({ length: current.number }, (_, place) => place + 1);
  const { rows } = await pool.query<{ body: Buffer }>(
    `SELECT body FROM ${schema}.records WHERE partnership = $1 AND key = ANY($2::bytea[]) AND log_time <= $3`,
    [current.code, numbers.map((number) => keyHash({ source: HUB_SOURCE, id: `settings:${number}` })), asAt],
  );
  const held = rows.map(({ body }) => readSettings(readEnvelope(body).data as unknown as SettingsChanged));
  return held.reduce((last, one) => (one.number > last.number ? one : last), held[0] ?? current);
};

import type { Pool } from 'pg';
import type { SettingsRow } from '../current-settings';

/** Reads every partnership's settings from the tables of the generation that is live at the time of the call. */
export const settingsInTables =
  (pool: Pool, liveSchema: () => Promise<string>): (() => Promise<readonly SettingsRow[]>) =>
  async () => {
    const schema = await liveSchema();
    const { rows } = await pool.query<SettingsRow>(`SELECT partnership, settings FROM ${schema}.partnerships ORDER BY partnership`);
    return rows;
  };

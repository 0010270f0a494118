import type { Log } from '@throughline/log';
import type { StatedPartnership } from '@throughline/projections';
import { firstSettings, writeEnvelope } from '@throughline/records';
import type { Sealer } from '@throughline/seal';
import type { Pool } from 'pg';

/** Puts the settings of every partnership that the log does not know yet on the log, as its first record. */
export const putFirstSettings = async (
  parts: { readonly pool: Pool; readonly log: Log; readonly sealer: Sealer },
  schema: string,
  partnerships: readonly StatedPartnership[],
): Promise<number> => {
  const { rows } = await parts.pool.query<{ partnership: string }>(`SELECT partnership FROM ${schema}.partnerships`);
  const known = new Set(rows.map((row) => row.partnership));
  const fresh = partnerships.filter((partnership) => !known.has(partnership.code));
  if (fresh.length === 0) return 0;
  const envelopes = await parts.sealer.sealAll(fresh.map((partnership) => ({ record: firstSettings(partnership.code, partnership) })));
  await parts.log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
  return fresh.length;
};

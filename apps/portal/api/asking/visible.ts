import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@throughline/access';
import { Fault } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import type { Pool } from 'pg';

/** What the caller wrote is in the log, and not yet in the tables: they may ask again. */
export class NotYetVisible extends Fault {
  readonly retriable = true;
  readonly status = 503;
  readonly retryAfter = 1;
}

const EVERY = 20;
const PATIENCE = 10_000;

export interface Visibility {
  readonly pool: Pool;
  readonly liveSchema: () => Promise<string>;
  /** Milliseconds to wait at most. */
  readonly patience?: number;
}

const POSITION = /^([a-z][a-z0-9-]{0,62}):(\d{1,15})$/;

/** The positions of `after`: as a publish answered them, one for each partnership, with commas between. */
const positionsIn = (after: string, actor: Actor): readonly { readonly partnership: string; readonly position: number }[] =>
  after.split(',').map((text) => {
    const [, partnership, position] = POSITION.exec(text.trim()) ?? [];
    if (partnership === undefined) {
      throw new Problem(422, 'the query cannot be understood', [{ pointer: '/after', detail: 'must be a position, as a publish answers it' }]);
    }
    if (!actor.partnerships.includes(partnership)) throw new Problem(403, 'the position is not of a partnership of yours');
    return { partnership, position: Number(position) };
  });

/** Waits until the tables show everything up to a position, so that a caller reads its own writes. Fails with `NotYetVisible`. */
export const waitUntilVisible = async (
  { pool, liveSchema, patience = PATIENCE }: Visibility,
  actor: Actor,
  after: string | undefined,
): Promise<void> => {
  if (after === undefined) return;
  const positions = positionsIn(after, actor);
  for (let waited = 0; ; waited += EVERY) {
    const { rows } = await pool.query<{ partnership: string; last_position: bigint | string }>(
      `SELECT partnership, last_position FROM ${await liveSchema()}.partnerships WHERE partnership = ANY($1)`,
      [positions.map(({ partnership }) => partnership)],
    );
    const reached = new Map(rows.map((row) => [row.partnership, Number(row.last_position)]));
    if (positions.every(({ partnership, position }) => (reached.get(partnership) ?? -1) >= position)) return;
    if (waited >= patience) throw new NotYetVisible('the position is not visible yet');
    await pause(EVERY);
  }
};

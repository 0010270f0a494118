import { type Actor, isAuditor } from '@throughline/access';
import { readCursor, writeCursor } from '../asking/cursor';
import type { Reading } from '../parts';
import { partnershipsAsked } from './whom';

export interface SetAsideAsked {
  readonly partnership?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** A record that was taken and has no effect: most often its source and id had been used for other content at the very same moment. */
export interface OwnSetAside {
  readonly partnership: string;
  readonly position: string;
  readonly source: string;
  readonly id: string;
  readonly reason: string;
}

export interface SetAsidePage {
  readonly items: readonly OwnSetAside[];
  readonly next: string | null;
}

interface Pinned {
  readonly partnership: string;
  readonly position: number;
  readonly [name: string]: string | number;
}

interface Row {
  readonly partnership: string;
  readonly position: bigint | string;
  readonly source: string;
  readonly id: string;
  readonly reason: string;
}

/**
 * An agency's own records that the projector set aside, an auditor's those of all, the newest first. What was tried again since is not
 * among them. Nothing that a record says is read: its key, its place and the reason alone.
 */
export const listSetAside = async (reading: Reading, actor: Actor, { limit, cursor, ...query }: SetAsideAsked): Promise<SetAsidePage> => {
  const filter = [query, actor.id];
  const pinned = cursor === undefined ? undefined : readCursor<Pinned>(cursor, filter, { partnership: 'string', position: 'number' });
  const partnerships = partnershipsAsked(actor, query.partnership);
  const basis = isAuditor(actor) ? 'audit' : '';
  await reading.disclosures.write(
    actor,
    partnerships.map((partnership) => ({ partnership, outcome: 'shown', what: 'set-aside', basis })),
  );
  const own = isAuditor(actor) ? '/' : `/agencies/${actor.agency ?? ''}`;
  const { rows } = await reading.pool.query<Row>(
    `SELECT partnership, position, source, id, reason FROM ${await reading.liveSchema()}.set_aside
      WHERE partnership = ANY($1) AND NOT redriven AND source IS NOT NULL AND id IS NOT NULL
        AND ($2 = '/' OR source = $2 OR starts_with(source, $2 || '/'))
        AND ($3::text IS NULL OR (position, partnership) < ($4::bigint, $3))
      ORDER BY position DESC, partnership DESC LIMIT $5`,
    [partnerships, own, pinned?.partnership ?? null, pinned?.position ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ partnership, position, ...about }) => ({ partnership, position: `${partnership}:${String(position)}`, ...about })),
    next: last === undefined ? null : writeCursor(filter, { partnership: last.partnership, position: Number(last.position) }),
  };
};

import { type Actor, isAuditor } from '@throughline/access';
import { formatInstant, personId } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { PartnershipTables, takeCut } from '@throughline/projections/queries';
import { readCursor, writeCursor } from '../asking/cursor';
import type { Reading } from '../parts';
import { findWhom, noSuchPerson, partnershipsAsked } from './whom';

export interface DisclosuresAsked {
  /** A person's id or any of their references. */
  readonly person?: string;
  readonly partnership?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Who saw, or was refused, what about whom, and why. */
export interface DisclosureView {
  readonly at: string;
  readonly partnership: string;
  readonly agency: string | null;
  readonly actor: string;
  readonly role: string;
  readonly purpose: string;
  readonly basis: string;
  readonly outcome: string;
  readonly what: string;
  readonly person: string | null;
  readonly positions: readonly string[];
  readonly items: readonly string[];
}

export interface DisclosuresPage {
  readonly items: readonly DisclosureView[];
  readonly next: string | null;
}

interface Pinned {
  readonly before: number;
  readonly [name: string]: number;
}

/** Disclosures, the newest first. Fails with 403 for who is no auditor. Reading them is one as well. */
export const listDisclosures = async (reading: Reading, actor: Actor, asked: DisclosuresAsked): Promise<DisclosuresPage> => {
  if (!isAuditor(actor)) throw new Problem(403, 'this needs the scope audit:read');
  const { limit, cursor, ...query } = asked;
  const filter = [query, actor.id];
  const pinned = cursor === undefined ? undefined : readCursor<Pinned>(cursor, filter, { before: 'number' });
  const partnerships = partnershipsAsked(actor, asked.partnership);
  const people = asked.person === undefined ? undefined : await everyRefOf(reading, asked.person, partnerships);
  const [first] = people?.refs ?? [];
  const [partnership] = people === undefined ? partnerships : [people.partnership];
  if (partnership !== undefined) {
    const about = first === undefined ? {} : { person: first };
    await reading.disclosures.write(actor, [{ partnership, ...about, outcome: 'shown', what: 'disclosures', basis: 'audit' }]);
  }
  const found = await reading.disclosures.about(people === undefined ? partnerships : [people.partnership], people?.refs, {
    limit: limit + 1,
    ...(pinned === undefined ? {} : { before: pinned.before }),
  });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ number: _number, at, person, positions, ...disclosure }) => ({
      ...disclosure,
      at: formatInstant(at),
      person: person === null ? null : personId(person),
      positions: positions.map((position) => `${disclosure.partnership}:${String(position)}`),
    })),
    next: last === undefined ? null : writeCursor(filter, { before: last.number }),
  };
};

const everyRefOf = async (reading: Reading, text: string, partnerships: readonly string[]) => {
  const { pool, liveSchema, clock } = reading;
  const whom = await findWhom(reading, text, partnerships);
  const cut = whom === undefined ? undefined : await takeCut(pool, await liveSchema(), whom.partnership, { now: clock() });
  if (whom === undefined || cut === undefined) throw noSuchPerson();
  const refs = (await new PartnershipTables(pool, cut).personsOf([whom.ref])).flat();
  return { partnership: whom.partnership, refs };
};

import { refNumber, type RefToken, refToken } from '@throughline/kernel';
import type { Pool } from 'pg';
import { type Actor, isAuditor } from '../actor';
import { type Disclosure, DisclosureNotWritten, DisclosuresUnreachable } from './disclosure';

const PURPOSE = 'safeguarding';

/** A disclosure as an auditor reads it. */
export interface KeptDisclosure {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly partnership: string;
  readonly agency: string | null;
  readonly actor: string;
  readonly role: string;
  readonly purpose: string;
  readonly person: RefToken | null;
  readonly outcome: string;
  readonly basis: string;
  readonly what: string;
  readonly positions: readonly number[];
  readonly items: readonly string[];
}

interface Row {
  readonly number: bigint | string;
  readonly at: Date;
  readonly partnership: string;
  readonly agency: string | null;
  readonly actor: string;
  readonly role: string;
  readonly purpose: string;
  readonly person: bigint | string | null;
  readonly outcome: string;
  readonly basis: string;
  readonly positions: readonly (bigint | string)[];
  readonly items: string;
}

interface Items {
  readonly what: string;
  readonly items: readonly string[];
}

const WRITE = `INSERT INTO hub.disclosures (partnership, agency, actor, role, purpose, person, outcome, basis, positions, items)
  SELECT w.partnership, $2, $3, $4, $5, w.person, w.outcome, w.basis, 
      coalesce(string_to_array(nullif(w.positions, ''), ','), '{}')::bigint[], w.items
    FROM unnest($1::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[])
      AS w(partnership, person, outcome, basis, positions, items)`;

/** What is known of disclosures is as much needed as the power to write them. */
const reached = async <Result>(asked: Promise<Result>): Promise<Result> => {
  try {
    return await asked;
  } catch (cause) {
    throw new DisclosuresUnreachable('what was disclosed cannot be read just now', { cause });
  }
};

/** Who saw what: written in a transaction of its own before anything is opened, and read by auditors. */
export class Disclosures {
  constructor(private readonly pool: Pool) {}

  /** Committed when settled. Fails with `DisclosureNotWritten`. */
  async write(actor: Actor, disclosures: readonly Disclosure[]): Promise<void> {
    if (disclosures.length === 0) return;
    try {
      await this.pool.query(WRITE, [
        disclosures.map(({ partnership }) => partnership),
        actor.agency ?? null,
        actor.id,
        isAuditor(actor) ? 'auditor' : actor.role,
        actor.purpose ?? PURPOSE,
        disclosures.map(({ person }) => (person === undefined ? null : refNumber(person))),
        disclosures.map(({ outcome }) => outcome),
        disclosures.map(({ basis }) => basis),
        disclosures.map(({ positions }) => (positions ?? []).join(',')),
        disclosures.map(({ what, items }) => JSON.stringify({ what, items: items ?? [] } satisfies Items)),
      ]);
    } catch (cause) {
      throw new DisclosureNotWritten('the disclosure could not be written, so nothing was opened', { cause });
    }
  }

  /** Positions of the records about these people that an agency was shown by an instant. */
  async shownTo(partnership: string, agency: string, people: readonly RefToken[], by: number): Promise<ReadonlySet<number>> {
    const { rows } = await reached(
      this.pool.query<{ position: bigint | string }>(
        `SELECT DISTINCT unnest(positions) AS position FROM hub.disclosures
        WHERE partnership = $1 AND agency = $2 AND person = ANY($3::bigint[]) AND outcome = 'shown' AND at <= to_timestamp($4::float8 / 1000)`,
        [partnership, agency, people.map(refNumber), by],
      ),
    );
    return new Set(rows.map(({ position }) => Number(position)));
  }

  /** What was disclosed about these people, or in these partnerships, the newest first. */
  async about(
    partnerships: readonly string[],
    people: readonly RefToken[] | undefined,
    page: { readonly limit: number; readonly before?: number },
  ): Promise<readonly KeptDisclosure[]> {
    const { rows } = await reached(
      this.pool.query<Row>(
        `SELECT number, at, partnership, agency, actor, role, purpose, person, outcome, basis, positions, items FROM hub.disclosures
        WHERE partnership = ANY($1::text[]) AND ($2::bigint[] IS NULL OR person = ANY($2::bigint[])) AND number < $3
        ORDER BY number DESC LIMIT $4`,
        [partnerships, people?.map(refNumber) ?? null, page.before ?? Number.MAX_SAFE_INTEGER, page.limit],
      ),
    );
    return rows.map(({ number, at, person, positions, items, ...row }) => ({
      ...row,
      number: Number(number),
      at: at.getTime(),
      person: person === null ? null : refToken(Number(person)),
      positions: positions.map(Number),
      ...(JSON.parse(items) as Items),
    }));
  }
}

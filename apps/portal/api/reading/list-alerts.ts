import { type Actor, type Disclosure, isAuditor } from '@throughline/access';
import { type AlertFilter, type AlertPlace, AlertsInTables, type AlertView, type KeptAlert } from '@throughline/alerts';
import type { Instant, RefToken } from '@throughline/kernel';
import { PartnershipTables, takeCut } from '@throughline/projections/queries';
import { readCursor, writeCursor } from '../asking/cursor';
import type { Reading } from '../parts';
import { alertShown } from './alert-shown';
import { findWhom, partnershipsAsked } from './whom';

export const ALERT_STATUSES = ['open', 'acknowledged', 'escalated', 'closed', 'superseded'] as const;

/** Which alerts are asked for (contract.md, section 4); what is absent asks for all that the reader may see. */
export interface AlertsAsked {
  readonly agency?: string;
  readonly status?: readonly (typeof ALERT_STATUSES)[number][];
  readonly safeguard?: string;
  /** A person's id or any of their references. */
  readonly person?: string;
  /** When it was raised: the first moment and the last. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly partnership?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface AlertsPage {
  readonly items: readonly AlertView[];
  readonly next: string | null;
}

interface Pinned {
  readonly raisedAt: number;
  readonly id: string;
  readonly partnership: string;
  readonly [name: string]: string | number;
}

const SHAPE = { raisedAt: 'number', id: 'string', partnership: 'string' } as const;

const NONE: AlertsPage = { items: [], next: null };

/** Alerts in the order in which they were raised: an agency's own, an auditor's all. */
export const listAlerts = async (reading: Reading, actor: Actor, asked: AlertsAsked): Promise<AlertsPage> => {
  const { limit, cursor, ...query } = asked;
  const filter = [query, actor.agency ?? actor.id];
  const after: AlertPlace | undefined = cursor === undefined ? undefined : readCursor<Pinned>(cursor, filter, SHAPE);
  const partnerships = partnershipsAsked(actor, asked.partnership);
  const about = asked.person === undefined ? undefined : await personAsked(reading, asked.person, partnerships);
  const agency = isAuditor(actor) ? asked.agency : actor.agency;
  const isNobodys = (asked.person !== undefined && about === undefined) || (!isAuditor(actor) && agency === undefined);
  if (isNobodys || (asked.agency !== undefined && asked.agency !== agency)) return nothing(reading, actor, partnerships);
  const tables = new AlertsInTables(reading.pool, await reading.liveSchema());
  const found = await tables.matching(partnerships, filterOf(asked, agency, about), limit + 1, after);
  const page = found.slice(0, limit);
  if (page.length === 0) return nothing(reading, actor, partnerships);
  await reading.disclosures.write(actor, disclosuresOf(actor, page));
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((kept) => alertShown(reading, kept)),
    next:
      last === undefined ? null : writeCursor(filter, { raisedAt: last.alert.raisedAt, id: last.alert.id, partnership: last.partnership }),
  };
};

const filterOf = ({ status, safeguard, from, to }: AlertsAsked, agency: string | undefined, about: AlertFilter['about']): AlertFilter => ({
  ...(agency === undefined ? {} : { agency }),
  ...(status === undefined ? {} : { status }),
  ...(safeguard === undefined ? {} : { safeguard }),
  ...(about === undefined ? {} : { about }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** Every reference of the person whom an id or a reference means now. */
const personAsked = async (reading: Reading, text: string, partnerships: readonly string[]): Promise<AlertFilter['about']> => {
  const { pool, liveSchema, clock } = reading;
  const whom = await findWhom(reading, text, partnerships);
  if (whom === undefined) return undefined;
  const cut = await takeCut(pool, await liveSchema(), whom.partnership, { now: clock() });
  if (cut === undefined) return undefined;
  const refs = (await new PartnershipTables(pool, cut).personsOf([whom.ref])).flat();
  return refs.length === 0 ? undefined : { partnership: whom.partnership, refs };
};

const nothing = async ({ disclosures }: Reading, actor: Actor, partnerships: readonly string[]): Promise<AlertsPage> => {
  const [partnership] = partnerships;
  if (partnership !== undefined) await disclosures.write(actor, [{ partnership, outcome: 'shown', what: 'alerts', basis: '' }]);
  return NONE;
};

/** One disclosure for each person whom the page's alerts are about, with the alerts. */
const disclosuresOf = (actor: Actor, page: readonly KeptAlert[]): readonly Disclosure[] => {
  const byPerson = new Map<string, { partnership: string; person: RefToken; items: string[] }>();
  for (const { partnership, person, alert } of page) {
    const key = `${partnership} ${person}`;
    const about = byPerson.get(key) ?? { partnership, person, items: [] };
    byPerson.set(key, about);
    about.items.push(alert.id);
  }
  return [...byPerson.values()].map((about) => ({
    ...about,
    outcome: 'shown',
    what: 'alerts',
    basis: isAuditor(actor) ? 'audit' : 'alerted',
  }));
};

import type { Actor, Opened, Visit } from '@throughline/access';
import { AlertsInTables } from '@throughline/alerts';
import type { Instant, RefToken } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { household, keyText } from '@throughline/projections';
import { type ChronologyPlace, chronologyOf, entriesAfter, type Folded, placeOf } from '@throughline/projections/queries';
import { readCursor, writeCursor } from '../asking/cursor';
import type { Reading } from '../parts';
import { type ChronologyItem, chronologyItems } from './chronology-item';
import { findWhom, noSuchPerson, partnershipsAsked, refuseNobody } from './whom';

/** What is asked of a chronology (contract.md, section 4). */
export interface ChronologyAsked {
  readonly id: string;
  readonly partnership?: string;
  /** What happened from here on, and up to here; both ends belong to it. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Whole names of record types. */
  readonly types?: readonly string[];
  readonly agencies?: readonly string[];
  readonly household: boolean;
  readonly asAt?: Instant;
  /** Narrowed to what this agency knew by then. */
  readonly knownTo?: string;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly cursor?: string;
}

export interface ChronologyPage {
  readonly items: readonly ChronologyItem[];
  readonly next: string | null;
}

/** T, how much of the log there was, and the last entry of the page before. */
interface Pinned extends ChronologyPlace {
  readonly at: number;
  readonly size: number;
  readonly [name: string]: number;
}

const SHAPE = { at: 'number', size: 'number', time: 'number', position: 'number' } as const;

/** A page of a person's or a household's chronology. Fails with 404 where there is no such person, or none for this reader. */
export const showChronology = async (reading: Reading, actor: Actor, asked: ChronologyAsked): Promise<ChronologyPage> => {
  const { limit, cursor, ...query } = asked;
  const filter = [query, actor.agency ?? actor.id];
  const pinned = cursor === undefined ? undefined : readCursor<Pinned>(cursor, filter, SHAPE);
  const partnerships = partnershipsAsked(actor, asked.partnership);
  const whom = await findWhom(reading, asked.id, partnerships);
  if (whom === undefined) return refuseNobody(reading, actor, 'chronology', partnerships);
  const visits = await reading.door.admit({
    actor,
    action: 'chronology',
    partnership: whom.partnership,
    refs: [whom.ref],
    ...(asked.asAt === undefined ? {} : { asAt: asked.asAt }),
    ...(pinned === undefined ? {} : { continued: { at: pinned.at, size: pinned.size } }),
  });
  const visit = visits[0];
  if (visit === undefined) throw noSuchPerson();
  const { knownTo } = asked;
  if (knownTo !== undefined && !visit.cut.settings.agencies.some(({ code }) => code === knownTo)) {
    throw new Problem(422, 'the query cannot be understood', [{ pointer: '/knownTo', detail: 'must be an agency of the partnership' }]);
  }
  const known = knownTo === undefined ? () => true : await knownBy(reading, visit, knownTo);
  const retractedAway = await visit.retractedAway();
  const pageOf = (people: readonly RefToken[]): readonly Folded[] =>
    entriesAfter(chronologyOf(visit.closed, people, filterOf(asked), retractedAway).filter(known), asked.order, pinned).slice(0, limit + 1);
  const own = pageOf([visit.person]);
  const opened = await visit.disclose({ positions: own.slice(0, limit).map(({ original }) => original.position) });
  const page = asked.household ? await withHousehold(visit, opened, pageOf, limit) : own;
  const items = await chronologyItems({ visit, opened, raised: await alertsRaised(reading, actor, visit) }, page.slice(0, limit));
  const last = page.length > limit ? page[limit - 1] : undefined;
  const { at, size } = visit.cut;
  return { items, next: last === undefined ? null : writeCursor(filter, { at, size, ...placeOf(last) }) };
};

const filterOf = ({ from, to, types, agencies }: ChronologyAsked) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(types === undefined ? {} : { types: new Set(types) }),
  ...(agencies === undefined ? {} : { agencies: new Set(agencies) }),
});

/** The household's page: of those of its members about whom the reader may read; each is on the record. */
const withHousehold = async (
  visit: Visit,
  opened: Opened,
  pageOf: (people: readonly RefToken[]) => readonly Folded[],
  limit: number,
): Promise<readonly Folded[]> => {
  const members = household(opened.files.caseOf(visit.person)).map(({ person }) => person);
  const mayRead = (member: RefToken): boolean => visit.sight.everything || member === visit.person || visit.sight.may(member);
  const shown = members.filter(mayRead);
  const page = pageOf(shown);
  const positionsOf = (member: RefToken): readonly number[] =>
    page.slice(0, limit).flatMap(({ entry, original }) => (visit.closed.fileOf(member).names(entry) ? [original.position] : []));
  await visit.discloseOthers(
    shown.filter((member) => member !== visit.person).map((member) => ({ person: member, positions: positionsOf(member) })),
    members.filter((member) => !mayRead(member)),
  );
  return page;
};

/** What an agency knew by the cut: what it had published, been shown, or been sent as an alert's evidence. */
const knownBy = async ({ disclosures, pool }: Reading, { cut, around }: Visit, agency: string): Promise<(folded: Folded) => boolean> => {
  const tables = new AlertsInTables(pool, cut.schema);
  const shown = await disclosures.shownTo(cut.partnership, agency, around, cut.at);
  const sent = await tables.sentTo(cut.partnership, agency, around, cut.at);
  const evidence = new Set(sent.flatMap(({ alert }) => alert.evidence.map(keyText)));
  return ({ entry, original }) => entry.agency === agency || shown.has(original.position) || evidence.has(keyText(entry));
};

/** The alerts that each record raised by the cut, by its key: an agency sees its own, an auditor all. */
const alertsRaised = async (
  { pool }: Reading,
  actor: Actor,
  { cut, around, sight }: Visit,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const raised = new Map<string, string[]>();
  for (const { alert } of await new AlertsInTables(pool, cut.schema).about(cut.partnership, around, cut.at)) {
    if (!sight.everything && alert.agency !== actor.agency) continue;
    const trigger = keyText(alert.trigger);
    raised.set(trigger, [...(raised.get(trigger) ?? []), alert.id]);
  }
  return raised;
};

import type { Actor, Visit } from '@throughline/access';
import { formatInstant, londonDay, type RefToken } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { type Child, childrenAmong, hearingsOf, household, involvedAgencies, isSubjectSide, riskLevel } from '@throughline/projections';
import { chronologyOf, detailsHeld, type Folded, knownAs, nameOf, ordersOf } from '@throughline/projections/queries';
import {
  is,
  maracActionCompleted,
  maracCaseHeard,
  type MaracCaseHeard,
  type MaracTransferRequested,
  maracTransferRequested,
  type Person,
  protectionOrderRecorded,
} from '@throughline/records';
import type { Reading } from '../../api';
import { chronologyItems, saidIn } from '../../api/reading/chronology-item';
import { findWhom, noSuchPerson, refuseNobody, type Whom } from '../../api/reading/whom';
import { leavesTheHub, mayOpenDocument } from './leaves-the-hub';
import { actionsWithState, type KnownPerson, type TransferDocument } from './transfer-document';

const ABOUT = new Set(
  [maracTransferRequested, maracCaseHeard, maracActionCompleted, protectionOrderRecorded].map(({ type }) => type as string),
);

const noSuchDocument = (): Problem => new Problem(404, 'there is no such document');

/**
 * What another area's MARAC is given of a case on paper (SafeLives, MARAC to MARAC transfer): the same for whichever of its people it is
 * opened from. It is disclosed before it is opened. Fails with 404 where there is no such request, or none for this reader.
 */
export const showTransfer = async (reading: Reading, actor: Actor, id: string, position: number): Promise<TransferDocument> => {
  const whom = await findWhom(reading, id, actor.partnerships);
  if (whom === undefined) return refuseNobody(reading, actor, 'show', actor.partnerships);
  const visit = await admitted(reading, actor, whom);
  const request = requestAt(reading, actor, visit, position);
  const victim = request.entry.data.people.find(({ role }) => role === 'victim')?.ref as RefToken | undefined;
  const isTheirs = victim === undefined || visit.closed.personOf(victim) === visit.person;
  const about = isTheirs ? visit : await admitted(reading, actor, { ...whom, ref: victim });
  return documentOf(about, isTheirs ? request : requestAt(reading, actor, about, position), reading);
};

const admitted = async ({ door }: Reading, actor: Actor, { partnership, ref }: Whom): Promise<Visit> => {
  const [visit] = await door.admit({ actor, action: 'show', partnership, refs: [ref] });
  if (visit === undefined) throw noSuchPerson();
  return visit;
};

const requestAt = ({ settings }: Reading, actor: Actor, { closed, person, cut }: Visit, position: number): Folded => {
  const found = chronologyOf(closed, [person]).find(({ original }) => original.position === position);
  if (found === undefined || found.retracted !== undefined || !is(maracTransferRequested, found.entry)) throw noSuchDocument();
  if (!leavesTheHub(found.entry.data, settings) || !mayOpenDocument(actor, found.entry.agency, cut.settings)) throw noSuchDocument();
  return found;
};

/** The newest hearing, what its actions came to, and the orders that are in force: everything else stays where it is. */
const recordsOf = ({ closed, person, cut }: Visit) => {
  const told = chronologyOf(closed, [person], { types: ABOUT }).filter(({ retracted }) => retracted === undefined);
  const file = closed.fileOf(person);
  const hearing = told
    .filter(({ entry }) => is(maracCaseHeard, entry) && isSubjectSide(file, entry))
    .sort((one, other) => (meetingOf(one) < meetingOf(other) ? -1 : 1))
    .at(-1);
  const orders = ordersOf(file, cut.at).filter(({ inForce }) => inForce);
  const inForce = new Set(orders.map(({ orderId }) => orderId));
  const actions = new Set(hearing === undefined ? [] : (hearing.entry.data as MaracCaseHeard).actions.map((action) => action.id));
  const done = told.filter(({ entry }) => is(maracActionCompleted, entry) && actions.has(entry.data.actionId));
  const granting = told.filter(({ entry }) => is(protectionOrderRecorded, entry) && inForce.has(entry.data.orderId));
  return { hearing, orders, done, granting };
};

const meetingOf = ({ entry }: Folded): string => (is(maracCaseHeard, entry) ? entry.data.meetingOn : '');

const documentOf = async (visit: Visit, request: Folded, { settings: hub }: Reading): Promise<TransferDocument> => {
  const { closed, cut, person, sight } = visit;
  const { settings, at } = cut;
  const { hearing, orders, done, granting } = recordsOf(visit);
  const shown = [request, ...(hearing === undefined ? [] : [hearing]), ...done, ...granting];
  const item = `transfer ${request.entry.source} ${request.entry.id}`;
  const opened = await visit.disclose({ positions: shown.map(({ original }) => original.position), items: [item] });
  const [asked, heard] = await chronologyItems({ visit, opened, raised: new Map() }, shown.slice(0, hearing === undefined ? 1 : 2));
  if (asked === undefined) throw noSuchDocument();
  const locations = await opened.sealedLocations(visit.around);
  // The paper leaves the hub: no place stands in it, sealed or not.
  const words = (text: string): string => locations.inNarrative(text);
  const { toArea, toPartnership, reason, timesHeard, people } = saidIn(asked) as MaracTransferRequested;
  const refs = request.entry.data.people.map(({ ref }) => ref as RefToken);
  const may = (ref: RefToken): boolean => sight.everything || sight.may(ref) || closed.personOf(ref) === person;
  const named = (held: Person, ref: RefToken): KnownPerson => {
    const known = may(ref) ? knownAs(detailsHeld(opened.files.fileOf(ref))) : { name: null, dateOfBirth: null };
    const own = held.details === undefined ? '' : nameOf(held.details);
    return {
      role: held.role,
      ref: held.ref,
      name: known.name ?? (own === '' ? null : own),
      dateOfBirth: known.dateOfBirth ?? held.details?.dateOfBirth ?? null,
    };
  };
  const family = opened.files.caseOf(person);
  const inRequest = new Set(refs.map((ref) => closed.personOf(ref)));
  const children = childrenAmong(household(family), londonDay(at)).filter(({ file }) => !inRequest.has(file.person));
  const mayName = ({ file }: Child): boolean => may(file.person);
  await visit.discloseOthers(
    [...refs.filter((ref) => closed.personOf(ref) !== person), ...children.filter(mayName).map(({ file }) => file.person)].map((ref) => ({
      person: closed.personOf(ref),
      positions: [request.original.position],
    })),
    children.filter((child) => !mayName(child)).map(({ file }) => file.person),
  );
  const actions = heard === undefined ? [] : (saidIn(heard) as MaracCaseHeard).actions;
  return {
    from: settings.name,
    by: request.entry.agency,
    to: toArea ?? (toPartnership === undefined ? '' : (hub.of(toPartnership)?.name ?? toPartnership)),
    requestedAt: formatInstant(request.entry.time),
    preparedAt: formatInstant(at),
    reason: words(reason),
    people: people.map((held, place) => named(held, refs[place] ?? ('' as RefToken))),
    children: children.filter(mayName).map(({ file }) => ({ role: 'child', ref: '', ...knownAs(detailsHeld(file)) })),
    childrenNotNamed: children.filter((child) => !mayName(child)).length,
    timesHeard,
    heardOn: [...new Set(hearingsOf(family.person).map(({ data }) => data.meetingOn))].sort(),
    riskLevel: riskLevel(family.person, at, settings.thresholds.currentMonths) ?? null,
    lastHeardOn: hearing === undefined ? null : meetingOf(hearing),
    actions: actionsWithState(
      actions,
      done.map(({ entry }) => entry),
      londonDay(at),
      words,
    ),
    agencies: involvedAgencies(family).map(({ agency }) => agency),
    orders: orders.map(({ order, expiresOn, agency }) => ({ order, expiresOn, agency })),
  };
};

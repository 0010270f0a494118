import { type Actor, type SealedLocations, shownDetails, type Visit } from '@throughline/access';
import { AlertsInTables, type AlertView, asItStood, type KeptAlert } from '@throughline/alerts';
import { formatInstant, type Instant, personId, type RefToken } from '@throughline/kernel';
import { keyText } from '@throughline/projections';
import { type Discrepancy, type KnownOrder, type KnownRelationship, personPage, type PersonPage } from '@throughline/projections/queries';
import type { RiskLevel } from '@throughline/records';
import type { Reading } from '../parts';
import { alertShown } from './alert-shown';
import { areaRequests, transferAreas } from './transfer-areas';
import { findWhom, noSuchPerson, partnershipsAsked, refuseNobody } from './whom';

/** What is asked of a person's page. */
export interface PersonAsked {
  /** The person's id, of whatever day, or any of their references. */
  readonly id: string;
  readonly partnership?: string;
  readonly asAt?: Instant;
}

/** What one agency holds of the person: the fields of `details`, an address as it may be shown. */
export interface DetailsView {
  readonly agency: string;
  readonly recordedAt: string;
  readonly [field: string]: unknown;
}

export interface RelationshipView {
  readonly kind: KnownRelationship['kind'];
  readonly from: string;
  readonly to: string;
  /** The other person's id. */
  readonly person: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly inContact: boolean | null;
  readonly agency: string;
}

/** A person's page (contract.md, section 4). Instants are RFC 3339. */
export interface PersonView {
  readonly id: string;
  readonly partnership: string;
  readonly asAt: string;
  readonly refs: readonly string[];
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly details: readonly DetailsView[];
  readonly discrepancies: readonly Discrepancy[];
  readonly relationships: readonly RelationshipView[];
  readonly riskLevel: RiskLevel | null;
  readonly flags: readonly {
    readonly flag: string;
    readonly agency: string;
    readonly placedAt: string;
    readonly expiresOn: string | null;
  }[];
  readonly leadAgency: string | null;
  readonly involvedAgencies: readonly { readonly agency: string; readonly since: string }[];
  readonly protectionOrders: readonly (Omit<KnownOrder, 'protects' | 'against'> & {
    readonly protects: readonly string[];
    readonly against: string;
  })[];
  readonly marac: {
    readonly timesHeard: number;
    readonly lastHeardOn: string | null;
    readonly markerUntil: string | null;
    readonly transfers: readonly {
      readonly direction: string;
      /** The code of the other partnership; null where none is named. */
      readonly partnership: string | null;
      /** The name of an area without the hub, or `[sealed]`; null where a partnership is named, or neither is. */
      readonly area: string | null;
      readonly timesHeard: number;
      readonly at: string;
    }[];
  };
  readonly incidentsByYear: Readonly<Record<string, number>>;
  readonly openAlerts: readonly AlertView[];
}

/** A person's page for a reader who may read about them. Fails with 404 where there is no such person, or none for this reader. */
export const showPerson = async (reading: Reading, actor: Actor, asked: PersonAsked): Promise<PersonView> => {
  const partnerships = partnershipsAsked(actor, asked.partnership);
  const whom = await findWhom(reading, asked.id, partnerships);
  if (whom === undefined) return refuseNobody(reading, actor, 'show', partnerships);
  const { asAt } = asked;
  const visits = await reading.door.admit({
    actor,
    action: 'show',
    partnership: whom.partnership,
    refs: [whom.ref],
    ...(asAt === undefined ? {} : { asAt }),
  });
  const visit = visits[0];
  if (visit === undefined) throw noSuchPerson();
  const requests = areaRequests(visit);
  const opened = await visit.disclose({ positions: requests.map(({ original }) => original.position) });
  const page = personPage(opened.files.caseOf(visit.person));
  const locations = await opened.sealedLocations(visit.kin);
  const nameOf = await opened.names([...page.refs, ...refsOnPage(page)]);
  const areas = await transferAreas(visit, opened, requests);
  return viewOf(page, visit, { nameOf, locations, areas, openAlerts: await openAlerts(reading, actor, visit) });
};

const refsOnPage = ({ relationships, protectionOrders }: PersonPage): readonly RefToken[] => [
  ...relationships.flatMap(({ from, to }) => [from, to]),
  ...protectionOrders.flatMap(({ protects, against }) => [...protects, against]),
];

/**
 * Whether somebody else may be named on this person's page: those who protect are told who poses the risk and who else is
 * around, never another victim or child with whom they do not work.
 */
const mayKnow = ({ sight, closed, person, refs }: Visit, other: RefToken): boolean => {
  if (sight.everything || refs.includes(other) || sight.may(other)) return true;
  const file = closed.fileOf(person);
  const protectedPerson = ['victim', 'child', 'parent-or-carer'].some((role) => file.hasBeen(role));
  const roles = file.companions().get(other);
  return protectedPerson && roles !== undefined && !roles.has('victim') && !roles.has('child');
};

interface Around {
  readonly nameOf: (ref: RefToken) => string;
  readonly locations: SealedLocations;
  /** Areas to which the case was passed on, by the request's key. */
  readonly areas: ReadonlyMap<string, string>;
  readonly openAlerts: readonly AlertView[];
}

const viewOf = (page: PersonPage, visit: Visit, { nameOf, locations, areas, openAlerts: alerts }: Around): PersonView => {
  const nameKnown = (ref: RefToken): string => (mayKnow(visit, ref) ? nameOf(ref) : '[sealed]');
  return {
    id: personId(page.person),
    partnership: visit.cut.partnership,
    asAt: formatInstant(page.at),
    refs: page.refs.map(nameOf),
    name: page.name,
    dateOfBirth: page.dateOfBirth,
    details: page.details.map(({ agency, details, recordedAt }) => ({
      agency,
      ...shownDetails(details, locations),
      recordedAt: formatInstant(recordedAt),
    })),
    discrepancies: page.discrepancies,
    relationships: page.relationships
      .filter(({ from, to }) => mayKnow(visit, from) && mayKnow(visit, to))
      .map(({ kind, from, to, other, since, until, inContact, agency }) => ({
        kind,
        from: nameOf(from),
        to: nameOf(to),
        person: personId(other),
        since: since ?? null,
        until: until ?? null,
        inContact: inContact ?? null,
        agency,
      })),
    riskLevel: page.riskLevel,
    flags: page.flags.map((flag) => ({ ...flag, placedAt: formatInstant(flag.placedAt) })),
    leadAgency: page.leadAgency,
    involvedAgencies: page.involvedAgencies.map(({ agency, since }) => ({ agency, since: formatInstant(since) })),
    protectionOrders: page.protectionOrders.map((order) => ({
      ...order,
      protects: order.protects.map(nameKnown),
      against: nameKnown(order.against),
    })),
    marac: {
      ...page.marac,
      transfers: page.marac.transfers.map(({ direction, partnership, timesHeard, at, record }) => ({
        direction,
        partnership,
        area: areas.get(keyText(record)) ?? null,
        timesHeard,
        at: formatInstant(at),
      })),
    },
    incidentsByYear: page.incidentsByYear,
    openAlerts: alerts,
  };
};

const OPEN: ReadonlySet<string> = new Set(['open', 'acknowledged', 'escalated']);

/** Alerts about the person that were open at the cut: an agency reads its own, an auditor all. */
const openAlerts = async (reading: Reading, actor: Actor, { cut, refs, person, sight }: Visit): Promise<readonly AlertView[]> => {
  const tables = new AlertsInTables(reading.pool, cut.schema);
  const raised = await tables.about(cut.partnership, refs, cut.at);
  // What falls due by then has been raised then, though no record of the log is as late yet.
  const pending = cut.latest === undefined ? [] : await tables.due(cut.partnership, refs, cut.latest);
  const goneOn = new Set(raised.flatMap(({ alert }) => alert.escalatedFrom ?? []));
  const stood = ({ alert }: KeptAlert): KeptAlert['alert'] =>
    cut.latest === undefined ? alert : asItStood(alert, cut.at, goneOn.has(alert.id));
  return [...raised, ...pending]
    .map((kept) => ({ ...kept, alert: stood(kept) }))
    .filter(({ alert }) => OPEN.has(alert.status) && (sight.everything || alert.agency === actor.agency))
    .map((kept) => alertShown(reading, { ...kept, person }));
};

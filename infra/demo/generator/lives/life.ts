import { formatInstant } from '@throughline/kernel';
import type { CommonData, PersonDetails, RecordType, Relationship, RiskLevel, Role } from '@throughline/records';
import { detailsHeld, localId } from '../agencies/details-held';
import { HABITS, type Kind } from '../agencies/habits';
import { recordedAfter } from '../agencies/lateness';
import type { Place } from '../agencies/place';
import type { Moment } from '../calendar';
import type { Chance } from '../chance';
import { type Family, type Individual, MOST_PEOPLE } from '../people/family';

/** What a record says beside its people; a field may be left out by saying `undefined`. */
export type Said<Data> = {
  [Field in keyof Omit<Data, 'people' | 'relationships'>]: Omit<Data, 'people' | 'relationships'>[Field] | undefined;
};

/** Who stands in a record, and as what; the first is its subject. */
export type Cast = readonly [readonly [Individual, Role], ...(readonly [Individual, Role])[]];

/** A record as a CloudEvent (contract.md, section 1). */
export interface MadeRecord {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly partnership: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

/** One record of a life, not yet written out. */
export interface Told {
  readonly order: number;
  readonly at: Moment;
  readonly recordedAt: Moment;
  readonly kind: Kind;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly cast: Cast;
  readonly said: object;
  readonly details: ReadonlySet<Individual>;
}

/** How often an agency sends details along that it has sent before. */
const DETAILS_AGAIN = 0.12;

/** One family's life as the agencies of its partnership record it. Story lines tell it; nothing is written out before it is asked for. */
export class Life {
  readonly told: Told[] = [];
  readonly key: string;
  /** Agencies that now work with the family. */
  readonly around = new Set<Kind>();
  level: RiskLevel | undefined;
  timesHeard = 0;
  separated: boolean;
  /** How good practice is around this family: 0 never, 1 always. */
  private readonly practice: number;
  private readonly sentBy = new Map<Kind, Set<Individual>>();
  private numbered = 0;

  constructor(
    readonly place: Place,
    readonly family: Family,
    readonly chance: Chance,
    private readonly number: number,
  ) {
    this.key = number.toString(36).padStart(4, '0');
    this.practice = 0.55 + chance.next() * 0.45;
    this.separated = family.bond === 'ex-partner-of';
  }

  /** Whether it was done as it should be, this time. */
  well(): boolean {
    return this.chance.is(this.practice);
  }

  has(kind: Kind): boolean {
    return this.place.agency(kind) !== undefined;
  }

  /** A number for a referral, a case, an incident: unique within the partnership. Agencies that are not there give none. */
  numberOf(kind: Kind, what: string): string {
    this.numbered += 1;
    return `${this.place.agency(kind) ?? kind}-${what}-${this.key}-${this.numbered}`;
  }

  ref(kind: Kind, { place }: Individual): string {
    const agency = this.place.agency(kind) ?? kind;
    return `${agency}:${localId(agency, HABITS[kind], this.number * MOST_PEOPLE + place)}`;
  }

  /**
   * An agency records something, as soon or as late as it does. Nothing happens where the partnership has no such agency; then the
   * answer is undefined.
   */
  tell<Data extends CommonData>(
    definition: RecordType<Data>,
    kind: Kind,
    at: Moment,
    cast: Cast,
    said: Said<Data>,
    recordedAt = recordedAfter(this.chance, at, HABITS[kind]),
  ): Told | undefined {
    const agency = this.place.agency(kind);
    if (agency === undefined) return undefined;
    const order = this.told.length;
    const told: Told = {
      order,
      at,
      recordedAt,
      kind,
      source: `/agencies/${agency}`,
      id: `${this.key}-${order}`,
      type: definition.type,
      cast,
      said,
      details: this.detailsSent(kind, cast),
    };
    this.told.push(told);
    return told;
  }

  private detailsSent(kind: Kind, cast: Cast): ReadonlySet<Individual> {
    const sent = this.sentBy.get(kind) ?? new Set<Individual>();
    this.sentBy.set(kind, sent);
    const now = new Set<Individual>();
    for (const [individual] of cast) {
      if (sent.has(individual) && !this.chance.is(DETAILS_AGAIN)) continue;
      sent.add(individual);
      now.add(individual);
    }
    return now;
  }

  private held(kind: Kind, individual: Individual): PersonDetails {
    return detailsHeld(this.place.agency(kind) ?? kind, HABITS[kind], `${this.place.code}/${this.key}`, individual);
  }

  /** People as one agency names them, with details for those whom it tells of anew. */
  people({ kind, cast, details }: Pick<Told, 'kind' | 'cast' | 'details'>): CommonData['people'] {
    return cast.map(([individual, role]) => ({
      ref: this.ref(kind, individual),
      role,
      ...(details.has(individual) ? { details: this.held(kind, individual) } : {}),
    }));
  }

  private relationships({ kind, cast, details }: Told): readonly Relationship[] {
    if (details.size === 0) return [];
    const { victim, children, posingRisk, bond } = this.family;
    const there = new Set(cast.map(([individual]) => individual));
    if (!there.has(victim)) return [];
    const from = this.ref(kind, victim);
    return [
      ...children.filter((child) => there.has(child)).map((child) => ({ from, to: this.ref(kind, child), kind: 'parent-of' as const })),
      ...posingRisk
        .filter((person) => there.has(person))
        .map((person) => ({
          from,
          to: this.ref(kind, person),
          kind: bond,
          ...(bond === 'ex-partner-of' ? { inContact: person.place % 2 === 1 } : {}),
        })),
    ];
  }

  /** The record as its agency publishes it. */
  written(told: Told): MadeRecord {
    const people = this.people(told);
    const relationships = this.relationships(told);
    return {
      specversion: '1.0',
      id: told.id,
      source: told.source,
      type: told.type,
      subject: people[0]?.ref ?? '',
      time: formatInstant(told.at),
      recordedtime: formatInstant(told.recordedAt),
      partnership: this.place.code,
      datacontenttype: 'application/json',
      data: { people, ...(relationships.length === 0 ? {} : { relationships }), ...told.said },
    };
  }
}

import { type Instant, refNumber, type RefToken } from '@throughline/kernel';
import {
  type CaseFiles,
  type Cut,
  Family,
  type Folded,
  type HeldRecord,
  PartnershipTables,
  takeCut,
} from '@throughline/projections/queries';
import type { BlindIndex, Opener } from '@throughline/seal';
import type { Pool } from 'pg';
import { type Actor, isAuditor } from '../actor';
import { type Action, type Decision, decide } from '../decisions/decide';
import { maySeeRecord, type Sight } from '../decisions/visible';
import type { Disclosure } from '../disclosures/disclosure';
import type { Disclosures } from '../disclosures/disclosures';
import { KeyedOpener } from './keyed-opener';
import { sealedLocationsAmong } from './sealed-among';
import type { SealedLocations } from './sealed-locations';
import { nameIn, numbersIn } from './shown-record';

export interface DoorParts {
  readonly pool: Pool;
  readonly liveSchema: () => Promise<string>;
  readonly opener: Opener;
  readonly blindIndex: BlindIndex;
  readonly disclosures: Disclosures;
  /** Milliseconds since 1970. */
  readonly clock: () => Instant;
}

/** What is to be read, and from where in time. */
export interface Errand {
  readonly actor: Actor;
  readonly action: Action;
  readonly partnership: string;
  /** Any references of the people who are asked for; who they are is looked up as at the cut. */
  readonly refs: readonly RefToken[];
  readonly asAt?: Instant;
  readonly continued?: { readonly at: Instant; readonly size: number };
}

/**
 * The one door to what is held of people (trust.md): it decides on plain scalars, writes the disclosure in a transaction of its
 * own, and only then opens. A refusal is written too, and looks like nobody.
 */
export class Door {
  private readonly opening: KeyedOpener;

  constructor(private readonly parts: DoorParts) {
    this.opening = new KeyedOpener(parts.opener);
  }

  /** One visitor for each person asked for who may be read about; nothing is opened yet. The others are refused, on the record. */
  async admit(errand: Errand): Promise<readonly Visit[]> {
    const { pool, clock, liveSchema, disclosures } = this.parts;
    const { actor, partnership, asAt, continued } = errand;
    const schema = await liveSchema();
    const now = clock();
    const present = await takeCut(pool, schema, partnership, { now });
    const asked =
      present === undefined || (asAt === undefined && continued === undefined)
        ? present
        : await takeCut(pool, schema, partnership, {
            now,
            ...(asAt === undefined ? {} : { asAt }),
            ...(continued === undefined ? {} : { continued }),
          });
    if (present === undefined || asked === undefined) return [];
    const then = new PartnershipTables(pool, asked);
    const persons = errand.refs.length === 0 ? [] : await then.personsOf(errand.refs);
    const today = new PartnershipTables(pool, present);
    const around = await Family.around(today, persons.flat());
    const alerted = actor.agency === undefined ? new Set<RefToken>() : await today.alertedAbout(actor.agency, around.refs);
    const situation = { files: around.closed(), alerted };
    const known = new Map<RefToken, Decision>();
    const decisionOf = (ref: RefToken): Decision => {
      const person = situation.files.personOf(ref);
      const decision = known.get(person) ?? decide(actor, errand.action, person, situation);
      known.set(person, decision);
      return decision;
    };
    const refused: Disclosure[] = [];
    const visits: Visit[] = [];
    for (const refs of persons) {
      const [person] = refs;
      if (person === undefined) continue;
      // Who was one person then may be several now: each of them must be one whom the reader may read about.
      const decisions = refs.map(decisionOf);
      const basis = decisions[0]?.permitted === true ? decisions[0].basis : undefined;
      if (basis === undefined || decisions.some(({ permitted }) => !permitted)) {
        refused.push({ partnership, person, outcome: 'refused', what: errand.action, basis: '' });
        continue;
      }
      const family = asked === present ? around : await Family.around(then, refs);
      visits.push(
        new Visit(
          { ...this.parts, opening: this.opening },
          { actor, action: errand.action, person, refs, basis, cut: asked, family, decisionOf },
        ),
      );
    }
    if (persons.length === 0) refused.push({ partnership, outcome: 'refused', what: errand.action, basis: '' });
    await disclosures.write(actor, refused);
    return visits;
  }
}

interface VisitParts extends DoorParts {
  readonly opening: KeyedOpener;
}

interface Admission {
  readonly actor: Actor;
  readonly action: Action;
  readonly person: RefToken;
  readonly refs: readonly RefToken[];
  readonly basis: string;
  readonly cut: Cut;
  readonly family: Family;
  readonly decisionOf: (ref: RefToken) => Decision;
}

/** A reading that is permitted and not yet disclosed: who is asked about, and what plain scalars tell of them. */
export class Visit {
  readonly person: RefToken;
  readonly refs: readonly RefToken[];
  readonly cut: Cut;
  readonly sight: Sight;
  /** The family by the records that the reader may see, nothing of them opened. */
  readonly closed: CaseFiles;

  constructor(
    private readonly parts: VisitParts,
    private readonly admission: Admission,
  ) {
    const { actor, decisionOf } = admission;
    this.person = admission.person;
    this.refs = admission.refs;
    this.cut = admission.cut;
    this.sight = {
      everything: isAuditor(actor),
      may: (ref) => decisionOf(ref).permitted,
      ...(actor.agency === undefined ? {} : { agency: actor.agency }),
    };
    this.closed = admission.family.closed().narrowed((entry) => maySeeRecord(this.sight, entry));
  }

  /** This person, and everybody to whom relationships lead from them. */
  get kin(): readonly RefToken[] {
    return this.admission.family.kin;
  }

  /** Every reference of everyone who was loaded around this person. */
  get around(): readonly RefToken[] {
    return this.admission.family.refs;
  }

  /** What was read as this person's until its retraction parted it from them. Whoever served the person posing risk alone never saw it. */
  async retractedAway(): Promise<readonly Folded[]> {
    const found = await this.admission.family.retractedAway(this.person);
    return found.filter(
      ({ entry }) =>
        this.sight.everything ||
        entry.agency === this.sight.agency ||
        entry.data.people.some(({ ref, role }) => ref === entry.subject && role !== 'person-posing-risk'),
    );
  }

  /** Writes down what is going to be shown, then opens. Fails with `DisclosureNotWritten`, and then nothing was opened. */
  async disclose(shown: { readonly positions?: readonly number[]; readonly items?: readonly string[] } = {}): Promise<Opened> {
    await this.write([{ person: this.person, basis: this.admission.basis, outcome: 'shown', ...shown }]);
    const blindIndex = this.parts.blindIndex;
    const files = await this.admission.family.opened(this.parts.opening, (partnership, home) =>
      blindIndex.token(partnership, 'home', home).toString('hex'),
    );
    return new Opened(this.parts, this, files);
  }

  /** Others of the family whom the answer shows, or leaves out because the reader may not read about them. */
  async discloseOthers(
    people: readonly { readonly person: RefToken; readonly positions: readonly number[] }[],
    refused: readonly RefToken[],
  ): Promise<void> {
    await this.write([
      ...people.map(({ person, positions }) => {
        const decision = this.admission.decisionOf(person);
        return { person, positions, outcome: 'shown' as const, basis: decision.permitted ? decision.basis : '' };
      }),
      ...refused.map((person) => ({ person, outcome: 'refused' as const, basis: '' })),
    ]);
  }

  private write(disclosures: readonly Omit<Disclosure, 'partnership' | 'what'>[]): Promise<void> {
    const { actor, action, cut } = this.admission;
    return this.parts.disclosures.write(
      actor,
      disclosures.map((disclosure) => ({ ...disclosure, partnership: cut.partnership, what: action })),
    );
  }
}

/** What may be shown, opened: after the disclosure was written, and only then. */
export class Opened {
  /** The family by the records that the reader may see. */
  readonly files: CaseFiles;

  constructor(
    private readonly parts: VisitParts,
    private readonly visit: Visit,
    private readonly everything: CaseFiles,
  ) {
    this.files = everything.narrowed((entry) => maySeeRecord(visit.sight, entry));
  }

  /** The addresses of these people that nobody is shown, found in every record of theirs, whether the reader may see it or not. */
  sealedLocations(people: readonly RefToken[]): Promise<SealedLocations> {
    return sealedLocationsAmong(this.everything, people, this.parts.opener);
  }

  /** The keys of everybody whom these records name. */
  keyring(records: readonly { readonly held: HeldRecord; readonly replacementType?: string }[], also: readonly RefToken[] = []) {
    const numbers = new Set(also.map(refNumber));
    for (const { held, replacementType } of records) for (const number of numbersIn(held, replacementType)) numbers.add(number);
    return this.parts.opener.prepare(this.visit.cut.partnership, numbers);
  }

  /** What references are called by their agencies. */
  async names(refs: Iterable<RefToken>): Promise<(ref: RefToken) => string> {
    const keyring = await this.keyring([], [...new Set(refs)]);
    return (ref) => nameIn(keyring, ref);
  }
}

import type { RefToken } from '@throughline/kernel';
import { type Address, isHubType, type PersonDetails, safeAccommodationPlaced } from '@throughline/records';
import { homesOf } from '../terms/home';
import { besideTrace } from '../terms/matters';
import { CaseFiles } from './case-files';
import { addressAmong, type DetailsOf, detailsAmong, type Folded, foldRecords, recordedOf } from './folded';
import type { HeldRecord, OpenedParts, PartsOpener } from './held-record';
import type { PartnershipTables } from './partnership-tables';

/** The keyed token of a home, under which those who share it are found. */
export type HomeTrace = (partnership: string, homeKey: string) => string;

/** Relationships along which the household term may walk (safeguards.md, Terms). */
const WALKED: ReadonlySet<string> = new Set(['parent-of', 'sibling-of', 'lives-with', 'ex-partner-of']);

/** From a child over its parent to that parent's other children, and to those who live with them: no household reaches further. */
const STEPS = 3;

const NOTHING: ReadonlyMap<RefToken, PersonDetails> = new Map();

/** How a stored record is opened for one person: the details that it holds of them, and its own address. */
interface Opening {
  readonly detailsOf: DetailsOf;
  readonly addressOf: (held: HeldRecord, place: 'data' | 'replacement') => Address | undefined;
}

const OPENS_NOTHING: Opening = { detailsOf: () => NOTHING, addressOf: () => undefined };

interface Loaded {
  readonly refs: readonly RefToken[];
  readonly records: readonly HeldRecord[];
}

/** A person, everyone whom their records name, and everyone whom their household may reach, as the tables held them at a cut. */
export class Family {
  private readonly people = new Map<RefToken, Loaded>();
  private readonly related = new Set<Loaded>();
  private readonly asked = new Set<RefToken>();
  private readonly records = new Map<number, HeldRecord>();
  private readonly beside = new Map<RefToken, readonly RefToken[]>();

  /** Made once; whoever was brought later is in it as well. */
  private unopened: CaseFiles | undefined;

  private constructor(private readonly tables: PartnershipTables) {}

  /** Loads the people behind these references and those around them. Opens nothing. */
  static async around(tables: PartnershipTables, refs: readonly RefToken[]): Promise<Family> {
    const family = new Family(tables);
    let found = await family.bring(refs);
    for (const person of found) family.related.add(person);
    const companions = found.flatMap((person) =>
      person.records.flatMap((held) => recordedOf(held).data.people.map(({ ref }) => ref as RefToken)),
    );
    for (let step = 0; step < STEPS && found.length > 0; step += 1) {
      const kin = found.flatMap((person) => family.kinOf(person));
      found = await family.bring(step === 0 ? [...kin, ...companions] : kin);
      for (const ref of kin) {
        const person = family.people.get(ref);
        if (person !== undefined) family.related.add(person);
      }
    }
    await family.bringBeside();
    return family;
  }

  /** Every reference of everyone who was loaded. */
  get refs(): readonly RefToken[] {
    return [...this.people.keys()];
  }

  /** The people asked for and those to whom relationships lead from them, each by their earliest reference. */
  get kin(): readonly RefToken[] {
    return [...this.related].flatMap(({ refs }) => refs[0] ?? []);
  }

  /** The references of the person to whom this one belongs, the earliest first. */
  refsOf(ref: RefToken): readonly RefToken[] {
    return this.people.get(ref)?.refs ?? [ref];
  }

  /**
   * Records that were retracted and whose retraction parted their reference from this person: they stay in the chronology in
   * which they were read, though nothing else of that reference does. Opens nothing.
   */
  async retractedAway(person: RefToken): Promise<readonly Folded[]> {
    const parted = await this.tables.partedFrom(this.refsOf(person));
    if (parted.length === 0) return [];
    await this.bring(parted.map(({ ref }) => ref));
    const closed = this.closed();
    return parted.flatMap(({ ref, index }) =>
      closed.folded(ref).filter(({ entry }) => entry.amendment?.kind === 'retracted' && entry.amendment.index === index),
    );
  }

  /** Everything that plain scalars tell: who is involved, who published. It opens nothing, so it may be asked before anyone is let in. */
  closed(): CaseFiles {
    this.unopened ??= this.files((_person) => OPENS_NOTHING, new Map());
    return this.unopened;
  }

  /** The same with people's details, and with those who share a home. Asked only after the disclosure is written. */
  async opened(opener: PartsOpener, homeTrace: HomeTrace): Promise<CaseFiles> {
    const { partnership } = this.tables.cut;
    let open = await opener.prepare(partnership, new Set(this.refs));
    const living = new Map<string, readonly RefToken[]>();
    const files = this.files((person) => this.openingWith((envelope, refs) => open(envelope, refs), person), living);
    const homes = new Map<string, string>();
    for (const ref of this.kin) for (const { key } of homesOf(files.fileOf(ref))) homes.set(key, homeTrace(partnership, key));
    const traced = await this.tables.tracedBy([...homes.values()]);
    if ((await this.bring([...traced.values()].flat())).length > 0) open = await opener.prepare(partnership, new Set(this.refs));
    for (const [key, token] of homes) living.set(key, traced.get(token) ?? []);
    return files;
  }

  private files(openingFor: (person: Loaded) => Opening, living: ReadonlyMap<string, readonly RefToken[]>): CaseFiles {
    const folds = new Map<Loaded, readonly Folded[]>();
    const foldOf = (ref: RefToken): readonly Folded[] => {
      const person = this.people.get(ref);
      if (person === undefined) return [];
      const folded = folds.get(person) ?? this.foldOf(person, openingFor(person));
      folds.set(person, folded);
      return folded;
    };
    return new CaseFiles(this.tables.cut, (ref) => this.refsOf(ref), foldOf, living, this.beside);
  }

  /** With the addresses of placements, so that no other record joins anybody by them. */
  private foldOf(person: Loaded, { detailsOf, addressOf }: Opening): readonly Folded[] {
    return foldRecords(person.records, detailsOf).map((folded) => {
      const { entry, original, corrected } = folded;
      if (entry.type !== safeAccommodationPlaced.type) return folded;
      const address = corrected === undefined ? addressOf(original, 'data') : addressOf(corrected, 'replacement');
      return address === undefined ? folded : { ...folded, entry: { ...entry, address } };
    });
  }

  /** Opens of each record only what belongs to this person. */
  private openingWith(open: OpenedParts, { refs }: Loaded): Opening {
    const own = new Set(refs);
    const parts = new Map<HeldRecord, ReturnType<OpenedParts>>();
    const openedOf = (held: HeldRecord): ReturnType<OpenedParts> => {
      const opened = parts.get(held) ?? open(held.envelope, own);
      parts.set(held, opened);
      return opened;
    };
    return {
      detailsOf: (held, place) => {
        const opened = openedOf(held);
        return opened.size === 0 ? NOTHING : detailsAmong(opened, place);
      },
      addressOf: (held, place) => addressAmong(openedOf(held), place),
    };
  }

  /** Those who stand beside these people in the same matters, under a reference that nothing joins to them. */
  private async bringBeside(): Promise<void> {
    const refs = [...this.related].flatMap((person) => person.refs);
    const traced = await this.tables.tracedBy(refs.map(besideTrace));
    for (const ref of refs) {
      const found = traced.get(besideTrace(ref));
      if (found !== undefined) this.beside.set(ref, found);
    }
    await this.bring([...traced.values()].flat());
  }

  private kinOf(person: Loaded): readonly RefToken[] {
    const own = new Set<string>(person.refs);
    return person.records.flatMap((held) => {
      const { data } = recordedOf(held);
      const replaced = (data as { readonly replacement?: Partial<typeof data> }).replacement?.relationships ?? [];
      return [...(data.relationships ?? []), ...replaced]
        .filter(({ kind, from, to }) => WALKED.has(kind) && (own.has(from) || own.has(to)))
        .flatMap(({ from, to }) => [from as RefToken, to as RefToken]);
    });
  }

  /** People behind references that were not asked for before, with the records that name them. */
  private async bring(refs: readonly RefToken[]): Promise<readonly Loaded[]> {
    const unknown = [...new Set(refs)].filter((ref) => !this.people.has(ref) && !this.asked.has(ref));
    if (unknown.length === 0) return [];
    for (const ref of unknown) this.asked.add(ref);
    const persons = (await this.tables.personsOf(unknown)).filter((own) => own.every((ref) => !this.people.has(ref)));
    if (persons.length === 0) return [];
    const links = await this.tables.linksOf(persons.flat());
    const missing = new Set([...links.values()].flat().filter((index) => !this.records.has(index)));
    for (const held of await this.tables.records([...missing])) if (!isHubType(held.envelope.type)) this.records.set(held.index, held);
    return persons.map((own) => {
      const indexes = [...new Set(own.flatMap((ref) => links.get(ref) ?? []))].sort((one, other) => one - other);
      const person = { refs: own, records: indexes.flatMap((index) => this.records.get(index) ?? []) };
      for (const ref of own) this.people.set(ref, person);
      return person;
    });
  }
}

import type { RefToken } from '@throughline/kernel';
import { besideTrace, type Entry, household, type PersonFile, refsOf } from '@throughline/projections';
import type { JudgedCase } from '../safeguard';
import { linksOf } from './leads';
import type { Matching } from './matching';
import type { PartnershipState, PersonCase } from './partnership-state';

/** From whoever poses a risk over the victim to the victim's child: no answer comes from further away. */
const STEPS_ACROSS = 2;

/** Who is around whom, as things stand while one record is judged: what is worked out of it is kept until they stand differently. */
export class Surroundings {
  /** While a retraction is judged: everyone whom the retracted record concerned before it parted them. */
  private formerlyAround: readonly RefToken[] = [];
  private readonly tokens = new WeakMap<PersonFile, readonly string[]>();
  /** To whom relationships and risks lead from somebody, as long as they are tied to the same people. */
  private readonly links = new WeakMap<PersonFile, { readonly refs: readonly RefToken[]; readonly ties: number }>();
  private looked = new Map<PersonFile, JudgedCase>();
  private moment = {};
  private besides = new Map<PersonFile, readonly PersonFile[]>();

  constructor(
    private readonly state: PartnershipState,
    private readonly matching: Matching,
  ) {}

  /** From here on people are what they are now, until the next record is filed: what was worked out of them before is forgotten. */
  lookAnew(formerlyAround: Iterable<RefToken> = []): void {
    this.formerlyAround = [...formerlyAround];
    this.looked = new Map();
    this.moment = {};
    this.besides = new Map();
  }

  /** What safeguards read about a person. */
  caseFile(person: PersonFile): JudgedCase {
    let file = this.looked.get(person);
    if (file === undefined) {
      file = this.newCaseFile(person);
      this.looked.set(person, file);
    }
    return file;
  }

  /** The case file of the person behind a reference. */
  caseFileOf(ref: RefToken): JudgedCase {
    return this.caseFile(this.state.caseOf(ref).file);
  }

  /** Those who stand beside a person in the same matters. */
  beside(person: PersonFile): readonly PersonFile[] {
    let known = this.besides.get(person);
    if (known === undefined) {
      const refs = this.tokensOf(person).flatMap((token) => this.state.tracedBy(token));
      known = [...new Set(refs.map((ref) => this.state.caseOf(ref).file))].filter((other) => other !== person);
      this.besides.set(person, known);
    }
    return known;
  }

  casesOf(entry: Entry): Set<PersonCase> {
    return this.casesOfRefs(refsOf(entry));
  }

  casesOfPeople(people: Iterable<PersonFile>): Set<PersonCase> {
    return new Set([...people].map(({ person }) => this.state.caseOf(person)));
  }

  casesOfRefs(refs: Iterable<RefToken>): Set<PersonCase> {
    return new Set([...refs].map((ref) => this.state.caseOf(ref)));
  }

  /** Everyone of the households that a record names. */
  peopleAround(entry: Entry): ReadonlySet<PersonFile> {
    const around = new Set<PersonFile>();
    for (const { file } of this.casesOf(entry)) {
      around.add(file);
      for (const each of [file, ...this.beside(file)]) for (const member of household(this.caseFile(each), each)) around.add(member);
    }
    return around;
  }

  /** The same by every reference: joins and parts move persons, never references. */
  refsAround(entry: Entry): ReadonlySet<RefToken> {
    return new Set([...this.peopleAround(entry)].flatMap(({ refs }) => refs));
  }

  /**
   * Those whom a household is never linked to through these people: whom records name across a risk from them, and those to whom
   * relationships lead, and the same from there (who poses the risk, the victim, her child). Nobody's household is worked out for it.
   */
  across(people: Iterable<PersonFile>): ReadonlySet<PersonFile> {
    const found = new Set(people);
    let next = [...found];
    for (let step = 0; step < STEPS_ACROSS; step += 1) {
      next = next.flatMap((person) => this.linkedTo(person)).filter((other) => !found.has(other) && found.add(other).size > 0);
    }
    return found;
  }

  /** The same as cases, in the order of appearing. */
  casesAcross(people: Iterable<PersonFile>): readonly PersonCase[] {
    const cases = [...this.across(people)].map(({ person }) => this.state.caseOf(person));
    return cases.sort((one, other) => this.state.seen(one.file.person) - this.state.seen(other.file.person));
  }

  /** The same around a record, by every reference. */
  refsAcross(entry: Entry): ReadonlySet<RefToken> {
    const people = [...this.casesOf(entry)].map(({ file }) => file);
    return new Set(this.casesAcross(people).flatMap(({ file }) => file.refs));
  }

  private linkedTo(person: PersonFile): readonly PersonFile[] {
    let known = this.links.get(person);
    if (known?.ties !== person.ties) {
      known = { refs: [...new Set(linksOf(person))], ties: person.ties };
      this.links.set(person, known);
    }
    return known.refs.map((ref) => this.state.caseOf(ref).file);
  }

  /** The tokens of those who stand beside a person; the same as long as the person has the same references. */
  private tokensOf(person: PersonFile): readonly string[] {
    const known = this.tokens.get(person) ?? person.refs.map(besideTrace);
    this.tokens.set(person, known);
    return known;
  }

  private newCaseFile(person: PersonFile): JudgedCase {
    const { settings } = this.state;
    if (settings === undefined) throw new Error('a record was judged before the settings of its partnership');
    return {
      at: this.state.logTime,
      moment: this.moment,
      lasting: this.state,
      person,
      settings,
      fileOf: (ref) => this.state.caseOf(ref).file,
      alertsAbout: (ref) => this.state.alertsAbout(ref),
      formerlyAround: this.formerlyAround,
      underSameMatters: (of) => this.beside(of),
      livingAt: (home) => this.state.tracedBy(this.matching.homeTrace(this.state.partnership, home)),
    };
  }
}

import type { PersonDetails } from '@throughline/records';
import { type BlindIndex, type BlindIndexKind, foldNhsNumber, nameWithBirth } from '@throughline/seal';

/** Everything that standing records hold of a person; it is read again when its version has grown. */
export interface HeldDetails {
  readonly version: number;
  details(): readonly PersonDetails[];
}

/** What of a person's details can prove who they are: each a folded text, equal for equal people. */
interface Identity {
  readonly nhsNumbers: ReadonlySet<string>;
  readonly namesWithBirth: ReadonlySet<string>;
}

/** Tokens that are remembered, of homes, matters, names, numbers and postcodes. */
const REMEMBERED = 20_000;

const wholeDate = /^\d{4}-\d{2}-\d{2}$/;

const nhsNumberOf = (details: PersonDetails): string | undefined =>
  details.nhsNumber === undefined ? undefined : foldNhsNumber(details.nhsNumber);

/** Name with date of birth, where both are whole: a year alone, or a family name alone, proves nothing. */
const foldedNameWithBirth = ({ given, family, dateOfBirth }: PersonDetails): string | undefined =>
  given === undefined || family === undefined || dateOfBirth === undefined || !wholeDate.test(dateOfBirth)
    ? undefined
    : nameWithBirth(`${given} ${family}`, dateOfBirth);

/** Folding costs more than all else of a comparison, and details never change. */
const folded = new WeakMap<PersonDetails, { readonly name: string | undefined }>();

const nameWithBirthOf = (details: PersonDetails): string | undefined => {
  let known = folded.get(details);
  if (known === undefined) {
    known = { name: foldedNameWithBirth(details) };
    folded.set(details, known);
  }
  return known.name;
};

const identities = new WeakMap<HeldDetails, { readonly version: number; readonly identity: Identity }>();

/** Everything that standing records hold of who this person is. */
const identityOf = (file: HeldDetails): Identity => {
  const known = identities.get(file);
  if (known?.version === file.version) return known.identity;
  const nhsNumbers = new Set<string>();
  const namesWithBirth = new Set<string>();
  for (const details of file.details()) {
    const nhs = nhsNumberOf(details);
    const name = nameWithBirthOf(details);
    if (nhs !== undefined) nhsNumbers.add(nhs);
    if (name !== undefined) namesWithBirth.add(name);
  }
  const identity = { nhsNumbers, namesWithBirth };
  identities.set(file, { version: file.version, identity });
  return identity;
};

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((value) => other.has(value));

/**
 * References are one person when an NHS number, or a name with a date of birth, agree exactly. Two people who share a name
 * and a birthday and have different NHS numbers stay two: to show one person's history as another's can kill.
 */
export class ExactMatching {
  /** Tokens are asked for several times while a record is judged; details belong to one record of one partnership. */
  private readonly traced = new WeakMap<PersonDetails, readonly string[]>();
  private readonly tokens = new Map<string, string>();

  constructor(private readonly index: BlindIndex) {}

  /** Keyed tokens under which a reference with these details can be found again; alone they join nobody. */
  identityTraces(partnership: string, details: PersonDetails): readonly string[] {
    let traces = this.traced.get(details);
    if (traces === undefined) {
      traces = this.tracesOf(partnership, details);
      this.traced.set(details, traces);
    }
    return traces;
  }

  private tracesOf(partnership: string, details: PersonDetails): readonly string[] {
    const { nhsNumber } = details;
    const name = nameWithBirthOf(details);
    return [
      ...(nhsNumber === undefined ? [] : [this.remembered(partnership, 'nhs', nhsNumber)]),
      ...(name === undefined ? [] : [this.remembered(partnership, 'name-dob', name)]),
    ];
  }

  /** Names that a person goes by, whole or the family's alone, and postcodes of homes that are neither sensitive nor shared. */
  searchTraces(partnership: string, { given, family, otherNames, address }: PersonDetails): readonly string[] {
    const whole = given === undefined || family === undefined ? [] : [`${given} ${family}`];
    const names = [...whole, ...(family === undefined ? [] : [family]), ...(otherNames ?? [])];
    const isOpen = address?.postcode !== undefined && address.sensitive !== true && address.shared !== true;
    return [
      ...new Set(names.map((name) => this.remembered(partnership, 'name', name))),
      ...(isOpen ? [this.remembered(partnership, 'postcode', address.postcode ?? '')] : []),
    ];
  }

  homeTrace(partnership: string, homeKey: string): string {
    return this.remembered(partnership, 'home', homeKey);
  }

  matterTrace(partnership: string, matter: string): string {
    return this.remembered(partnership, 'matter', matter);
  }

  /** The index folds the text, so that spellings of one name have one token. */
  private remembered(partnership: string, kind: BlindIndexKind, text: string): string {
    const key = `${partnership}\n${kind}\n${text}`;
    let token = this.tokens.get(key);
    if (token === undefined) {
      token = this.index.token(partnership, kind, text).toString('hex');
      if (this.tokens.size >= REMEMBERED) this.tokens.clear();
      this.tokens.set(key, token);
    }
    return token;
  }

  samePerson(one: HeldDetails, other: HeldDetails): boolean {
    const a = identityOf(one);
    const b = identityOf(other);
    if (meet(a.nhsNumbers, b.nhsNumbers)) return true;
    const different = a.nhsNumbers.size > 0 && b.nhsNumbers.size > 0;
    return !different && meet(a.namesWithBirth, b.namesWithBirth);
  }
}

import type { RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import { PersonFile } from '../case-file/person-file';
import type { Cut } from './cut';
import type { Folded } from './folded';

const NOBODY: readonly RefToken[] = [];

/** The files of a family at a cut, each folded when it is asked for, from the records that its reader may see. */
export class CaseFiles {
  private readonly made = new Map<RefToken, PersonFile>();

  constructor(
    readonly cut: Cut,
    private readonly refsOf: (ref: RefToken) => readonly RefToken[],
    private readonly foldOf: (ref: RefToken) => readonly Folded[],
    private readonly living: ReadonlyMap<string, readonly RefToken[]>,
    /** References under which the same matters stand, by reference. */
    private readonly beside: ReadonlyMap<RefToken, readonly RefToken[]>,
    private readonly narrowing?: { readonly whole: CaseFiles; readonly maySee: (entry: Entry) => boolean },
  ) {}

  /** The person to whom a reference belongs. */
  personOf(ref: RefToken): RefToken {
    return this.refsOf(ref)[0] ?? ref;
  }

  /** A person's records as they stand, with what they were folded from. */
  folded(ref: RefToken): readonly Folded[] {
    const { narrowing } = this;
    return narrowing === undefined ? this.foldOf(ref) : narrowing.whole.folded(ref).filter(({ entry }) => narrowing.maySee(entry));
  }

  fileOf(ref: RefToken): PersonFile {
    const person = this.personOf(ref);
    const known = this.made.get(person);
    if (known !== undefined) return known;
    const folded = this.folded(ref);
    const whole = this.narrowing?.whole;
    // Where nothing is left out the file is the same, and need not be folded again.
    const isWhole = whole !== undefined && folded.length === whole.folded(ref).length;
    const entries = folded.map(({ entry }) => entry);
    const file = isWhole ? whole.fileOf(ref) : PersonFile.of(this.refsOf(ref), entries);
    this.made.set(person, file);
    return file;
  }

  /** What the terms and the views read about this person. */
  caseOf(ref: RefToken): CaseFile {
    return {
      at: this.cut.at,
      moment: this,
      lasting: this,
      person: this.fileOf(ref),
      settings: this.cut.settings,
      fileOf: (other) => this.fileOf(other),
      underSameMatters: (person) => person.refs.flatMap((own) => this.beside.get(own) ?? []).map((other) => this.fileOf(other)),
      livingAt: (home) => this.living.get(home) ?? NOBODY,
    };
  }

  /** The same family, told by fewer records: everything that follows from the others is gone with them. */
  narrowed(maySee: (entry: Entry) => boolean): CaseFiles {
    return new CaseFiles(this.cut, this.refsOf, this.foldOf, this.living, this.beside, { whole: this, maySee });
  }
}

import type { RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import { PersonFile } from '../case-file/person-file';
import type { Cut } from './cut';
import type { Folded } from './folded';

/** The files of a family at a cut, each folded when it is asked for, from the records that its reader may see. */
export class CaseFiles {
  private readonly made = new Map<RefToken, PersonFile>();

  constructor(
    readonly cut: Cut,
    private readonly refsOf: (ref: RefToken) => readonly RefToken[],
    private readonly foldOf: (ref: RefToken) => readonly Folded[],
    private readonly living: ReadonlyMap<string, readonly RefToken[]>,
    private readonly maySee: (entry: Entry) => boolean = () => true,
  ) {}

  /** The person to whom a reference belongs. */
  personOf(ref: RefToken): RefToken {
    return this.refsOf(ref)[0] ?? ref;
  }

  /** A person's records as they stand, with what they were folded from. */
  folded(ref: RefToken): readonly Folded[] {
    return this.foldOf(ref).filter(({ entry }) => this.maySee(entry));
  }

  fileOf(ref: RefToken): PersonFile {
    const person = this.personOf(ref);
    const made =
      this.made.get(person) ??
      PersonFile.of(
        this.refsOf(ref),
        this.folded(ref).map(({ entry }) => entry),
      );
    this.made.set(person, made);
    return made;
  }

  /** What the terms and the views read about this person. */
  caseOf(ref: RefToken): CaseFile {
    return {
      at: this.cut.at,
      person: this.fileOf(ref),
      settings: this.cut.settings,
      fileOf: (other) => this.fileOf(other),
      livingAt: (home) => this.living.get(home) ?? [],
    };
  }

  /** The same family, told by fewer records: everything that follows from the others is gone with them. */
  narrowed(maySee: (entry: Entry) => boolean): CaseFiles {
    return new CaseFiles(this.cut, this.refsOf, this.foldOf, this.living, (entry) => this.maySee(entry) && maySee(entry));
  }
}

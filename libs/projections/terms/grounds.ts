import { addDays, type RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { PersonFile } from '../case-file/person-file';
import { isUnderAge } from './children';
import { movesOf } from './home';

/** What was looked at of a person: whom they are tied to, and where they have lived. */
interface LookedAt {
  readonly person: PersonFile;
  readonly ties: number;
  readonly moves: number;
}

/**
 * What a household was worked out of. Records come by the hundred that change nobody's household; as long as all that was looked at is
 * as it was, and no day has come on which something begins or ends, the household is the same.
 */
export class Grounds {
  private readonly people: LookedAt[] = [];
  private readonly homes = new Map<string, readonly RefToken[]>();
  /** Whose age was looked at, and when they were born. */
  private readonly aged = new Map<PersonFile, string | undefined>();
  /** The first day on which something that was looked at begins or ends. */
  private before = '9999-12-31';
  /** The last day on which all that was looked at still lasts. */
  private until = '9999-12-31';

  constructor(private readonly from: string) {}

  /** Looks at a person's relationships, roles and homes. */
  lookAt(person: PersonFile): void {
    if (this.people.some((looked) => looked.person === person)) return;
    this.people.push({ person, ties: person.ties, moves: movesOf(person) });
  }

  /** Whether something lasts on the day; the days on which that may change are noted. */
  lasts(since: string | null | undefined, until: string | null | undefined): boolean {
    if (since != null && since > this.from && since < this.before) this.before = since;
    if (until != null && until >= this.from && until < this.until) this.until = until;
    return (since == null || since <= this.from) && (until == null || until >= this.from);
  }

  /** Whether somebody is a child on the day; the next day is another one. */
  isChild(person: PersonFile): boolean {
    this.aged.set(person, person.dateOfBirth());
    this.changesOn(addDays(this.from, 1));
    return isUnderAge(person, this.from);
  }

  /** References whose newest home is an address. */
  livingAt(file: CaseFile, home: string): readonly RefToken[] {
    const living = file.livingAt(home);
    this.homes.set(home, living);
    return living;
  }

  /** Notes a day from which on somebody lives elsewhere. */
  changesOn(day: string | undefined): void {
    if (day !== undefined && day > this.from && day < this.before) this.before = day;
  }

  /** Whether everything that was looked at is still so on a day. */
  hold(file: CaseFile, day: string): boolean {
    if (day < this.from || day >= this.before || day > this.until) return false;
    for (const { person, ties, moves } of this.people) if (person.ties !== ties || movesOf(person) !== moves) return false;
    for (const [person, born] of this.aged) if (person.dateOfBirth() !== born) return false;
    for (const [home, living] of this.homes) if (file.livingAt(home) !== living) return false;
    return true;
  }
}

import type { Opened, Visit } from '@throughline/access';
import type { RefToken } from '@throughline/kernel';
import type { CaseSummaryFacts } from '@throughline/projections/queries';
import type { PersonDetails } from '@throughline/records';

const POSING_RISK = 'person posing risk';

const namesIn = ({ given = '', family = '', otherNames = [] }: PersonDetails): readonly string[] =>
  [`${given} ${family}`, given, family, ...otherNames].map((name) => name.trim());

/** Names whole and word by word: a text may use any of them. */
const wordsIn = (names: readonly string[]): readonly string[] =>
  [...names, ...names.flatMap((name) => name.split(/\s+/))].filter((word) => /\p{L}{2}/u.test(word));

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en-GB');

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** What people other than the victim are called in an export: by their role, never by name. */
export class OtherPeople {
  private readonly personOf: (ref: RefToken) => RefToken;
  /** By the person. */
  private readonly labels = new Map<RefToken, string>();
  /** By a name of theirs. */
  private readonly names = new Map<string, string>();

  constructor({ person, around }: Pick<Visit, 'person' | 'around'>, { files }: Pick<Opened, 'files'>, { posingRisk }: CaseSummaryFacts) {
    posingRisk.forEach((each, at) => {
      this.labels.set(each.person, posingRisk.length === 1 ? POSING_RISK : `${POSING_RISK} ${String(at + 1)}`);
    });
    this.personOf = (ref) => files.personOf(ref);
    const own = new Set(
      files
        .fileOf(person)
        .details()
        .flatMap((details) => wordsIn(namesIn(details)))
        .map(folded),
    );
    for (const other of new Set(around.map((ref) => files.personOf(ref)))) {
      if (other === files.personOf(person)) continue;
      const file = files.fileOf(other);
      const label = this.labels.get(other) ?? (file.hasBeen('child') ? 'a child' : 'another adult');
      for (const name of file.details().flatMap((details) => wordsIn(namesIn(details)))) {
        if (!own.has(folded(name))) this.names.set(folded(name), label);
      }
    }
  }

  /** Somebody who is named as posing a risk. */
  posingRisk(ref: RefToken): string {
    return this.labels.get(this.personOf(ref)) ?? POSING_RISK;
  }

  /** A text with what people are in the place of what they are called. Who shares a name with the victim keeps that name. */
  unnamed(text: string): string {
    if (this.names.size === 0) return text;
    const longestFirst = [...this.names.keys()].sort((one, other) => other.length - one.length);
    const named = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\p{L}\p{N}])`, 'giu');
    return text.normalize('NFC').replaceAll(named, (found) => this.names.get(folded(found)) ?? 'another adult');
  }
}

import type { RefToken } from '@throughline/kernel';
import { type CommonData, referralDecided, referralMade } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import { type Entry, refsOf } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { household } from './household';
import { concernedBy, inTheirMatters } from './matters';

export type Referral = Entry<(typeof referralMade)['Data']>;
export type Decision = Entry<(typeof referralDecided)['Data']>;

/** Everyone whom a record names, each once. */
export const namedIn = (file: CaseFile, entry: Entry): readonly PersonFile[] => [...new Set(refsOf(entry).map((ref) => file.fileOf(ref)))];

/**
 * Whom a record is about: its subject; where its subject poses the risk, the first other person whom it names, for rows of
 * safeguards are about a victim or a child (safeguards.md, Terms).
 */
export const concernsWhom = (entry: Entry): RefToken => {
  const concerned = concernedBy(entry);
  const subject = entry.subject as RefToken;
  return concerned.includes(subject) ? subject : (concerned[0] ?? subject);
};

/** The households of all victims and children whom these records name, each person once. */
export const familyOf = (file: CaseFile, ...entries: readonly Entry[]): readonly PersonFile[] => [
  ...new Set(entries.flatMap(concernedBy).flatMap((ref) => household(file, file.fileOf(ref)))),
];

/** The referral that a decision, a challenge or feedback belongs to, whatever reference either uses. */
export const referralOf = <Data extends CommonData & { readonly referralId: string }>(file: CaseFile, entry: Entry<Data>) =>
  inTheirMatters(file, namedIn(file, entry as Entry), referralMade).find(({ data }) => data.referralId === entry.data.referralId);

/** Every decision on a referral, in the order in which they were recorded: the last one stands. */
export const decisionsOn = (file: CaseFile, referral: Referral): readonly Decision[] =>
  inTheirMatters(file, namedIn(file, referral as Entry), referralDecided).filter(
    ({ data }) => data.referralId === referral.data.referralId,
  );

/** A text that was left out, or that says nothing. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

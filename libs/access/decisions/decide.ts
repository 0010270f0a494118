import { addMonths, type RefToken } from '@throughline/kernel';
import { agencyKind, type Entry, household, involvedAgencies, type PersonFile } from '@throughline/projections';
import type { CaseFiles } from '@throughline/projections/queries';
import { maracTransferReceived } from '@throughline/records';
import { type Actor, isAuditor } from '../actor';

/** What somebody wants to do with what is held of a person. */
export type Action = 'find' | 'show' | 'chronology' | 'case-summary';

/** Why a reading is permitted; the disclosure keeps it. */
export type Basis = 'audit' | 'involved' | 'published' | 'alerted' | 'transferred';

export type Decision = { readonly permitted: true; readonly basis: Basis } | { readonly permitted: false };

const REFUSED: Decision = { permitted: false };

/** Months for which what an agency published about a family, or was passed on to a MARAC, counts as working with it (safeguards.md, Terms). */
const PUBLISHED_MONTHS = 12;

/** Kinds of agency that work with the person posing risk alone: they get nothing on the victim's side (trust.md). */
const FOR_PERSON_POSING_RISK: ReadonlySet<string> = new Set(['perpetrator-programme']);

/** Kinds that are on the victim's side even where the record's subject poses the risk (safeguards.md, Terms). */
const ON_BOTH_SIDES: ReadonlySet<string> = new Set(['police', 'probation', 'childrens-social-care']);

/** What the tables tell of the moment of asking; nothing of it is opened. */
export interface Situation {
  readonly files: CaseFiles;
  /** References about which an open alert is addressed to the actor's agency. */
  readonly alerted: ReadonlySet<RefToken>;
}

const posesRiskAlone = (person: PersonFile): boolean =>
  person.hasBeen('person-posing-risk') && !person.hasBeen('victim') && !person.hasBeen('child');

/**
 * Whether this actor may read about this person now: no, unless a rule says yes. It reads scalars alone, so that it can be
 * asked before anything is opened; a household that is one only by a shared address is therefore not reached.
 */
export const decide = (actor: Actor, _action: Action, person: RefToken, { files, alerted }: Situation): Decision => {
  const { cut } = files;
  if (!actor.partnerships.includes(cut.partnership)) return REFUSED;
  if (isAuditor(actor)) return { permitted: true, basis: 'audit' };
  const { agency } = actor;
  const kind = agency === undefined ? undefined : agencyKind(cut.settings, agency);
  if (agency === undefined || kind === undefined) return REFUSED;
  const whole = files.fileOf(person);
  if (whole.size === 0) return REFUSED;
  if (FOR_PERSON_POSING_RISK.has(kind) && !whole.hasBeen('person-posing-risk')) return REFUSED;
  const isAbout = (entry: Entry, members: readonly PersonFile[]): boolean =>
    ON_BOTH_SIDES.has(kind) || members.some((member) => member.has(entry.subject));
  // Who works with the children of a person posing risk does not by that work with them.
  const alone = posesRiskAlone(whole) || FOR_PERSON_POSING_RISK.has(kind);
  const own = alone ? files.narrowed((entry) => entry.agency !== agency || isAbout(entry, [whole])) : files;
  const file = own.caseOf(person);
  if (involvedAgencies(file).some((involvement) => involvement.agency === agency)) return { permitted: true, basis: 'involved' };
  const members = alone ? [file.person] : household(file);
  const since = addMonths(cut.at, -PUBLISHED_MONTHS);
  const published = members.some((member) =>
    member.standing().some((entry) => entry.agency === agency && entry.recordedtime > since && isAbout(entry, members)),
  );
  if (published) return { permitted: true, basis: 'published' };
  if (kind === 'marac' && whole.of(maracTransferReceived).some((entry) => entry.logTime > since))
    return { permitted: true, basis: 'transferred' };
  return whole.refs.some((ref) => alerted.has(ref)) ? { permitted: true, basis: 'alerted' } : REFUSED;
};

import type { RefToken } from '@throughline/kernel';
import { type Entry, household, keyText, type PersonFile, personsPosingRiskTo, sameRecord } from '@throughline/projections';
import { type RecordKey, recordRetracted } from '@throughline/records';
import type { Alert } from '../alert';
import type { Decisions } from './decisions';
import type { OpenMatters } from './open-matters';
import type { Rules } from './rules';
import type { Surroundings } from './surroundings';

/** A trigger that is judged again, and by which safeguards. */
export interface Reopened {
  readonly trigger: Entry;
  readonly safeguards: ReadonlySet<string>;
}

/** Takes back what a record had raised that no longer says what it said. */
export class Withdrawal {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly rules: Rules,
    private readonly decisions: Decisions,
    private readonly open: OpenMatters,
  ) {}

  /**
   * Supersedes what an amended record had raised, and withdraws what it would have. Answers the triggers of other alerts
   * that rested on it, and of those whose evidence turns out to be about somebody else: they are judged again, each by the
   * safeguards that had raised something, for what they say may no longer hold.
   *
   * @param around those of the households that the record named, or names now
   * @param across those across a risk from them: of theirs only what rests on the record itself is taken back
   */
  withdraw(amended: Entry, around: ReadonlySet<RefToken>, across: ReadonlySet<RefToken>, by: Entry): readonly Reopened[] {
    const again = new Map<string, Reopened>();
    const reopen = (trigger: Entry, safeguard: string): void => {
      const safeguards = new Set([...(again.get(keyText(trigger))?.safeguards ?? []), safeguard]);
      again.set(keyText(trigger), { trigger, safeguards });
    };
    const rests = (alert: Alert, find: (key: RecordKey) => Entry | undefined, isNear: boolean): boolean => {
      // What a retraction raised says that a record was taken back: no later amendment makes that less so.
      if (this.rules.byId.get(alert.safeguard)?.on.every(({ type }) => type === recordRetracted.type) === true) return false;
      const isTrigger = sameRecord(alert.trigger, amended);
      const stands = (key: RecordKey): boolean => !sameRecord(key, amended) && (!isNear || find(key) !== undefined);
      if (!isTrigger && alert.evidence.every(stands)) return false;
      const trigger = isTrigger ? amended : find(alert.trigger);
      if (!isTrigger && trigger !== undefined && trigger.amendment?.kind !== 'retracted') reopen(trigger, alert.safeguard);
      if (trigger !== undefined) for (const later of this.open.silentSince(alert, trigger)) reopen(later, alert.safeguard);
      return true;
    };
    const { surroundings } = this;
    const near = surroundings.casesOfRefs(around);
    for (const person of new Set([...near, ...surroundings.casesOfRefs(across)])) {
      if (person.alerts.size === 0 && person.deadlines.size === 0) continue;
      const find = this.evidenceAbout(person.file);
      const isNear = near.has(person);
      for (const alert of [...person.alerts.values()]) if (rests(alert, find, isNear)) this.decisions.supersede(alert, by);
      for (const deadline of [...person.deadlines.values()]) {
        if (deadline.kind === 'raise' && rests(deadline.alert, find, isNear)) this.decisions.cancel(deadline);
      }
    }
    return [...again.values()].sort((one, other) => one.trigger.index - other.trigger.index);
  }

  /**
   * How the records are found that show something about a person: those of the household and of the same matters, and those that name
   * nobody but who poses them a risk (a charge).
   */
  private evidenceAbout(person: PersonFile): (key: RecordKey) => Entry | undefined {
    const file = this.surroundings.caseFile(person);
    const members = [...household(file), ...this.surroundings.beside(person)];
    const posing = personsPosingRiskTo(file, person).map((each) => each.person);
    const isTheirs = ({ data }: Entry): boolean => data.people.every(({ ref }) => posing.some((one) => one.has(ref)));
    const among = (people: readonly PersonFile[], key: RecordKey): Entry | undefined =>
      people.map((each) => each.entry(key)).find((entry) => entry !== undefined);
    return (key) => among(members, key) ?? [among(posing, key)].find((entry) => entry !== undefined && isTheirs(entry));
  }
}

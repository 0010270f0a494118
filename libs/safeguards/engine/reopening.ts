import { addMonths, type RefToken } from '@throughline/kernel';
import { type Entry, household, keyText, sameRecord } from '@throughline/projections';
import type { Alert } from '../alert';
import type { Answers } from './answers';
import type { Candidate, Judgement } from './judgement';
import type { OpenMatters } from './open-matters';
import type { PartnershipState, PersonCase } from './partnership-state';
import type { Raising } from './raising';
import type { Rules } from './rules';
import type { Surroundings } from './surroundings';

/** A record as it stood before it was amended, and what amended it. */
export interface Amended {
  readonly before: Entry;
  readonly by: Entry;
}

type Triggers = Map<string, { readonly trigger: Entry; readonly safeguards: Set<string> }>;

const add = (triggers: Triggers, trigger: Entry, safeguard: string): void => {
  const known = triggers.get(keyText(trigger)) ?? { trigger, safeguards: new Set<string>() };
  triggers.set(keyText(trigger), known);
  known.safeguards.add(safeguard);
};

const nameOf = ({ safeguard, told, about, trigger, term }: Candidate): string =>
  `${safeguard.id} ${told.agency} ${about} ${keyText(trigger)} ${term ?? ''}`;

const isClosedBy = (alert: Alert | undefined, record: Entry): boolean =>
  alert?.closedBy !== undefined && alert.status === 'closed' && sameRecord(alert.closedBy, record);

/**
 * Opens again what an amended record had answered. A closed alert stays closed, as it was that day; the matter is raised anew, with
 * its term from now, where nothing else answers it. So is a term that the record kept from passing, and what it kept from being
 * said at all.
 */
export class Reopening {
  constructor(
    private readonly state: PartnershipState,
    private readonly surroundings: Surroundings,
    private readonly rules: Rules,
    private readonly answers: Answers,
    private readonly open: OpenMatters,
    private readonly judgement: Judgement,
    private readonly raising: Raising,
  ) {}

  /** Before a record is amended: what already stands, untold, for those for whom it may answer. It is no more true without the record. */
  standing(before: Entry, around: Iterable<RefToken>): ReadonlySet<string> {
    const people = [...this.surroundings.casesOfRefs(around)];
    return new Set(this.missing(this.answerable(before, people), before).map(nameOf));
  }

  /**
   * @param around those for whom the record may have answered, as it stood or as it stands
   * @param stood what stood before it was amended
   */
  reopen({ before, by }: Amended, around: Iterable<RefToken>, stood: ReadonlySet<string>): void {
    const people = [...this.surroundings.casesOfRefs(around)];
    const triggers = this.answerable(before, people);
    this.addClosed(triggers, before, people);
    for (const candidate of this.missing(triggers, before)) {
      const last = this.lastOf(candidate);
      const wasSilent = last === undefined && !stood.has(nameOf(candidate));
      if (wasSilent || isClosedBy(last, before)) this.judgement.tell(candidate, keyText(by));
    }
    for (const { alerts, file } of people) {
      for (const alert of [...alerts.values()]) this.answers.unmeetStep(alert, this.surroundings.caseFile(file), before, by);
    }
  }

  /** What nobody was told of, nor has been answered. */
  private missing(triggers: Triggers, before: Entry): readonly Candidate[] {
    return [...triggers.values()]
      .filter(({ trigger }) => trigger.amendment?.kind !== 'retracted' && !sameRecord(trigger, before))
      .sort((one, other) => one.trigger.index - other.trigger.index)
      .flatMap(({ trigger, safeguards }) => this.judgement.candidates(trigger, safeguards).filter((candidate) => this.stands(candidate)));
  }

  /** What a record of this type may answer or, by having been there before, keep silent, of so far back as anything counts as current. */
  private answerable(before: Entry, people: readonly PersonCase[]): Triggers {
    const triggers: Triggers = new Map();
    const from = addMonths(this.state.logTime, -(this.state.settings?.thresholds.currentMonths ?? 0));
    const answered = this.rules.answeredBy(before.type).filter(({ answer }) => answer.canAnswer?.(before) !== false);
    const compared = (this.rules.triggeredBy.get(before.type) ?? []).filter(({ comparesWithBefore }) => comparesWithBefore === true);
    for (const safeguard of new Set([...answered, ...compared])) {
      const entries = people.flatMap(({ file }) => safeguard.on.flatMap((definition) => file.of(definition)));
      for (const entry of entries) if (entry.time > from) add(triggers, entry, safeguard.id);
    }
    return triggers;
  }

  /** What the record has closed, however long ago; of a state whatever has shown it since. */
  private addClosed(triggers: Triggers, before: Entry, people: readonly PersonCase[]): void {
    for (const person of people) {
      for (const alert of person.ended.values()) {
        if (!isClosedBy(alert, before) || alert.escalatedFrom !== undefined) continue;
        const trigger = this.triggerOf(alert, person);
        if (trigger === undefined) continue;
        for (const entry of [trigger, ...this.open.silentSince(alert, trigger)]) add(triggers, entry, alert.safeguard);
      }
    }
  }

  private triggerOf(alert: Alert, { file }: PersonCase): Entry | undefined {
    const members = [file, ...household(this.surroundings.caseFile(file)), ...this.surroundings.beside(file)];
    return members.map((member) => member.entry(alert.trigger)).find((entry) => entry !== undefined);
  }

  private stands(candidate: Candidate): boolean {
    if (this.judgement.isOpen(candidate)) return false;
    const alert = this.judgement.alertOf(candidate, '');
    const { term, waits } = candidate;
    if (term !== undefined && !waits && !this.raising.holds({ ...alert, raisedAt: term })) return false;
    return !this.answers.cameSince(alert, candidate.trigger);
  }

  /** What was last raised in this matter and has ended; what was superseded counts for nothing. */
  private lastOf({ safeguard, told, about, trigger, term, waits }: Candidate): Alert | undefined {
    // Whom it goes to may be known only when its term has passed.
    const toAnybody = safeguard.addressees !== undefined && term !== undefined && !waits;
    return [...this.state.caseOf(about).ended.values()]
      .filter(
        (alert) =>
          alert.safeguard === safeguard.id &&
          alert.status !== 'superseded' &&
          (toAnybody || alert.agency === told.agency) &&
          (safeguard.standing === true || sameRecord(alert.trigger, trigger)),
      )
      .sort((one, other) => one.raisedAt - other.raisedAt || (one.closedAt ?? 0) - (other.closedAt ?? 0) || (one.id < other.id ? -1 : 1))
      .at(-1);
  }
}

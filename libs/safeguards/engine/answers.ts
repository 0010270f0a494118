import type { RefToken } from '@throughline/kernel';
import { type Entry, household, sameRecord } from '@throughline/projections';
import type { Alert } from '../alert';
import type { JudgedCase } from '../safeguard';
import type { Decisions } from './decisions';
import type { PersonCase } from './partnership-state';
import { namedBy, type Rules } from './rules';
import type { Surroundings } from './surroundings';

/** What records answer: alerts that they close, terms that they keep from passing, steps of a ladder that they meet. */
export class Answers {
  constructor(
    private readonly surroundings: Surroundings,
    private readonly rules: Rules,
    private readonly decisions: Decisions,
  ) {}

  /** Closes what this record answers, for anybody of the households that it names. */
  take(entry: Entry): void {
    if (!this.rules.mayAnswer(entry)) return;
    const { surroundings } = this;
    const around = surroundings.casesOfPeople(surroundings.peopleAround(entry));
    for (const person of around) {
      if (person.alerts.size === 0 && person.deadlines.size === 0) continue;
      const file = surroundings.caseFile(person.file);
      this.takeAbout(person, (alert) => this.answers(entry, alert, file), entry);
      for (const alert of [...person.alerts.values()]) this.meetStep(entry, alert, file, person);
    }
    if (this.rules.answeringAcross.has(entry.type)) this.takeAcross(entry, around);
  }

  /** Those who prove to be one person may have been answered under a reference that nobody knew to be theirs. */
  takeJoined(refs: ReadonlySet<RefToken>, by: Entry): void {
    for (const person of this.surroundings.casesOfRefs(refs)) this.takeAbout(person, (alert) => this.isAnswered(alert, person), by);
  }

  /** A record that is judged again may have been answered by what has come in since. */
  cameSince(alert: Alert, trigger: Entry): boolean {
    const answer = this.rules.byId.get(alert.safeguard)?.answer;
    if (answer === undefined || answer.records.length === 0) return false;
    const file = this.surroundings.caseFileOf(alert.about);
    const near = new Set([...household(file), ...this.surroundings.beside(file.person)]);
    const reach = answer.acrossRisk === true ? new Set([...near, ...this.surroundings.across([file.person])]) : near;
    const since = [...reach].filter((member) => member.newest > trigger.index);
    return since.some((member) =>
      answer.records.some((definition) =>
        member.of(definition).some((entry) => entry.index > trigger.index && this.answers(entry, alert, file)),
      ),
    );
  }

  /** A record that names only who poses the risk may answer for the family, and the other way round. */
  private takeAcross(entry: Entry, around: ReadonlySet<PersonCase>): void {
    const { surroundings } = this;
    const named = [...surroundings.casesOf(entry)].map(({ file }) => file);
    for (const person of surroundings.casesAcross(named)) {
      if (around.has(person) || (person.alerts.size === 0 && person.deadlines.size === 0)) continue;
      const file = surroundings.caseFile(person.file);
      this.takeAbout(person, (alert) => this.reachesAcross(alert) && this.answers(entry, alert, file), entry);
    }
  }

  private takeAbout(person: PersonCase, isAnswered: (alert: Alert) => boolean, by: Entry): void {
    for (const deadline of [...person.deadlines.values()]) {
      if (deadline.kind === 'raise' && isAnswered(deadline.alert)) this.decisions.cancel(deadline);
    }
    for (const alert of [...person.alerts.values()]) if (isAnswered(alert)) this.decisions.close(alert, by);
  }

  private reachesAcross({ safeguard }: Alert): boolean {
    return this.rules.byId.get(safeguard)?.answer.acrossRisk === true;
  }

  /** A step that only an amended record had met is to be met again, within its term from now. */
  unmeetStep(alert: Alert, file: JudgedCase, before: Entry, by: Entry): void {
    const step = (alert.step ?? 0) - 1;
    const rung = this.rules.byId.get(alert.safeguard)?.ladder?.steps[step];
    const metBy = rung?.metBy;
    if (rung === undefined || metBy === undefined || !namedBy(metBy.records, before)) return;
    const near = [...household(file), ...this.surroundings.beside(file.person)];
    const meets = (entry: Entry): boolean => this.cameAfter(entry, alert, file) && metBy.when(entry, alert, file);
    if (near.some((member) => metBy.records.some((definition) => member.of(definition).some(meets)))) return;
    const due = rung.within(file.at);
    this.decisions.change({ ...alert, step, dueAt: due });
    this.decisions.schedule({ id: `${alert.id}.${step}.${by.index}`, due, about: alert.about, kind: 'escalate', alert: alert.id, step });
  }

  private isAnswered(alert: Alert, { file }: PersonCase): boolean {
    const trigger = file.entry(alert.trigger);
    return trigger !== undefined && this.cameSince(alert, trigger);
  }

  private answers(entry: Entry, alert: Alert, file: JudgedCase): boolean {
    const answer = this.rules.byId.get(alert.safeguard)?.answer;
    if (answer === undefined || !this.rules.answers(alert.safeguard, entry.type) || !this.cameAfter(entry, alert, file)) return false;
    return answer.when?.(entry, alert, file) ?? true;
  }

  /** What was published before the trigger answers nothing, even when it is corrected afterwards. */
  private cameAfter(entry: Entry, alert: Alert, file: JudgedCase): boolean {
    const trigger = file.person.entry(alert.trigger);
    return trigger === undefined ? !sameRecord(entry, alert.trigger) : entry.index > trigger.index;
  }

  private meetStep(entry: Entry, alert: Alert, file: JudgedCase, person: PersonCase): void {
    const { step } = alert;
    if (step === undefined) return;
    const metBy = this.rules.byId.get(alert.safeguard)?.ladder?.steps[step]?.metBy;
    if (metBy === undefined || !namedBy(metBy.records, entry) || !this.cameAfter(entry, alert, file)) return;
    if (!metBy.when(entry, alert, file)) return;
    for (const deadline of person.deadlines.values()) {
      if (deadline.kind === 'escalate' && deadline.alert === alert.id && deadline.step === step) this.decisions.cancel(deadline);
    }
    const next = [...person.deadlines.values()].find((deadline) => deadline.kind === 'escalate' && deadline.alert === alert.id);
    this.decisions.change({ ...alert, step: step + 1, ...(next === undefined ? {} : { dueAt: next.due }) });
  }
}

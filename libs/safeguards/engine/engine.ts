import type { RefToken } from '@throughline/kernel';
import { agencyFor, type CaseFile, type Entry, household, keyText, type PersonFile, refsOf, sameRecord } from '@throughline/projections';
import type { CommonData, RecordKey, RecordType } from '@throughline/records';
import { type Alert, type Deadline, isLive } from '../alert';
import type { Addressee, Finding, Safeguard } from '../safeguard';
import { alertId } from './alert-id';
import { Decisions } from './decisions';
import type { Matching } from './matching';
import type { PartnershipState, PersonCase } from './partnership-state';
import { People } from './people';

const dayLength = 86_400_000;

/** Which safeguards a type of record triggers, and which it may answer. */
interface Rules {
  readonly byId: ReadonlyMap<string, Safeguard>;
  readonly triggeredBy: ReadonlyMap<string, readonly Safeguard[]>;
  readonly answering: ReadonlySet<string>;
}

const indexRules = (safeguards: readonly Safeguard[]): Rules => {
  const triggeredBy = new Map<string, Safeguard[]>();
  for (const safeguard of safeguards) {
    for (const { type } of safeguard.on) triggeredBy.set(type, [...(triggeredBy.get(type) ?? []), safeguard]);
  }
  const answering = safeguards.flatMap((safeguard) => [
    ...safeguard.answer.records.map(({ type }) => type),
    ...(safeguard.ladder?.steps ?? []).flatMap((step) => step.metBy?.records.map(({ type }) => type) ?? []),
  ]);
  return { byId: new Map(safeguards.map((safeguard) => [safeguard.id, safeguard])), triggeredBy, answering: new Set(answering) };
};

const namedBy = (records: readonly RecordType<CommonData>[], entry: Entry): boolean => records.some(({ type }) => type === entry.type);

/**
 * Judges one partnership's records in order: who the people are, what is answered, what is raised, what falls due.
 * A pure function of the state and the record; it asks nobody the time. Every person of the record, and everyone
 * whom the household terms can reach from them, must be in the state before a call.
 */
export class Engine {
  readonly decisions: Decisions;
  private readonly people: People;
  private readonly rules: Rules;

  constructor(
    private readonly state: PartnershipState,
    private readonly matching: Matching,
    safeguards: readonly Safeguard[],
  ) {
    this.rules = indexRules(safeguards);
    this.decisions = new Decisions(state);
    this.people = new People(state, matching, this.decisions, (id) => this.rules.byId.get(id)?.standing === true);
  }

  /** References that were never named before become people. */
  appear(entry: Entry): void {
    this.people.appear(entry);
  }

  /** An agency's record takes effect. Every deadline up to its log time has fired before. */
  apply(entry: Entry): void {
    this.people.appear(entry);
    for (const person of this.casesOf(entry)) person.file.file(entry);
    this.people.match(entry);
    this.answer(entry);
    this.judge(entry, keyText(entry));
  }

  /** A correction or a retraction takes effect: `after` is the amended record as it now stands, `before` as it stood. */
  amend(before: Entry, after: Entry, by: Entry): void {
    this.people.appear(after, by);
    for (const person of new Set([...this.casesOf(before), ...this.casesOf(after)])) person.file.file(after);
    this.people.match(after, by);
    for (const person of this.casesOf(before)) this.people.part(person, by);
    const reopened = this.withdraw(before, by);
    if (after.amendment?.kind === 'corrected') {
      this.answer(after);
      this.judge(after, keyText(by));
    }
    for (const trigger of reopened) this.judge(trigger, keyText(by));
  }

  /** A deadline falls due, unanswered. */
  fire(deadline: Deadline): void {
    this.state.logTime = Math.max(this.state.logTime, deadline.due);
    this.decisions.cancel(deadline);
    switch (deadline.kind) {
      case 'raise':
        this.raise({ ...deadline.alert, raisedAt: deadline.due });
        return;
      case 'escalate':
        this.escalate(deadline);
    }
  }

  acknowledge(id: string, about: RefToken, by: RecordKey, at: number): void {
    const alert = this.state.caseOf(about).alerts.get(id);
    if (alert === undefined) return;
    if (this.rules.byId.get(alert.safeguard)?.answer.records.length === 0) this.decisions.close(alert, by);
    else if (alert.status === 'open') this.decisions.change({ ...alert, status: 'acknowledged', acknowledgedAt: at });
  }

  close(id: string, about: RefToken, by: RecordKey): void {
    const alert = this.state.caseOf(about).alerts.get(id);
    if (alert !== undefined) this.decisions.close(alert, by);
  }

  private casesOf(entry: Entry): Set<PersonCase> {
    return new Set(refsOf(entry).map((ref) => this.state.caseOf(ref)));
  }

  private caseFile(person: PersonFile): CaseFile {
    const { settings } = this.state;
    if (settings === undefined) throw new Error('a record was judged before the settings of its partnership');
    return {
      at: this.state.logTime,
      person,
      settings,
      fileOf: (ref) => this.state.caseOf(ref).file,
      livingAt: (home) => this.state.tracedBy(this.matching.homeTrace(this.state.partnership, home)),
    };
  }

  /** Closes what this record answers, for anybody of the households that it names. */
  private answer(entry: Entry): void {
    if (!this.rules.answering.has(entry.type)) return;
    const around = new Set<PersonCase>();
    for (const person of this.casesOf(entry)) {
      around.add(person);
      for (const member of household(this.caseFile(person.file), person.file)) around.add(this.state.caseOf(member.person));
    }
    for (const person of around) {
      const file = this.caseFile(person.file);
      for (const deadline of [...person.deadlines.values()]) {
        if (deadline.kind === 'raise' && this.answers(entry, deadline.alert, file)) this.decisions.cancel(deadline);
      }
      for (const alert of [...person.alerts.values()]) {
        if (this.answers(entry, alert, file)) this.decisions.close(alert, entry);
        else this.meetStep(entry, alert, file, person);
      }
    }
  }

  private answers(entry: Entry, alert: Alert, file: CaseFile): boolean {
    const answer = this.rules.byId.get(alert.safeguard)?.answer;
    if (answer === undefined || !namedBy(answer.records, entry) || sameRecord(entry, alert.trigger)) return false;
    return answer.when?.(entry, alert, file) ?? true;
  }

  private meetStep(entry: Entry, alert: Alert, file: CaseFile, person: PersonCase): void {
    const step = alert.step ?? 0;
    const metBy = this.rules.byId.get(alert.safeguard)?.ladder?.steps[step]?.metBy;
    if (metBy === undefined || !namedBy(metBy.records, entry) || !metBy.when(entry, alert, file)) return;
    for (const deadline of person.deadlines.values()) {
      if (deadline.kind === 'escalate' && deadline.alert === alert.id && deadline.step === step) this.decisions.cancel(deadline);
    }
    const next = [...person.deadlines.values()].find((deadline) => deadline.kind === 'escalate' && deadline.alert === alert.id);
    this.decisions.change({ ...alert, step: step + 1, ...(next === undefined ? {} : { dueAt: next.due }) });
  }

  private judge(trigger: Entry, cause: string): void {
    const safeguards = this.rules.triggeredBy.get(trigger.type);
    if (safeguards === undefined) return;
    const file = this.caseFile(this.state.caseOf(trigger.subject as RefToken).file);
    const late = trigger.logTime - trigger.time > file.settings.thresholds.lateDays * dayLength;
    for (const safeguard of safeguards) {
      if (late && safeguard.alsoLate !== true) continue;
      for (const finding of safeguard.judge(trigger, file)) this.found(safeguard, finding, trigger, cause, file);
    }
  }

  private found(safeguard: Safeguard, finding: Finding, trigger: Entry, cause: string, file: CaseFile): void {
    const about = finding.about ?? (trigger.subject as RefToken);
    const person = this.state.caseOf(about);
    const from = trigger.logTime;
    const seen = new Set<string>();
    for (const addressee of finding.to) {
      const { agency, service, words } = this.resolve(addressee, file);
      if (seen.has(agency) || this.isOpenAlready(safeguard, agency, person, trigger)) continue;
      seen.add(agency);
      const raisedAt = Math.max(finding.unlessWithin?.(from) ?? from, this.state.logTime);
      const dueAt = finding.due?.(raisedAt) ?? (finding.unlessWithin === undefined ? undefined : raisedAt);
      const alert: Alert = {
        id: alertId({ partnership: this.state.partnership, safeguard: safeguard.id, agency, about, trigger, cause }),
        safeguard: safeguard.id,
        version: safeguard.version,
        class: finding.class ?? safeguard.class,
        agency,
        ...(service === undefined ? {} : { service }),
        about,
        trigger: { source: trigger.source, id: trigger.id },
        evidence: finding.evidence.map(({ source, id }) => ({ source, id })),
        reason: words === undefined ? finding.reason : `${finding.reason} ${words}`,
        raisedAt,
        ...(dueAt === undefined ? {} : { dueAt }),
        status: 'open',
      };
      if (this.answeredSince(alert, trigger, file)) continue;
      if (finding.unlessWithin !== undefined && raisedAt > this.state.logTime) {
        this.decisions.schedule({ id: alert.id, due: raisedAt, about, kind: 'raise', alert });
      } else this.raise(alert);
    }
  }

  /** A record that was amended, or found late, may have been answered by what has come in since. */
  private answeredSince(alert: Alert, trigger: Entry, file: CaseFile): boolean {
    const answer = this.rules.byId.get(alert.safeguard)?.answer;
    if (answer === undefined || answer.records.length === 0) return false;
    return household(file, this.state.caseOf(alert.about).file).some((member) =>
      answer.records.some((definition) =>
        member.of(definition).some((entry) => entry.index > trigger.index && this.answers(entry, alert, file)),
      ),
    );
  }

  private isOpenAlready(safeguard: Safeguard, agency: string, person: PersonCase, trigger: Entry): boolean {
    const same = (alert: Alert): boolean =>
      alert.safeguard === safeguard.id && alert.agency === agency && (safeguard.standing === true || sameRecord(alert.trigger, trigger));
    return (
      [...person.alerts.values()].some(same) ||
      [...person.deadlines.values()].some((deadline) => deadline.kind === 'raise' && same(deadline.alert))
    );
  }

  private raise(alert: Alert): void {
    const steps = this.rules.byId.get(alert.safeguard)?.ladder?.steps ?? [];
    const dues = steps.map((step) => step.within(alert.raisedAt));
    const climbs = alert.escalatedFrom === undefined ? dues : [];
    this.decisions.raise(climbs[0] === undefined ? alert : { ...alert, dueAt: climbs[0], step: 0 });
    climbs.forEach((due, step) => {
      this.decisions.schedule({ id: `${alert.id}.${step}`, due, about: alert.about, kind: 'escalate', alert: alert.id, step });
    });
  }

  private escalate(deadline: Deadline & { kind: 'escalate' }): void {
    const person = this.state.caseOf(deadline.about);
    const alert = person.alerts.get(deadline.alert);
    const ladder = alert === undefined ? undefined : this.rules.byId.get(alert.safeguard)?.ladder;
    if (alert === undefined || ladder === undefined || !isLive(alert)) return;
    const file = this.caseFile(person.file);
    if (alert.status !== 'escalated') this.decisions.change({ ...alert, status: 'escalated' });
    for (const addressee of ladder.to(alert, file)) {
      const { agency, service, words } = this.resolve(addressee, file);
      const known = [...person.alerts.values()].some((other) => other.agency === agency && other.escalatedFrom === alert.id);
      if (known || agency === alert.agency) continue;
      const { step: _, service: __, acknowledgedAt: ___, ...origin } = alert;
      this.raise({
        ...origin,
        id: alertId({ ...alert, partnership: this.state.partnership, agency, cause: `${alert.id} ${deadline.step}` }),
        agency,
        ...(service === undefined ? {} : { service }),
        reason: words === undefined ? alert.reason : `${alert.reason} ${words}`,
        raisedAt: deadline.due,
        dueAt: deadline.due,
        status: 'open',
        escalatedFrom: alert.id,
      });
    }
  }

  /**
   * Supersedes what an amended record had raised, and withdraws what it would have. Answers the triggers of other alerts
   * that rested on it: they are judged again, for what they say may no longer hold.
   */
  private withdraw(amended: Entry, by: Entry): ReadonlySet<Entry> {
    const around = new Set<PersonCase>();
    for (const person of this.casesOf(amended)) {
      for (const member of household(this.caseFile(person.file), person.file)) around.add(this.state.caseOf(member.person));
      around.add(person);
    }
    const again = new Set<Entry>();
    const rests = (alert: Alert): boolean => {
      if (sameRecord(alert.trigger, amended)) return true;
      if (!alert.evidence.some((key) => sameRecord(key, amended))) return false;
      const trigger = this.state.caseOf(alert.about).file.entry(alert.trigger);
      if (trigger !== undefined && trigger.amendment?.kind !== 'retracted') again.add(trigger);
      return true;
    };
    for (const person of around) {
      for (const alert of [...person.alerts.values()]) if (rests(alert)) this.decisions.supersede(alert, by);
      for (const deadline of [...person.deadlines.values()]) {
        if (deadline.kind === 'raise' && rests(deadline.alert)) this.decisions.cancel(deadline);
      }
    }
    return again;
  }

  /** Which agency an addressee is here. A service that the partnership lacks goes to the MARAC coordinator, who is told which. */
  private resolve(addressee: Addressee, file: CaseFile): { agency: string; service?: string; words?: string } {
    if ('agency' in addressee) return { agency: addressee.agency };
    const found = agencyFor(file.settings, addressee.service);
    if (found !== undefined) return { agency: found, service: addressee.service };
    const coordinator = agencyFor(file.settings, 'marac') ?? agencyFor(file.settings, 'police') ?? file.settings.agencies[0]?.code;
    if (coordinator === undefined) throw new Error('a partnership without agencies');
    return { agency: coordinator, service: addressee.service, words: `This partnership has no ${addressee.service} service to tell.` };
  }
}

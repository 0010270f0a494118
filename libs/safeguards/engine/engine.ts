import type { RefToken } from '@throughline/kernel';
import { besideTrace, type Entry, household, isDead, keyText, type PersonFile, refsOf, sameRecord } from '@throughline/projections';
import { deathRecorded, type RecordKey, recordRetracted } from '@throughline/records';
import { type Alert, type Deadline, isLive, type Outcome } from '../alert';
import type { Finding, JudgedCase, Safeguard } from '../safeguard';
import { alertId } from './alert-id';
import { Decisions } from './decisions';
import { History } from './history';
import type { Matching } from './matching';
import type { PartnershipState, PersonCase } from './partnership-state';
import { People } from './people';
import { indexRules, namedBy, type Rules } from './rules';
import { agenciesTold } from './told';

const dayLength = 86_400_000;

const inOrderOfRaising = (one: Alert, other: Alert): number => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1);

/** What makes an alert the same as one that is open. */
type Matter = Pick<Alert, 'safeguard' | 'agency' | 'about' | 'trigger' | 'raisedAt'>;

/** A trigger that is judged again, and by which safeguards. */
interface Reopened {
  readonly trigger: Entry;
  readonly safeguards: ReadonlySet<string>;
}

/**
 * Judges one partnership's records in order: who the people are, what is answered, what is raised, what falls due.
 * A pure function of the state and the record; it asks nobody the time. Every person of the record, and everyone
 * whom the household terms can reach from them, must be in the state before a call.
 */
export class Engine {
  readonly decisions: Decisions;
  private readonly people: People;
  private readonly history: History;
  private readonly rules: Rules;
  /** While a retraction is judged: everyone whom the retracted record concerned before it parted them. */
  private formerlyAround: readonly RefToken[] = [];
  private looked = new Map<PersonFile, JudgedCase>();
  private besides = new Map<PersonFile, readonly PersonFile[]>();

  constructor(
    private readonly state: PartnershipState,
    private readonly matching: Matching,
    safeguards: readonly Safeguard[],
  ) {
    this.rules = indexRules(safeguards);
    this.decisions = new Decisions(state);
    this.history = new History(state, this.decisions);
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
    const joined = this.people.match(entry);
    this.lookAnew();
    this.answer(entry);
    this.answerJoined(joined, entry);
    this.rest(entry);
    this.judge(entry, keyText(entry));
  }

  /** A correction or a retraction takes effect: `after` is the amended record as it now stands, `before` as it stood. */
  amend(before: Entry, after: Entry, by: Entry): void {
    this.people.appear(after, by);
    this.lookAnew();
    const around = this.refsAround(before);
    for (const person of new Set([...this.casesOf(before), ...this.casesOf(after)])) person.file.file(after);
    this.people.match(after, by);
    for (const person of this.casesOf(before)) this.people.part(person, by);
    this.lookAnew();
    const reopened = this.withdraw(before, new Set([...around, ...this.refsAround(after)]), by);
    if (after.amendment?.kind === 'corrected') {
      this.answer(after);
      this.judge(after, keyText(by));
    }
    for (const { trigger, safeguards } of reopened.values()) this.judge(trigger, keyText(by), safeguards);
    if (after.amendment?.kind !== 'retracted') return;
    this.formerlyAround = [...around];
    this.lookAnew();
    this.judge(by, keyText(by));
    this.formerlyAround = [];
    this.lookAnew();
  }

  /** An agency's record takes effect as an earlier engine judged it. */
  reenact(entry: Entry, outcomes: readonly Outcome[]): void {
    this.history.redo(outcomes);
    for (const person of this.casesOf(entry)) person.file.file(entry);
    this.people.leaveTraces(entry);
  }

  /** A correction or a retraction takes effect as an earlier engine judged it; without one, only the outcomes do. */
  reenactAmendment(outcomes: readonly Outcome[], amended?: { readonly before: Entry; readonly after: Entry }): void {
    this.history.redo(outcomes);
    if (amended === undefined) return;
    const { before, after } = amended;
    for (const person of new Set([...this.casesOf(before), ...this.casesOf(after)])) person.file.file(after);
    this.people.leaveTraces(after);
  }

  /** A deadline falls due, unanswered. */
  fire(deadline: Deadline): void {
    this.state.logTime = Math.max(this.state.logTime, deadline.due);
    this.lookAnew();
    this.decisions.cancel(deadline);
    switch (deadline.kind) {
      case 'raise':
        // The matter may have been raised meanwhile: a state by another record, a plan by an earlier date.
        for (const alert of this.addressed({ ...deadline.alert, raisedAt: deadline.due })) {
          if (!this.isOpen(alert) && this.holds(alert)) this.raise(alert);
        }
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

  /** To whom an alert goes whose term has passed: by then others may work with the person than when it began. */
  private addressed(alert: Alert): readonly Alert[] {
    const addressees = this.rules.byId.get(alert.safeguard)?.addressees;
    if (addressees === undefined) return [alert];
    const { service: _, ...rest } = alert;
    const file = this.caseFile(this.state.caseOf(alert.about).file);
    return agenciesTold(addressees(alert, file), file.settings).map(({ agency, service, words }) => ({
      ...rest,
      id: agency === alert.agency ? alert.id : alertId({ ...alert, partnership: this.state.partnership, agency, cause: alert.id }),
      agency,
      ...(service === undefined ? {} : { service }),
      reason: words === undefined ? alert.reason : `${alert.reason} ${words}`,
    }));
  }

  /** Whether what waited still stands: a safeguard that is no longer in force raises nothing. */
  private holds(alert: Alert): boolean {
    const safeguard = this.rules.byId.get(alert.safeguard);
    if (safeguard === undefined) return false;
    const { holds } = safeguard;
    return holds === undefined || holds(alert, this.caseFile(this.state.caseOf(alert.about).file));
  }

  /** Nobody is to seek contact with the dead: what asks for it is closed by the record of their death. */
  private rest(entry: Entry): void {
    if (entry.type !== deathRecorded.type) return;
    const { alerts, deadlines } = this.state.caseOf(entry.subject as RefToken);
    const seeksContact = ({ safeguard }: Alert): boolean => this.rules.byId.get(safeguard)?.contact === true;
    for (const alert of [...alerts.values()]) if (seeksContact(alert)) this.decisions.close(alert, entry);
    for (const deadline of [...deadlines.values()]) {
      if (deadline.kind === 'raise' && seeksContact(deadline.alert)) this.decisions.cancel(deadline);
    }
  }

  /** Whoever left a token, in the order of appearing: in what order they came into memory must change nothing. */
  private traced(token: string): readonly RefToken[] {
    const refs = this.state.tracedBy(token);
    return refs.length < 2 ? refs : [...refs].sort((one, other) => this.state.seen(one) - this.state.seen(other));
  }

  /** Those who stand beside a person in the same matters. */
  private beside(person: PersonFile): readonly PersonFile[] {
    let known = this.besides.get(person);
    if (known === undefined) {
      const refs = person.refs.flatMap((ref) => this.traced(besideTrace(ref)));
      known = [...new Set(refs.map((ref) => this.state.caseOf(ref).file))].filter((other) => other !== person);
      this.besides.set(person, known);
    }
    return known;
  }

  private casesOf(entry: Entry): Set<PersonCase> {
    return this.casesOfRefs(refsOf(entry));
  }

  /** From here on people are what they are now, until the next record is filed: what was worked out of them before is forgotten. */
  private lookAnew(): void {
    this.looked = new Map();
    this.besides = new Map();
  }

  private caseFile(person: PersonFile): JudgedCase {
    let file = this.looked.get(person);
    if (file === undefined) {
      file = this.newCaseFile(person);
      this.looked.set(person, file);
    }
    return file;
  }

  private newCaseFile(person: PersonFile): JudgedCase {
    const { settings } = this.state;
    if (settings === undefined) throw new Error('a record was judged before the settings of its partnership');
    return {
      at: this.state.logTime,
      person,
      settings,
      fileOf: (ref) => this.state.caseOf(ref).file,
      alertsAbout: (ref) => [...this.state.caseOf(ref).ended.values(), ...this.state.caseOf(ref).alerts.values()].sort(inOrderOfRaising),
      formerlyAround: this.formerlyAround,
      underSameMatters: (of) => this.beside(of),
      livingAt: (home) => this.traced(this.matching.homeTrace(this.state.partnership, home)),
    };
  }

  /** Everyone of the households that a record names, by every reference: joins and parts move persons, never references. */
  private refsAround(entry: Entry): ReadonlySet<RefToken> {
    const around = new Set<RefToken>();
    for (const { file } of this.casesOf(entry)) {
      for (const ref of file.refs) around.add(ref);
      for (const each of [file, ...this.beside(file)]) {
        for (const member of household(this.caseFile(each), each)) for (const ref of member.refs) around.add(ref);
      }
    }
    return around;
  }

  private casesOfRefs(refs: Iterable<RefToken>): Set<PersonCase> {
    return new Set([...refs].map((ref) => this.state.caseOf(ref)));
  }

  /** Closes what this record answers, for anybody of the households that it names. */
  private answer(entry: Entry): void {
    if (!this.rules.answering.has(entry.type)) return;
    const around = this.casesOfRefs(this.refsAround(entry));
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

  /** Those who prove to be one person may have been answered under a reference that nobody knew to be theirs. */
  private answerJoined(refs: ReadonlySet<RefToken>, by: Entry): void {
    for (const person of this.casesOfRefs(refs)) {
      for (const deadline of [...person.deadlines.values()]) {
        if (deadline.kind === 'raise' && this.isAnswered(deadline.alert, person)) this.decisions.cancel(deadline);
      }
      for (const alert of [...person.alerts.values()]) if (this.isAnswered(alert, person)) this.decisions.close(alert, by);
    }
  }

  private isAnswered(alert: Alert, { file }: PersonCase): boolean {
    const trigger = file.entry(alert.trigger);
    return trigger !== undefined && this.answeredSince(alert, trigger);
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

  private judge(trigger: Entry, cause: string, only?: ReadonlySet<string>): void {
    const safeguards = this.rules.triggeredBy.get(trigger.type);
    if (safeguards === undefined) return;
    const file = this.caseFile(this.state.caseOf(trigger.subject as RefToken).file);
    const late = trigger.logTime - trigger.time > file.settings.thresholds.lateDays * dayLength;
    for (const safeguard of safeguards) {
      if ((late && safeguard.alsoLate !== true) || only?.has(safeguard.id) === false) continue;
      for (const finding of safeguard.judge(trigger, file)) this.found(safeguard, finding, trigger, cause, file);
    }
  }

  private found(safeguard: Safeguard, finding: Finding, trigger: Entry, cause: string, file: JudgedCase): void {
    const about = finding.about ?? (trigger.subject as RefToken);
    if (safeguard.contact === true && isDead(file.fileOf(about))) return;
    const from = trigger.logTime;
    for (const { agency, service, words } of agenciesTold(finding.to, file.settings)) {
      const raisedAt = Math.max(finding.unlessWithin?.(from) ?? from, this.state.logTime);
      const waits = finding.unlessWithin !== undefined && raisedAt > this.state.logTime;
      const dueAt = finding.due?.(raisedAt) ?? (finding.unlessWithin === undefined ? undefined : raisedAt);
      const matter = { safeguard: safeguard.id, agency, about, trigger, raisedAt };
      if (this.isOpenAlready(matter, waits)) continue;
      const alert: Alert = {
        id: alertId({
          partnership: this.state.partnership,
          safeguard: safeguard.id,
          agency,
          about,
          trigger,
          cause: waits ? `${cause} ${raisedAt}` : cause,
        }),
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
      if (this.answeredSince(alert, trigger)) continue;
      if (waits) {
        this.decisions.schedule({ id: alert.id, due: raisedAt, about, kind: 'raise', alert });
      } else this.raise(alert);
    }
  }

  /** A record that is judged again may have been answered by what has come in since. */
  private answeredSince(alert: Alert, trigger: Entry): boolean {
    const answer = this.rules.byId.get(alert.safeguard)?.answer;
    if (answer === undefined || answer.records.length === 0) return false;
    const file = this.caseFile(this.state.caseOf(alert.about).file);
    const since = [...household(file), ...this.beside(file.person)].filter((member) => member.newest > trigger.index);
    return since.some((member) =>
      answer.records.some((definition) =>
        member.of(definition).some((entry) => entry.index > trigger.index && this.answers(entry, alert, file)),
      ),
    );
  }

  /**
   * Whether the same matter is open, or waits for the same moment. What only waits keeps nobody from being told at once, and one
   * record may wait for several moments (the dates of a plan): at each it is asked again whether the matter is open.
   */
  private isOpenAlready(matter: Matter, waits: boolean): boolean {
    if (!waits) return this.isOpen(matter);
    if (this.isStanding(matter)) return true;
    const { safeguard, agency, about, trigger, raisedAt } = matter;
    const standing = this.rules.byId.get(safeguard)?.standing === true;
    for (const deadline of this.state.caseOf(about).deadlines.values()) {
      if (deadline.kind !== 'raise' || deadline.alert.safeguard !== safeguard || deadline.alert.agency !== agency) continue;
      if (standing || (deadline.due === raisedAt && sameRecord(deadline.alert.trigger, trigger))) return true;
    }
    return false;
  }

  /** Whether this matter is open: with this addressee about this person, by this record, or for a state by any. */
  private isOpen(matter: Matter): boolean {
    if (this.isStanding(matter)) return true;
    const { safeguard, agency, about, trigger } = matter;
    for (const other of this.state.caseOf(about).alerts.values()) {
      if (other.safeguard === safeguard && other.agency === agency && sameRecord(other.trigger, trigger)) return true;
    }
    return false;
  }

  /** Whether this state of this person is open with this addressee, whatever record showed it. */
  private isStanding({ safeguard, agency, about }: Matter): boolean {
    if (this.rules.byId.get(safeguard)?.standing !== true) return false;
    for (const other of this.state.caseOf(about).alerts.values()) {
      if (other.safeguard === safeguard && other.agency === agency) return true;
    }
    return false;
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
    for (const { agency, service, words } of agenciesTold(ladder.to(alert, file), file.settings)) {
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
   * that rested on it, and of those whose evidence turns out to be about somebody else: they are judged again, each by the
   * safeguards that had raised something, for what they say may no longer hold.
   */
  private withdraw(amended: Entry, around: ReadonlySet<RefToken>, by: Entry): ReadonlyMap<string, Reopened> {
    const again = new Map<string, Reopened>();
    const reopen = (trigger: Entry, safeguard: string): void => {
      const safeguards = new Set([...(again.get(keyText(trigger))?.safeguards ?? []), safeguard]);
      again.set(keyText(trigger), { trigger, safeguards });
    };
    const rests = (alert: Alert, members: readonly PersonFile[]): boolean => {
      const find = (key: RecordKey): Entry | undefined => members.map((member) => member.entry(key)).find((entry) => entry !== undefined);
      // What a retraction raised says that a record was taken back: no later amendment makes that less so.
      if (this.rules.byId.get(alert.safeguard)?.on.every(({ type }) => type === recordRetracted.type) === true) return false;
      const isTrigger = sameRecord(alert.trigger, amended);
      if (!isTrigger && alert.evidence.every((key) => !sameRecord(key, amended) && find(key) !== undefined)) return false;
      const trigger = isTrigger ? amended : find(alert.trigger);
      if (!isTrigger && trigger !== undefined && trigger.amendment?.kind !== 'retracted') reopen(trigger, alert.safeguard);
      // Later records that showed the same state were silent because it was open: they speak now.
      if (trigger !== undefined) for (const later of this.laterTriggers(alert, trigger)) reopen(later, alert.safeguard);
      return true;
    };
    for (const person of this.casesOfRefs(around)) {
      if (person.alerts.size === 0 && person.deadlines.size === 0) continue;
      const members = [...household(this.caseFile(person.file)), ...this.beside(person.file)];
      for (const alert of [...person.alerts.values()]) if (rests(alert, members)) this.decisions.supersede(alert, by);
      for (const deadline of [...person.deadlines.values()]) {
        if (deadline.kind === 'raise' && rests(deadline.alert, members)) this.decisions.cancel(deadline);
      }
    }
    return new Map([...again].sort(([, one], [, other]) => one.trigger.index - other.trigger.index));
  }

  private laterTriggers(alert: Alert, trigger: Entry): readonly Entry[] {
    const safeguard = this.rules.byId.get(alert.safeguard);
    if (safeguard?.standing !== true) return [];
    const { file } = this.state.caseOf(alert.about);
    return safeguard.on.flatMap((definition) => file.of(definition)).filter((entry) => entry.index > trigger.index);
  }
}

import type { RefToken } from '@throughline/kernel';
import { type Entry, keyText } from '@throughline/projections';
import { deathRecorded, type RecordKey } from '@throughline/records';
import type { Alert, Deadline, Outcome } from '../alert';
import type { Safeguard } from '../safeguard';
import { Answers } from './answers';
import { Decisions } from './decisions';
import { History } from './history';
import { Judgement } from './judgement';
import type { Matching } from './matching';
import { OpenMatters } from './open-matters';
import { silentOf } from './parting';
import type { PartnershipState } from './partnership-state';
import { People } from './people';
import { Raising } from './raising';
import { Reopening } from './reopening';
import { indexRules, type Rules } from './rules';
import { Surroundings } from './surroundings';
import { Withdrawal } from './withdrawal';

/**
 * Judges one partnership's records in order: who the people are, what is answered, what is raised, what falls due.
 * A pure function of the state and the record; it asks nobody the time. Every person of the record, and everyone
 * whom the household terms can reach from them, must be in the state before a call.
 */
export class Engine {
  readonly decisions: Decisions;
  private readonly rules: Rules;
  private readonly surroundings: Surroundings;
  private readonly people: People;
  private readonly history: History;
  private readonly answers: Answers;
  private readonly raising: Raising;
  private readonly judgement: Judgement;
  private readonly withdrawal: Withdrawal;
  private readonly reopening: Reopening;

  constructor(
    private readonly state: PartnershipState,
    matching: Matching,
    safeguards: readonly Safeguard[],
  ) {
    const rules = indexRules(safeguards);
    const decisions = new Decisions(state);
    const surroundings = new Surroundings(state, matching);
    const open = new OpenMatters(state, rules);
    this.rules = rules;
    this.decisions = decisions;
    this.surroundings = surroundings;
    this.history = new History(state, decisions);
    this.people = new People(state, matching, decisions, (id) => rules.byId.get(id)?.standing === true);
    this.answers = new Answers(surroundings, rules, decisions);
    this.raising = new Raising(state, surroundings, rules, decisions, open);
    this.judgement = new Judgement(state, surroundings, rules, decisions, this.answers, open, this.raising);
    this.withdrawal = new Withdrawal(surroundings, rules, decisions, open);
    this.reopening = new Reopening(state, surroundings, rules, this.answers, open, this.judgement, this.raising);
  }

  /** References that were never named before become people. */
  appear(entry: Entry): void {
    this.people.appear(entry);
  }

  /** An agency's record takes effect. Every deadline up to its log time has fired before. */
  apply(entry: Entry): void {
    this.people.appear(entry);
    for (const person of this.surroundings.casesOf(entry)) this.state.file(person, entry);
    const joined = this.people.match(entry);
    this.surroundings.lookAnew();
    this.answers.take(entry);
    this.answers.takeJoined(joined, entry);
    this.rest(entry);
    this.judgement.judge(entry, keyText(entry));
  }

  /** A correction or a retraction takes effect: `after` is the amended record as it now stands, `before` as it stood. */
  amend(before: Entry, after: Entry, by: Entry): void {
    const { surroundings, judgement } = this;
    this.people.appear(after, by);
    surroundings.lookAnew();
    const around = surroundings.refsAround(before);
    const answeredFor = new Set([...around, ...surroundings.refsAcross(before)]);
    const stood = this.reopening.standing(before, answeredFor);
    this.fileAmended(before, after);
    const joined = this.people.match(after, by);
    const find = (key: RecordKey): Entry | undefined => this.state.find(key);
    const silent = [...surroundings.casesOf(before)].flatMap((person) => silentOf(person, this.people.part(person, by), this.rules, find));
    surroundings.lookAnew();
    const concerned = new Set([...around, ...surroundings.refsAround(after)]);
    const reopened = this.withdrawal.withdraw(before, concerned, answeredFor, by);
    if (after.amendment?.kind === 'corrected') {
      this.answers.take(after);
      this.answers.takeJoined(joined, by);
      judgement.judge(after, keyText(by));
    }
    for (const { trigger, safeguards } of [...reopened, ...silent]) judgement.judge(trigger, keyText(by), safeguards);
    this.reopening.reopen({ before, by }, new Set([...concerned, ...answeredFor]), stood);
    if (after.amendment?.kind !== 'retracted') return;
    surroundings.lookAnew(around);
    judgement.judge(by, keyText(by));
    surroundings.lookAnew();
  }

  /** An agency's record takes effect as an earlier engine judged it. */
  reenact(entry: Entry, outcomes: readonly Outcome[]): void {
    this.history.redo(outcomes);
    for (const person of this.surroundings.casesOf(entry)) this.state.file(person, entry);
    this.people.leaveTraces(entry);
  }

  /** A correction or a retraction takes effect as an earlier engine judged it; without one, only the outcomes do. */
  reenactAmendment(outcomes: readonly Outcome[], amended?: { readonly before: Entry; readonly after: Entry }): void {
    this.history.redo(outcomes);
    if (amended === undefined) return;
    this.fileAmended(amended.before, amended.after);
    this.people.leaveTraces(amended.after);
  }

  /** A deadline falls due, unanswered. */
  fire(deadline: Deadline): void {
    this.state.logTime = Math.max(this.state.logTime, deadline.due);
    this.surroundings.lookAnew();
    this.decisions.cancel(deadline);
    switch (deadline.kind) {
      case 'raise':
        this.raising.raisePassed({ ...deadline.alert, raisedAt: deadline.due }, deadline.due);
        return;
      case 'escalate':
        this.raising.escalate(deadline);
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

  /** The amended record takes the place of what it was, in the files of those whom either names. */
  private fileAmended(before: Entry, after: Entry): void {
    for (const person of new Set([...this.surroundings.casesOf(before), ...this.surroundings.casesOf(after)]))
      this.state.file(person, after);
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
}

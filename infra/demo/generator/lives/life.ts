import { MINUTE } from '@throughline/kernel';
import { type CommonData, detailsRecorded, recordCorrected, type RecordType, type Role } from '@throughline/records';
import { localId } from '../agencies/details-held';
import { HABITS, type Kind } from '../agencies/habits';
import { atOnce, recordedAfter } from '../agencies/lateness';
import type { Place } from '../agencies/place';
import { doneAfter } from '../agencies/practice';
import { daysLater, type Days, type Moment } from '../calendar';
import type { Chance } from '../chance';
import { type Family, type Individual, MOST_PEOPLE } from '../people/family';
import { Agenda } from './agenda';
import { Around } from './around';
import { Held, type Misheard } from './held';
import { RiskSoFar } from './risk-so-far';
import type { Cast, Said, Told } from './told';
import { dataOf } from './written-out';

/** What is wrong with a record is found within so many days where it is found at all. */
const PUT_RIGHT: Days = [2, 9];

/**
 * One family's life as the agencies of its partnership record it. Story lines put on its agenda what happens and what agencies do about
 * it; nothing is written out before it is asked for.
 */
export class Life {
  readonly told: Told[] = [];
  readonly key: string;
  /** Who works with the family now. */
  readonly around = new Around();
  readonly risk = new RiskSoFar();
  separated: boolean;
  /** Where the family lives now. */
  home: Family['home'];
  /** Whether police have marked where they live. */
  marked = false;
  private readonly agenda = new Agenda();
  readonly held: Held;
  private readonly corrected = new Set<Told>();
  private answeredAt: Moment = -Infinity;
  private numbered = 0;

  constructor(
    readonly place: Place,
    readonly family: Family,
    readonly chance: Chance,
    private readonly number: number,
  ) {
    this.key = number.toString(36).padStart(4, '0');
    this.separated = family.bond === 'ex-partner-of';
    this.home = family.home;
    this.held = new Held(family, `${place.code}/${this.key}`, chance, (kind) => place.agency(kind) ?? kind);
  }

  get partnership(): string {
    return this.place.code;
  }

  get now(): Moment {
    return this.agenda.now;
  }

  /** Something happens then. */
  then(at: Moment, act: () => void): void {
    this.agenda.put(at, act);
  }

  /** Something happens so many days from now, in office hours. */
  after([from, to]: Days, act: () => void): void {
    this.then(daysLater(this.chance, this.now, from, to), act);
  }

  /** Lives it through, up to a moment. */
  unfold(until: Moment): void {
    this.agenda.unfold(until);
  }

  /** Whether an agency does what it should, this time. */
  keeps(kind: Kind): boolean {
    return !this.chance.is(this.place.slips(kind, this.now));
  }

  /** What an agency owes: it is done in time, or where the agency lets it slip, late as a rule, and now and then never. */
  owes(kind: Kind, inTime: Days, late: Days, act: () => void): void {
    if (!this.has(kind)) return;
    const within = this.keeps(kind) ? inTime : doneAfter(this.chance, late);
    if (within !== undefined) this.after(within, act);
  }

  has(kind: Kind): boolean {
    return this.place.agency(kind) !== undefined;
  }

  /** A number for a referral, a case, an incident: unique within the partnership. Agencies that are not there give none. */
  numberOf(kind: Kind, what: string): string {
    this.numbered += 1;
    return `${this.place.agency(kind) ?? kind}-${what}-${this.key}-${this.numbered}`;
  }

  ref(kind: Kind, { place }: Individual): string {
    const agency = this.place.agency(kind) ?? kind;
    return `${agency}:${localId(agency, HABITS[kind], this.number * MOST_PEOPLE + place)}`;
  }

  /**
   * An agency records what happens now, as soon or as late as it does. Nothing happens where the partnership has no such agency; then the
   * answer is undefined.
   */
  tell<Data extends CommonData>(
    definition: RecordType<Data>,
    kind: Kind,
    cast: Cast,
    said: Said<Data>,
    recordedAt = recordedAfter(this.chance, this.now, HABITS[kind]),
    at = this.now,
  ): Told | undefined {
    const agency = this.place.agency(kind);
    if (agency === undefined) return undefined;
    const order = this.told.length;
    const told: Told = {
      order,
      at,
      recordedAt,
      kind,
      source: `/agencies/${agency}`,
      id: `${this.key}-${order}`,
      type: definition.type,
      cast,
      said,
      details: this.held.sent(kind, cast),
    };
    this.told.push(told);
    for (const misheard of this.held.compared()) this.putRight(misheard);
    return told;
  }

  /** The same where the record is what others wait for: it is written down at once, one such record after the other. */
  answer<Data extends CommonData>(definition: RecordType<Data>, kind: Kind, cast: Cast, said: Said<Data>): Told | undefined {
    this.answeredAt = Math.max(atOnce(this.chance, this.now), this.answeredAt + MINUTE);
    return this.tell(definition, kind, cast, said, this.answeredAt);
  }

  /**
   * The same where others wait for it and a good record says all of `whole`: an agency that lets it slip says one of what is `lacking` instead, and
   * corrects the record some days later as a rule.
   */
  answerInFull<Data extends CommonData>(
    definition: RecordType<Data>,
    kind: Kind,
    cast: Cast,
    whole: Said<Data>,
    ...lacking: readonly [Partial<Said<Data>>, ...Partial<Said<Data>>[]]
  ): Told | undefined {
    if (this.keeps(kind)) return this.answer(definition, kind, cast, whole);
    const told = this.answer(definition, kind, cast, { ...whole, ...this.chance.pick(lacking) });
    const within = doneAfter(this.chance, PUT_RIGHT);
    if (told !== undefined && within !== undefined)
      this.after(within, () => {
        this.correct(told, 'The record was not complete', whole);
      });
    return told;
  }

  isCorrected(told: Told): boolean {
    return this.corrected.has(told);
  }

  /** The record is sent once more, with what it should have said. */
  correct(told: Told, reason: string, said: object, at = this.now): void {
    this.corrected.add(told);
    const whole = (): Readonly<Record<string, unknown>> & CommonData => dataOf(this, told, said);
    const correction = {
      corrects: { source: told.source, id: told.id },
      reason,
      // Written out only when the correction is.
      get replacement(): Readonly<Record<string, unknown>> & CommonData {
        return whole();
      },
      time: undefined,
    };
    this.tell(recordCorrected, told.kind, told.cast, correction, atOnce(this.chance, at), at);
  }

  /** Where agencies hold different details of somebody, the one that took them down wrongly records those on which they agree. */
  private putRight({ kind, individual }: Misheard): void {
    const { victim, children } = this.family;
    const role: Role = individual === victim ? 'victim' : children.includes(individual) ? 'child' : 'person-posing-risk';
    this.owes(kind, [1, 6], [9, 30], () => {
      const told = this.answer(detailsRecorded, kind, [[individual, role]], { separation: undefined });
      if (told !== undefined) this.told[told.order] = { ...told, details: new Map([[individual, 'as agreed']]) };
    });
  }
}

import { addWorkingDays, endOfDay, type RefToken } from '@throughline/kernel';
import type { CaseFile, Entry } from '@throughline/projections';
import type { CommonData, RecordKey, RecordType } from '@throughline/records';
import type { Alert, AlertClass } from './alert';

/** Whom an alert is for: an agency by its code, or whichever agency of the partnership gives a service. */
export type Addressee = { readonly agency: string } | { readonly service: string };

export const agency = (code: string): Addressee => ({ agency: code });
export const service = (name: string): Addressee => ({ service: name });

/** A time to act in, counted from the log time of the trigger, or of the alert. */
export type Term = (from: number) => number;

/** The same local time so many working days later (contract.md, section 2). */
export const workingDays =
  (count: number): Term =>
  (from) =>
    addWorkingDays(from, count);

/** A bare date falls due at its end. */
export const endOf =
  (day: string): Term =>
  () =>
    endOfDay(day);

/** What a safeguard has noticed: one alert for each addressee. */
export interface Finding {
  readonly to: readonly Addressee[];
  /** Whom it is about; the trigger's subject unless named. */
  readonly about?: RefToken;
  /** Where the class depends on the case. */
  readonly class?: AlertClass;
  /** The records that show it, the trigger first. */
  readonly evidence: readonly RecordKey[];
  /** One plain sentence: what agencies have yet to do. It names no place, no address and never blames. */
  readonly reason: string;
  /** Raise it only when this term has passed without an answer. */
  readonly unlessWithin?: Term;
  /** When it should be answered, counted from being raised; without it and with `unlessWithin`, the deadline itself. */
  readonly due?: Term;
}

/** What a safeguard judges by: the case file, and what has been raised about its people before. */
export interface JudgedCase extends CaseFile {
  /** Every alert ever raised about the person behind a reference, those that ended too, in the order in which they were raised. */
  alertsAbout(ref: RefToken): readonly Alert[];
  /** While a retraction is judged: everyone whom the retracted record concerned before it parted them; else nobody. */
  readonly formerlyAround: readonly RefToken[];
}

/** What closes an alert by itself. */
export interface Answer {
  /** In plain words, for the person who reads the alert. */
  readonly words: string;
  /** The record types that may answer; none where only an acknowledgement does. */
  readonly records: readonly RecordType<CommonData>[];
  /** Whether this record can answer at all, whatever was raised about whom; absent: any of these types can. */
  readonly canAnswer?: (record: Entry) => boolean;
  /** Whether this record about somebody of the household answers this alert; absent: any such record does. */
  readonly when?: (record: Entry, alert: Alert, file: JudgedCase) => boolean;
  /**
   * Whether a record that names nobody of the household may answer too, where it names who poses them a risk, or a partner or parent
   * who lives elsewhere; and the other way round. `when` says which of them does.
   */
  readonly acrossRisk?: true;
}

/** One step of a ladder: when it passes without being met, the alert goes on to the next addressee as well. */
export interface LadderStep {
  readonly within: Term;
  /** A record that meets this step without answering the whole alert. */
  readonly metBy?: {
    readonly records: readonly RecordType<CommonData>[];
    readonly when: (record: Entry, alert: Alert, file: JudgedCase) => boolean;
  };
}

export interface Ladder {
  readonly steps: readonly LadderStep[];
  readonly to: (alert: Alert, file: JudgedCase) => readonly Addressee[];
}

/** A rule that watches the history: a value, with data first and logic last. */
export interface Safeguard<Data extends CommonData = CommonData> {
  readonly id: string;
  readonly version: number;
  /** The review that it comes from, and its words; a test finds the quote in the seed. */
  readonly source: { readonly seed: string; readonly quote: string };
  readonly class: AlertClass;
  /** The other class that its alerts may have, and when they have it, in plain words: `where the risk is high`. */
  readonly otherClass?: { readonly class: AlertClass; readonly where: string };
  readonly watches: string;
  /** Whom it tells, in plain words. */
  readonly tells: string;
  /** By when it wants an answer, in plain words. */
  readonly due: string;
  readonly on: readonly RecordType<Data>[];
  /** Also judged by a record that happened more than 90 days before log time. */
  readonly alsoLate?: true;
  /** It describes a state: never raised twice for one person and addressee while open. */
  readonly standing?: true;
  /** It compares a record with those of before it: when one of these is amended, what was silent because of it may speak. */
  readonly comparesWithBefore?: true;
  /** When it stays silent, in plain words. */
  readonly silentWhen: string;
  readonly answer: Answer;
  readonly ladder?: Ladder;
  /** It asks for contact with the person: their death closes it, for nobody is to call on the dead. */
  readonly contact?: true;
  /** Whether it is still so when its term has passed; absent: nothing but an answer keeps it from being raised. */
  readonly holds?: (alert: Alert, file: JudgedCase) => boolean;
  /** Whom it is for when its term has passed, where that is only known then; absent: whom the finding named. */
  readonly addressees?: (alert: Alert, file: JudgedCase) => readonly Addressee[];
  readonly judge: (trigger: Entry<Data>, file: JudgedCase) => readonly Finding[];
}

export const acknowledgement: Answer = { words: 'Acknowledging it', records: [] };

/** Declares a safeguard; its trigger's type is checked, and erased for the list that the engine runs through. */
export const defineSafeguard = <Data extends CommonData>(safeguard: Safeguard<Data>): Safeguard => safeguard as unknown as Safeguard;

import type { Entry } from '@throughline/projections';
import { type CommonData, deathRecorded, type RecordType } from '@throughline/records';
import type { Safeguard } from '../safeguard';

/** Which safeguards a type of record triggers, and which it may answer. */
export interface Rules {
  readonly byId: ReadonlyMap<string, Safeguard>;
  readonly triggeredBy: ReadonlyMap<string, readonly Safeguard[]>;
  /** Whether a record may answer anything that was raised, or meet a step of a ladder. */
  readonly mayAnswer: (record: Entry) => boolean;
  /** Types of record that may answer an alert about somebody on the other side of a risk. */
  readonly answeringAcross: ReadonlySet<string>;
  /** The safeguards whose alerts a type of record may answer; a death ends those that ask for contact. */
  readonly answeredBy: (type: string) => readonly Safeguard[];
  /** Whether a type of record may answer this safeguard's alerts. */
  readonly answers: (safeguard: string, type: string) => boolean;
}

const anyRecord = (): boolean => true;

export const indexRules = (safeguards: readonly Safeguard[]): Rules => {
  const triggeredBy = new Map<string, Safeguard[]>();
  for (const safeguard of safeguards) {
    for (const { type } of safeguard.on) triggeredBy.set(type, [...(triggeredBy.get(type) ?? []), safeguard]);
  }
  const answering = new Map<string, Set<(record: Entry) => boolean>>();
  const note = (types: readonly { readonly type: string }[], can: (record: Entry) => boolean): void => {
    for (const { type } of types) answering.set(type, (answering.get(type) ?? new Set()).add(can));
  };
  for (const { answer, ladder } of safeguards) {
    note(answer.records, answer.canAnswer ?? anyRecord);
    for (const { metBy } of ladder?.steps ?? []) note(metBy?.records ?? [], anyRecord);
  }
  const answeredBy = new Map(safeguards.map(({ id, answer }) => [id, new Set(answer.records.map(({ type }) => type))]));
  return {
    byId: new Map(safeguards.map((safeguard) => [safeguard.id, safeguard])),
    triggeredBy,
    mayAnswer: (record) => {
      for (const can of answering.get(record.type) ?? []) if (can(record)) return true;
      return false;
    },
    answeringAcross: new Set(
      safeguards.filter(({ answer }) => answer.acrossRisk === true).flatMap(({ answer }) => answer.records.map(({ type }) => type)),
    ),
    answeredBy: (type) =>
      safeguards.filter(({ id, contact }) => answeredBy.get(id)?.has(type) === true || (contact === true && type === deathRecorded.type)),
    answers: (safeguard, type) => answeredBy.get(safeguard)?.has(type) === true,
  };
};

export const namedBy = (records: readonly RecordType<CommonData>[], entry: Entry): boolean =>
  records.some(({ type }) => type === entry.type);

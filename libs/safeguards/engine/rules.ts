import type { Entry } from '@throughline/projections';
import { type CommonData, deathRecorded, type RecordType } from '@throughline/records';
import type { Safeguard } from '../safeguard';

/** Which safeguards a type of record triggers, and which it may answer. */
export interface Rules {
  readonly byId: ReadonlyMap<string, Safeguard>;
  readonly triggeredBy: ReadonlyMap<string, readonly Safeguard[]>;
  readonly answering: ReadonlySet<string>;
  /** Types of record that may answer an alert about somebody on the other side of a risk. */
  readonly answeringAcross: ReadonlySet<string>;
  /** The safeguards whose alerts a type of record may answer; a death ends those that ask for contact. */
  readonly answeredBy: (type: string) => readonly Safeguard[];
  /** Whether a type of record may answer this safeguard's alerts. */
  readonly answers: (safeguard: string, type: string) => boolean;
}

export const indexRules = (safeguards: readonly Safeguard[]): Rules => {
  const triggeredBy = new Map<string, Safeguard[]>();
  for (const safeguard of safeguards) {
    for (const { type } of safeguard.on) triggeredBy.set(type, [...(triggeredBy.get(type) ?? []), safeguard]);
  }
  const answering = safeguards.flatMap((safeguard) => [
    ...safeguard.answer.records.map(({ type }) => type),
    ...(safeguard.ladder?.steps ?? []).flatMap((step) => step.metBy?.records.map(({ type }) => type) ?? []),
  ]);
  const answeredBy = new Map(safeguards.map(({ id, answer }) => [id, new Set(answer.records.map(({ type }) => type))]));
  return {
    byId: new Map(safeguards.map((safeguard) => [safeguard.id, safeguard])),
    triggeredBy,
    answering: new Set(answering),
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

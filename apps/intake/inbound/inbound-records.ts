import type { Caller } from '@throughline/access';
import { Fault } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import type { CurrentSettings } from '@throughline/projections';
import type { InboundMessage, Rejection } from '@throughline/log/kafka';
import type { CallFault } from '../publishing/examination';
import type { Publishing } from '../publishing/publishing';
import { refusal } from '../publishing/refusal';
import { messagesRejected, messagesTaken } from './measures';
import { type RecordInMessage, recordInMessage } from './record-in-message';
import { rejection } from './rejection';

interface Understood {
  readonly index: number;
  readonly record: unknown;
}

/** What the sender did wrong, as opposed to what the hub cannot do just now. */
const isOfTheSender = (reason: unknown): reason is Problem =>
  reason instanceof Problem && reason.status >= 400 && reason.status < 500 && reason.status !== 429;

/** Over Kafka a problem has the status 400, 403, 409 or 422 (contract.md, section 3). */
const asTold = (problem: Problem): Problem =>
  [400, 403, 409, 422].includes(problem.status) ? problem : new Problem(422, problem.message, problem.errors);

/**
 * Publishes what comes in by an agency's topic, through the same publishing as over HTTP. The topic says who speaks: the cluster
 * lets nobody else write to it. No scope reaches beyond the agency itself.
 */
export class InboundRecords {
  constructor(
    private readonly publishing: Pick<Publishing, 'publish'>,
    private readonly settings: Pick<CurrentSettings, 'partnershipsOfAgency'>,
  ) {}

  /** Answers what was not taken. Fails where the hub lacks something just now; then the same messages are to come again. */
  async take(agency: string, messages: readonly InboundMessage[]): Promise<readonly Rejection[]> {
    const caller: Caller = { clientId: agency, agency, partnerships: this.settings.partnershipsOfAgency(agency), scopes: new Set() };
    const read: readonly RecordInMessage[] = messages.map(recordInMessage);
    const problems = new Map<number, Problem>();
    const understood: Understood[] = [];
    read.forEach(({ record, problem }, index) => {
      if (problem === undefined) understood.push({ index, record });
      else problems.set(index, problem);
    });
    for (const [index, problem] of await this.publish(understood, caller)) problems.set(index, problem);
    const rejections = messages.flatMap((message, index) => {
      const problem = problems.get(index);
      return problem === undefined ? [] : [rejection(message, problem, read[index]?.text)];
    });
    for (const { status } of problems.values()) messagesRejected.inc({ status: String(status) });
    return rejections;
  }

  /** The problems of those that were not stored, by index. */
  private async publish(records: readonly Understood[], caller: Caller): Promise<ReadonlyMap<number, Problem>> {
    if (records.length === 0) return new Map();
    try {
      const events = records.map(({ record }) => record);
      const { accepted, duplicates, errors } = await this.publishing.publish(events, caller, true);
      messagesTaken.inc({ outcome: 'accepted' }, accepted);
      messagesTaken.inc({ outcome: 'duplicate' }, duplicates);
      return byRecord(records, errors ?? []);
    } catch (reason) {
      if (isOfTheSender(reason) && isOfEachRecord(reason)) return byRecord(records, reason.errors);
      if (records.length === 1 && isOfTheSender(reason)) return new Map(records.map(({ index }) => [index, asTold(reason)]));
      if (records.length === 1 || (reason instanceof Fault && !isOfTheSender(reason))) throw reason;
      return this.publishEach(records, caller);
    }
  }

  /** One of them fails in a way that concerns no other: the others must not suffer by it. */
  private async publishEach(records: readonly Understood[], caller: Caller): Promise<ReadonlyMap<number, Problem>> {
    const problems = new Map<number, Problem>();
    for (const record of records) {
      for (const [index, problem] of await this.publish([record], caller)) problems.set(index, problem);
    }
    return problems;
  }
}

type OfEachRecord = Problem & { readonly errors: readonly CallFault[] };

const isOfEachRecord = (problem: Problem): problem is OfEachRecord =>
  problem.errors !== undefined && problem.errors.every(({ index, status }) => index !== undefined && status !== undefined);

/** The faults of one call as one problem for each faulty record, as if it had come alone. */
const byRecord = (records: readonly Understood[], faults: readonly CallFault[]): ReadonlyMap<number, Problem> => {
  const grouped = new Map<number, CallFault[]>();
  for (const fault of faults) grouped.set(fault.index, [...(grouped.get(fault.index) ?? []), { ...fault, index: 0 }]);
  return new Map(Array.from(grouped, ([place, found]): [number, Problem] => [records[place]?.index ?? place, refusal(found, false)]));
};

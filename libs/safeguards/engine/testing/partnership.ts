import { type RefToken, refToken } from '@throughline/kernel';
import { ExactMatching } from '@throughline/people';
import { correctedDetails, type Entry, readSettings, type Settings } from '@throughline/projections';
import {
  type Address,
  type CommonData,
  type Exported,
  exported,
  facetsOf,
  HUB_SOURCE,
  type PersonDetails,
  type RecordKey,
  SEALED,
} from '@throughline/records';
import { BlindIndex } from '@throughline/seal';
import { Engine, type Outcome, PartnershipState, safeguards } from '../..';
import type { Exporting } from './exporting';
import type { Written } from './written';

const agencies = [
  ['police', 'police'],
  ['csc', 'childrens-social-care'],
  ['asc', 'adult-social-care'],
  ['mash', 'mash'],
  ['marac', 'marac'],
  ['housing', 'housing'],
  ['sanctuary', 'sanctuary'],
  ['idva', 'idva'],
  ['haven', 'specialist-da'],
  ['gp', 'gp'],
  ['health-visiting', 'community-health'],
  ['mental-health', 'mental-health'],
  ['education', 'education'],
  ['probation', 'probation'],
  ['change', 'perpetrator-programme'],
] as const;

export const matching = new ExactMatching(BlindIndex.under(Buffer.alloc(32, 7)));

/** A partnership whose agencies are the demo's, but for those that it lacks. */
export const settingsWithout = (lacking: readonly string[], thresholds: Partial<Settings['thresholds']> = {}): Settings =>
  readSettings({
    number: 1,
    settings: {
      code: 'northgate',
      name: 'Northgate',
      postcodes: ['S1', 'S2', 'S3', 'S5', 'S6', 'S7', 'S8'],
      maracMeetings: { every: 'two weeks', on: 'Thursday', from: '2010-01-07' },
      agencies: agencies.filter(([code]) => !lacking.includes(code)).map(([code, kind]) => ({ code, kind, name: code })),
      schoolHolidays: ['07-22/09-02', '12-20/01-03', '04-01/04-12'],
      thresholds,
    },
  });

/** What the log would hold: a record with tokens for references, its texts sealed and the details of its people opened beside it. */
const entryOf = (written: Written, key: RecordKey, token: (ref: string) => RefToken, place: { index: number; logTime: number }): Entry => {
  const { definition, agency, subject, time, recorded } = written;
  return {
    ...key,
    partnership: 'northgate',
    type: definition.type,
    agency,
    subject: token(subject),
    time,
    recordedtime: recorded,
    ...contentOf(written, written.data, token),
    ...place,
    position: place.index,
  };
};

const contentOf = (
  { definition, subject, facets: found }: Written,
  data: CommonData,
  token: (ref: string) => RefToken,
): Pick<Entry, 'data' | 'details' | 'facets' | 'address'> => {
  const faults = definition.validate(data);
  if (faults.length > 0) throw new Error(`a story tells of a record that no hub would take: ${JSON.stringify(faults)}`);
  const details = data.people.flatMap((person): [RefToken, PersonDetails][] =>
    person.details === undefined ? [] : [[token(person.ref), person.details]],
  );
  const { open } = definition.seal(data, undefined, subject);
  const facets = found ?? facetsOf(data, () => ['northgate', 'Northgate']);
  const { address } = data as { readonly address?: Address };
  return {
    data: definition.mapRefs(open, token) as unknown as CommonData,
    details: new Map(details),
    ...(facets === undefined ? {} : { facets }),
    ...(address === undefined ? {} : { address }),
  };
};

const withoutContent = ({ facets: _former, address: _left, ...rest }: Entry): Omit<Entry, 'facets' | 'address'> => rest;

/** One partnership in memory, moved on in the order of the projector's fold: deadlines first, then the record that moved time there. */
export class Partnership {
  readonly state = new PartnershipState('northgate');
  readonly engine: Engine;
  private readonly tokens = new Map<string, RefToken>();
  private readonly published = new Map<Written | Exporting, RecordKey>();

  constructor(settings: Settings) {
    this.state.settings = settings;
    this.engine = new Engine(this.state, matching, safeguards);
  }

  /** The token that stands for a reference in the log. */
  readonly token = (ref: string): RefToken => {
    const token = this.tokens.get(ref) ?? refToken(this.tokens.size + 1);
    this.tokens.set(ref, token);
    return token;
  };

  keyOf(written: Written | Exporting): RecordKey {
    const source = 'exporting' in written ? HUB_SOURCE : `/agencies/${written.agency}`;
    const key = this.published.get(written) ?? { source, id: `r-${this.published.size + 1}` };
    this.published.set(written, key);
    return key;
  }

  publish(written: Written): readonly Outcome[] {
    const place = this.next(written.recorded);
    this.engine.apply(entryOf(written, this.keyOf(written), this.token, place));
    return this.take();
  }

  /** `by` corrects or retracts a record of its agency; `replacement` is what a correction puts in its place. */
  amend(target: Written, by: Written, replacement?: CommonData, time?: number): readonly Outcome[] {
    const place = this.next(by.recorded);
    const key = this.keyOf(target);
    const names = ['retracts', 'corrects'].filter((name) => name in by.data).map((name) => [name, key]);
    const named = { ...by, data: { ...by.data, ...(Object.fromEntries(names) as object) } };
    const amending = entryOf(named, this.keyOf(by), this.token, place);
    this.engine.appear(amending);
    const before = this.state.find(this.keyOf(target));
    if (before === undefined || before.agency !== by.agency) return this.take();
    const amendment = { by: this.keyOf(by), at: place.logTime, index: place.index };
    const after: Entry =
      replacement === undefined
        ? { ...before, amendment: { ...amendment, kind: 'retracted' } }
        : {
            ...withoutContent(before),
            time: time ?? before.time,
            ...this.correctedContent(before, target, replacement),
            amendment: { ...amendment, kind: 'corrected' },
          };
    this.engine.amend(before, after, amending);
    return this.take();
  }

  /** What a correction puts in the place of a record, as the fold of the log would. */
  private correctedContent(before: Entry, target: Written, replacement: CommonData): ReturnType<typeof contentOf> {
    const content = contentOf(target, replacement, this.token);
    return { ...content, details: correctedDetails(before.details, content.data.people, content.details) };
  }

  /** What is held of the person behind a reference is exported; the hub says so and no time passes. */
  export(exporting: Exporting, ref: RefToken): readonly Outcome[] {
    const { logTime } = this.state;
    const place = { ...this.next(logTime), logTime };
    const { refs } = this.state.caseOf(ref).file;
    const { exporting: kind, without } = exporting;
    const size = place.index - without;
    this.engine.apply({
      ...this.keyOf(exporting),
      ...{ partnership: 'northgate', type: exported.type, agency: '', subject: ref, time: logTime, recordedtime: logTime },
      data: {
        people: refs.map((each) => ({ ref: each, role: 'other' })),
        kind,
        recipient: SEALED,
        by: 'operator',
        upTo: size - 1,
        size,
      } as Exported,
      ...place,
      position: place.index,
      details: new Map(),
    });
    return this.take();
  }

  /** The clock ticks: time passes and nothing else. */
  tick(at: number): readonly Outcome[] {
    this.next(at);
    return this.take();
  }

  acknowledge(alert: string, about: RefToken): readonly Outcome[] {
    const { index } = this.next(this.state.logTime);
    this.engine.acknowledge(alert, about, { source: '/hub', id: `ack-${index}` }, this.state.logTime);
    return this.take();
  }

  private next(recorded: number): { index: number; logTime: number } {
    const index = this.state.nextIndex;
    const logTime = Math.max(this.state.logTime, recorded);
    this.engine.decisions.at(index);
    for (let due = this.state.nextDue(logTime); due !== undefined; due = this.state.nextDue(logTime)) this.engine.fire(due);
    this.state.logTime = logTime;
    this.state.nextIndex = index + 1;
    return { index, logTime };
  }

  private take(): readonly Outcome[] {
    return this.engine.decisions.take().outcomes;
  }
}

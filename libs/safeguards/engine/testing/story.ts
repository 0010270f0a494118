import { londonDay, londonTime, type RefToken } from '@throughline/kernel';
import { type CommonData, recordCorrected, recordRetracted, type RETRACTION_REASONS } from '@throughline/records';
import type { Settings } from '@throughline/projections';
import { type Alert, isLive } from '../..';
import type { Name } from './cast';
import type { Exporting } from './exporting';
import { Partnership, settingsWithout } from './partnership';
import { changed, instantOf, refOf, type Told, write, type Written } from './written';

/** Something that happens in a story. */
export type Step =
  | Written
  | { readonly correct: Written; readonly by: Written; readonly replacement: CommonData; readonly time?: string }
  | { readonly retract: Written; readonly by: Written }
  | { readonly acknowledged: string }
  | Exporting;

/** Its agency corrects a record: the fields given take the place of what it said; one given as undefined is left out. */
export const corrected = (record: Written, when: string, data: object, more: Told & { readonly time?: string } = {}): Step => {
  const replacement = changed(record, data);
  const { time, ...told } = more;
  const people = { people: record.data.people, corrects: { source: '/agencies/a', id: 'a' }, reason: 'Corrected', replacement };
  const by = { ...write(recordCorrected, record.agency, when, told, people), subject: record.subject };
  return { correct: record, by, replacement: replacement as unknown as CommonData, ...(time === undefined ? {} : { time }) };
};

/**
 * Its agency takes a record back.
 * @param shownTo the agencies that read it before
 */
export const retracted = (
  record: Written,
  when: string,
  reason: (typeof RETRACTION_REASONS)[number] = 'wrong-person',
  shownTo: readonly string[] = [],
): Step => {
  const data = { people: record.data.people, retracts: { source: '/agencies/a', id: 'a' }, reason };
  const by = { ...write(recordRetracted, record.agency, when, {}, data), subject: record.subject };
  return { retract: record, by: shownTo.length === 0 ? by : { ...by, facets: { shownTo } } };
};

/** An agency acknowledges every alert of the story's safeguard that is open with it. */
export const acknowledgedBy = (agency: string): Step => ({ acknowledged: agency });

/** What a story says of an alert; what it leaves out may be anything. */
interface Expected {
  readonly to: string;
  readonly service?: string;
  readonly class?: Alert['class'];
  /** A day, or a day and London time, `2024-03-05T10:00`; `never` where nothing falls due. */
  readonly due?: string;
  readonly raised?: string;
  /** Whom it is about, by any agency's reference. */
  readonly about?: Name;
  /** Words of the reason. */
  readonly says?: string;
  readonly saysNothingOf?: string;
  readonly evidence?: readonly Written[];
}

const shown = (instant: number | undefined, like: string): string =>
  instant === undefined ? 'never' : like.length === 10 ? londonDay(instant) : `${londonDay(instant)}T${londonTime(instant)}`;

/** Records in, alerts out: one safeguard in one partnership, told in the field's words. */
export class Story {
  readonly partnership: Partnership;
  private readonly alerts = new Map<string, Alert>();
  /** What the last step raised, closed or superseded. */
  private touched = new Set<string>();
  private raised = new Set<string>();

  constructor(
    private readonly safeguard: string,
    settings: Settings,
  ) {
    this.partnership = new Partnership(settings);
  }

  /** What happened before; it may raise what it will. */
  given(...steps: readonly Step[]): this {
    for (const step of steps) this.take(step);
    return this;
  }

  /** What happens now; `then…` speaks of what this brings about. */
  when(...steps: readonly Step[]): this {
    this.touched = new Set();
    this.raised = new Set();
    return this.given(...steps);
  }

  /** Time passes. */
  after(when: string): this {
    this.touched = new Set();
    this.raised = new Set();
    this.note(this.partnership.tick(instantOf(when)));
    return this;
  }

  /** These alerts and no others were raised by the last step. */
  thenRaises(...expected: readonly Expected[]): this {
    const raised = this.of(this.raised).filter((alert) => alert.escalatedFrom === undefined);
    expect(raised.map((alert) => alert.agency).sort()).toEqual(expected.map(({ to }) => to).sort());
    for (const each of expected) this.check(raised, each);
    return this;
  }

  thenNothing(): this {
    return this.thenRaises();
  }

  /** These were told beside those who had not acted, and the first alert says so. */
  thenEscalatesTo(...expected: readonly Expected[]): this {
    const raised = this.of(this.raised).filter((alert) => alert.escalatedFrom !== undefined);
    expect(raised.map((alert) => alert.agency).sort()).toEqual(expected.map(({ to }) => to).sort());
    for (const each of expected) this.check(raised, each);
    for (const { escalatedFrom } of raised) expect(this.alerts.get(escalatedFrom ?? '')?.status).toBe('escalated');
    return this;
  }

  /** The alerts to these agencies were closed by this record in the last step, and no others. */
  thenCloses(by: Written | Exporting, ...agencies: readonly string[]): this {
    return this.thenEnds('closed', by, agencies);
  }

  thenClosesNothing(): this {
    expect(this.of(this.touched).filter((alert) => alert.status === 'closed')).toEqual([]);
    return this;
  }

  thenAcknowledged(agency: string): this {
    expect(this.of(this.touched).map(({ agency: to, status }) => ({ to, status }))).toEqual([{ to: agency, status: 'closed' }]);
    return this;
  }

  thenSupersedes(...agencies: readonly string[]): this {
    return this.thenEnds('superseded', undefined, agencies);
  }

  /** Open with these agencies, and no others, an agency once for each alert. */
  thenOpenWith(...agencies: readonly string[]): this {
    expect(
      [...this.alerts.values()]
        .filter(isLive)
        .map(({ agency }) => agency)
        .sort(),
    ).toEqual([...agencies].sort());
    return this;
  }

  thenDue(agency: string, due: string): this {
    const open = [...this.alerts.values()].filter((alert) => isLive(alert) && alert.agency === agency);
    expect(open.map((alert) => shown(alert.dueAt, due))).toEqual([due]);
    return this;
  }

  /** Every alert so far, as text: two tellings of one story are the same. */
  told(): string {
    return JSON.stringify([...this.alerts.values()]);
  }

  private thenEnds(status: Alert['status'], by: Written | Exporting | undefined, agencies: readonly string[]): this {
    const ended = this.of(this.touched).filter((alert) => alert.status === status);
    expect(ended.map(({ agency }) => agency).sort()).toEqual([...agencies].sort());
    if (by !== undefined) for (const alert of ended) expect(alert.closedBy).toEqual(this.partnership.keyOf(by));
    return this;
  }

  private check(raised: readonly Alert[], expected: Expected): void {
    const about = expected.about === undefined ? undefined : this.personOf(expected.about);
    const found = raised.filter(
      (alert) => alert.agency === expected.to && (about === undefined || this.partnership.state.caseOf(alert.about).file.person === about),
    );
    const alert = found[0];
    if (alert === undefined) throw new Error(`nothing was raised to ${expected.to} about ${expected.about ?? 'anybody'}`);
    if (expected.service !== undefined) expect(alert.service).toBe(expected.service);
    if (expected.class !== undefined) expect(alert.class).toBe(expected.class);
    if (expected.due !== undefined) expect(shown(alert.dueAt, expected.due)).toBe(expected.due);
    if (expected.raised !== undefined) expect(shown(alert.raisedAt, expected.raised)).toBe(expected.raised);
    if (expected.says !== undefined) expect(alert.reason).toContain(expected.says);
    if (expected.saysNothingOf !== undefined) expect(alert.reason).not.toContain(expected.saysNothingOf);
    if (expected.evidence !== undefined) {
      expect(alert.evidence).toEqual(expect.arrayContaining(expected.evidence.map((record) => this.partnership.keyOf(record))));
      expect(alert.evidence).toHaveLength(expected.evidence.length);
    }
  }

  private personOf(name: Name, knownTo?: string): RefToken {
    for (const { code } of this.partnership.state.settings?.agencies ?? []) {
      if (knownTo !== undefined && code !== knownTo) continue;
      const token = this.partnership.token(refOf(code, name));
      if (this.partnership.state.isLoaded(token)) return this.partnership.state.caseOf(token).file.person;
    }
    throw new Error(`nobody knows ${name}`);
  }

  private of(ids: ReadonlySet<string>): readonly Alert[] {
    return [...ids].flatMap((id) => this.alerts.get(id) ?? []);
  }

  private take(step: Step): void {
    const { partnership } = this;
    if ('correct' in step) {
      const time = step.time === undefined ? undefined : instantOf(step.time);
      this.note(partnership.amend(step.correct, step.by, step.replacement, time));
    } else if ('retract' in step) this.note(partnership.amend(step.retract, step.by));
    else if ('acknowledged' in step) {
      const open = [...this.alerts.values()].filter((alert) => isLive(alert) && alert.agency === step.acknowledged);
      for (const alert of open) this.note(partnership.acknowledge(alert.id, alert.about));
    } else if ('exporting' in step) this.note(partnership.export(step, this.personOf(step.about, step.knownTo)));
    else this.note(partnership.publish(step));
  }

  private note(outcomes: ReturnType<Partnership['publish']>): void {
    for (const outcome of outcomes) {
      if (outcome.kind !== 'raised' && outcome.kind !== 'changed') continue;
      if (outcome.alert.safeguard !== this.safeguard) continue;
      if (outcome.kind === 'raised') {
        expect([...this.alerts.keys()]).not.toContain(outcome.alert.id);
        this.raised.add(outcome.alert.id);
      }
      this.alerts.set(outcome.alert.id, outcome.alert);
      this.touched.add(outcome.alert.id);
    }
  }
}

/** A story about one safeguard, in the demo partnership but for services that it `lacks`. */
export const story = (
  safeguard: string,
  { lacks = [], thresholds = {} }: { readonly lacks?: readonly string[]; readonly thresholds?: Partial<Settings['thresholds']> } = {},
): Story => new Story(safeguard, settingsWithout(lacks, thresholds));

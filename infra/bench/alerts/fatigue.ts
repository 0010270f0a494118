import { DAY } from '@throughline/kernel';
import { CLASSES, type Classes, nothing } from './classes';
import type { Line } from '../published';
import type { JudgedAlert } from './judging';

/** What records a family by how many in a year. */
export type FamilyKind = 'quiet' | 'ordinary' | 'busy';

/** From so many records a year on a family is busy; with at most so many in all it is quiet. */
const BUSY_A_YEAR = 60;
const QUIET_RECORDS = 10;
const YEAR = 365 * DAY;

/** How long one family's history is. */
export interface Span {
  readonly records: number;
  /** From its first to its last record, in years; never less than one. */
  readonly years: number;
  readonly kind: FamilyKind;
}

/** What one family costs: inbox items, one for each recipient, person and trigger record, by the loudest of their lines. */
export interface FamilyCost extends Span {
  readonly history: string;
  readonly family: string;
  readonly itemsAYear: Classes;
  /** Items of the classes now and act in a year, all workers together. */
  readonly interruptionsAYear: number;
  /** The same of the agency that has most of them. */
  readonly busiest: { readonly agency: string; readonly interruptionsAYear: number };
  /** How many of the alerts of the classes now and act each safeguard raised, dearest first. */
  readonly safeguards: readonly { readonly id: string; readonly aYear: number }[];
}

export class FamilySpans {
  private readonly spans = new Map<string, { records: number; first: number; last: number }>();
  private readonly families = new Map<string, string>();

  take({ partnership, source, id, time }: Line, family: string): void {
    this.families.set(`${partnership} ${source} ${id}`, family);
    const at = Date.parse(time);
    const span = this.spans.get(family) ?? { records: 0, first: at, last: at };
    this.spans.set(family, { records: span.records + 1, first: Math.min(span.first, at), last: Math.max(span.last, at) });
  }

  familyOf({ partnership, trigger }: JudgedAlert): string {
    return this.families.get(`${partnership} ${trigger.source} ${trigger.id}`) ?? '';
  }

  all(): ReadonlyMap<string, Span> {
    return new Map(
      [...this.spans].map(([family, { records, first, last }]) => {
        const years = Math.max(1, (last - first) / YEAR);
        const kind = records <= QUIET_RECORDS ? 'quiet' : records / years >= BUSY_A_YEAR ? 'busy' : 'ordinary';
        return [family, { records, years, kind }];
      }),
    );
  }
}

interface Item {
  readonly agency: string;
  loudest: JudgedAlert['class'];
}

const isLouder = (one: JudgedAlert['class'], than: JudgedAlert['class']): boolean => CLASSES.indexOf(one) < CLASSES.indexOf(than);

const interrupts = (loudness: JudgedAlert['class']): boolean => loudness === 'now' || loudness === 'act';

const counted = <Key>(keys: readonly Key[]): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
};

const costOf = (history: string, family: string, span: Span, alerts: readonly JudgedAlert[]): FamilyCost => {
  const items = new Map<string, Item>();
  for (const { agency, person, trigger, class: loudness } of alerts) {
    const key = JSON.stringify([agency, person, trigger.source, trigger.id]);
    const item = items.get(key);
    if (item === undefined) items.set(key, { agency, loudest: loudness });
    else if (isLouder(loudness, item.loudest)) item.loudest = loudness;
  }
  const all = [...items.values()];
  const loud = all.filter(({ loudest }) => interrupts(loudest));
  const [busiest] = counted(loud.map(({ agency }) => agency));
  const itemsAYear = { ...nothing };
  for (const { loudest } of all) itemsAYear[loudest] += 1 / span.years;
  return {
    ...span,
    history,
    family,
    itemsAYear,
    interruptionsAYear: loud.length / span.years,
    busiest: { agency: busiest?.[0] ?? '', interruptionsAYear: (busiest?.[1] ?? 0) / span.years },
    safeguards: counted(alerts.filter((alert) => interrupts(alert.class)).map(({ safeguard }) => safeguard)).map(([id, times]) => ({
      id,
      aYear: times / span.years,
    })),
  };
};

/** What each family of a history costs its workers. */
export const familyCosts = (history: string, spans: FamilySpans, alerts: readonly JudgedAlert[]): readonly FamilyCost[] => {
  const byFamily = new Map<string, JudgedAlert[]>();
  for (const alert of alerts) {
    const family = spans.familyOf(alert);
    const some = byFamily.get(family);
    if (some === undefined) byFamily.set(family, [alert]);
    else some.push(alert);
  }
  return [...spans.all()].map(([family, span]) => costOf(history, family, span, byFamily.get(family) ?? []));
};

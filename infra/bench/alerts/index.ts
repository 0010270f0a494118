import { type Bench, machine, measure, median } from '../measure';
import { CLASSES, type Classes, nothing } from './classes';
import { type FamilyCost, familyCosts, type FamilyKind, FamilySpans } from './fatigue';
import { demoPartnerships } from '../records';
import { generated, histories, type History } from './histories';
import { type JudgedAlert, Judging } from './judging';

/** A busy family may cost its workers some fifteen items a year that interrupt somebody (safeguards.md). */
export const FIFTEEN = 15;

const KINDS: readonly FamilyKind[] = ['quiet', 'ordinary', 'busy'];
const DEAREST = 5;

export interface KindCost {
  readonly kind: FamilyKind;
  readonly families: number;
  /** Inbox items of an average family in a year, all its workers together. */
  readonly itemsAYear: Classes;
  /** Of the classes now and act: of the middle family, of one family in ten, and of the dearest. */
  readonly interruptionsAYear: { readonly median: number; readonly tenth: number; readonly most: number };
  /** The same for the agency that has most of a family's, in the middle family and in the dearest. */
  readonly busiestWorker: { readonly median: number; readonly most: number };
}

export interface Fatigue extends Bench {
  readonly histories: readonly { readonly name: string; readonly records: number; readonly families: number; readonly alerts: number }[];
  readonly safeguards: readonly (Classes & { readonly id: string; readonly alerts: number })[];
  readonly kinds: readonly KindCost[];
  /** The same of families of which every agency practises well all the time, and of families of which every agency is weak. */
  readonly byPractice: readonly { readonly practice: (typeof PRACTICES)[number]; readonly kinds: readonly KindCost[] }[];
  readonly dearest: readonly FamilyCost[];
  /** Busy families that cost more than fifteen items a year, of how many, and the safeguards that make them dear: alerts in an average such family's year. */
  readonly aboveFifteen: {
    readonly families: number;
    readonly of: number;
    readonly safeguards: readonly { readonly id: string; readonly aYear: number }[];
  };
}

/** How agencies practise that keep what is asked of them, and that let it slip. */
export const PRACTICES = ['steady', 'weak'] as const;
/** So many times fewer records than the generated history has are enough to compare them. */
const FEWER = 3;

const share = (values: readonly number[], part: number): number => {
  const inOrder = [...values].sort((one, other) => one - other);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))] ?? 0;
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

const kindCost = (kind: FamilyKind, all: readonly FamilyCost[]): KindCost => {
  const costs = all.filter((cost) => cost.kind === kind);
  const itemsAYear = { ...nothing };
  for (const name of CLASSES)
    itemsAYear[name] = rounded(costs.reduce((sum, cost) => sum + cost.itemsAYear[name], 0) / Math.max(costs.length, 1));
  const loud = costs.map(({ interruptionsAYear }) => interruptionsAYear);
  const busiest = costs.map((cost) => cost.busiest.interruptionsAYear);
  return {
    kind,
    families: costs.length,
    itemsAYear,
    interruptionsAYear: { median: rounded(median(loud)), tenth: rounded(share(loud, 0.9)), most: rounded(Math.max(0, ...loud)) },
    busiestWorker: { median: rounded(median(busiest)), most: rounded(Math.max(0, ...busiest)) },
  };
};

const dearTogether = (costs: readonly FamilyCost[]): readonly { readonly id: string; readonly aYear: number }[] => {
  const sums = new Map<string, number>();
  for (const { safeguards } of costs) for (const { id, aYear } of safeguards) sums.set(id, (sums.get(id) ?? 0) + aYear / costs.length);
  return [...sums].map(([id, aYear]) => ({ id, aYear: rounded(aYear) })).sort((one, other) => other.aYear - one.aYear);
};

interface Judged {
  readonly records: number;
  readonly alerts: readonly JudgedAlert[];
  readonly families: readonly FamilyCost[];
}

const judge = async (judging: Judging, history: History): Promise<Judged> => {
  const spans = new FamilySpans();
  let records = 0;
  const lines = (function* () {
    for (const one of history.lines) {
      spans.take(one.line, one.family);
      records += 1;
      yield one;
    }
  })();
  const alerts = await judging.judge({ lines });
  return { records, alerts, families: familyCosts(history.name, spans, alerts) };
};

const kindsOf = (costs: readonly FamilyCost[]): readonly KindCost[] => KINDS.map((kind) => kindCost(kind, costs));

/**
 * Runs a generated history, the demo's families and the stories through the safeguards in force, and says what families cost those
 * who work with them. Needs the built hub; neither database nor broker.
 * @param records of the generated history
 */
export const benchAlerts = async (records: number, say: (line: string) => void): Promise<Fatigue> => {
  const partnerships = demoPartnerships();
  const judging = await Judging.start(partnerships);
  const read: { name: string; records: number; families: number; alerts: number }[] = [];
  const bySafeguard = new Map<string, Classes>();
  const costs: FamilyCost[] = [];
  const byPractice: Fatigue['byPractice'][number][] = [];
  try {
    for await (const history of histories(records, partnerships)) {
      say(`judging ${history.name}`);
      const { records: count, alerts, families } = await judge(judging, history);
      costs.push(...families);
      read.push({ name: history.name, records: count, families: families.length, alerts: alerts.length });
      for (const { safeguard, class: loudness } of alerts) {
        const counts = bySafeguard.get(safeguard) ?? { ...nothing };
        bySafeguard.set(safeguard, counts);
        counts[loudness] += 1;
      }
    }
    for (const practice of records === 0 ? [] : PRACTICES) {
      say(`judging families of agencies whose practice is ${practice}`);
      const lines = generated(Math.ceil(records / FEWER), partnerships, practice);
      byPractice.push({ practice, kinds: kindsOf((await judge(judging, { name: practice, lines })).families) });
    }
  } finally {
    judging.stop();
  }
  const busy = costs.filter(({ kind }) => kind === 'busy');
  const above = busy.filter(({ interruptionsAYear }) => interruptionsAYear > FIFTEEN);
  // Fewer is better, so the floor stands above: at a ratio of 1 the middle busy family costs fifteen.
  const middle = median(busy.map(({ interruptionsAYear }) => interruptionsAYear));
  const met = measure('now and act items of a busy family', middle, FIFTEEN, 1, 'items/year');
  return {
    machine: machine(),
    measures: [{ ...met, ratio: middle === 0 ? 1 : Math.round((FIFTEEN / middle) * 1_000) / 1_000 }],
    histories: read,
    safeguards: [...bySafeguard]
      .map(([id, counts]) => ({ id, alerts: CLASSES.reduce((sum, name) => sum + counts[name], 0), ...counts }))
      .sort((one, other) => other.alerts - one.alerts),
    kinds: kindsOf(costs),
    byPractice,
    dearest: [...costs].sort((one, other) => other.interruptionsAYear - one.interruptionsAYear).slice(0, DEAREST),
    aboveFifteen: { families: above.length, of: busy.length, safeguards: dearTogether(above) },
  };
};

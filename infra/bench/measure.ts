import { cpus, totalmem } from 'node:os';

/** One row: what the hub does in a second, what its floor does, and how they compare. */
export interface Measure {
  readonly name: string;
  readonly hub: number;
  readonly floor: number;
  /** Hub by floor. */
  readonly ratio: number;
  readonly aim: number;
  readonly unit: string;
}

export interface Bench {
  readonly machine: string;
  readonly measures: readonly Measure[];
}

export const machine = (): string => {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
};

export const median = (values: readonly number[]): number => {
  const inOrder = [...values].sort((one, other) => one - other);
  const middle = inOrder.length >>> 1;
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : (upper + (inOrder[middle - 1] ?? 0)) / 2;
};

/** Runs each side in turn, round by round, so that what else the machine does falls on all of them; answers the median of each. */
export const interleaved = async <Side extends string>(
  rounds: number,
  sides: Readonly<Record<Side, () => Promise<number>>>,
): Promise<Readonly<Record<Side, number>>> => {
  const names = Object.keys(sides) as Side[];
  const seen = new Map<Side, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const name of names) seen.get(name)?.push(await sides[name]());
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<Side, number>;
};

export const measure = (name: string, hub: number, floor: number, aim: number, unit = 'records/s'): Measure => ({
  name,
  hub: Math.round(hub),
  floor: Math.round(floor),
  ratio: floor === 0 ? 0 : Math.round((hub / floor) * 1_000) / 1_000,
  aim,
  unit,
});

/** How many a second, of a work that does so many. */
export const perSecond = async (count: number, work: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - began);
};

const cells = ({ name, hub, floor, ratio, aim, unit }: Measure): readonly string[] => [
  name,
  `${hub.toLocaleString('en-GB')} ${unit}`,
  floor.toLocaleString('en-GB'),
  ratio.toFixed(2),
  `≥ ${aim}`,
  ratio >= aim ? 'met' : 'not met',
];

/** The measures as a table of text. */
export const tableOf = ({ machine: where, measures }: Bench): string => {
  const rows = [['measure', 'hub', 'floor', 'ratio', 'aim', ''], ...measures.map(cells)];
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    where,
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ].join('\n');
};

import { BOUND_BYTES, type PressureSeen, pressureIsBorne } from './back-pressure';
import { FLAT } from './memory';
import type { LoadMeasure } from './run-load';

/** What the loads showed. */
export interface LoadReport {
  readonly machine: string;
  readonly loads: readonly LoadMeasure[];
  /** Absent where it was interrupted before. */
  readonly pressure?: PressureSeen;
}

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const megabytes = (bytes: number): string => number(bytes / 1024 ** 2);
const met = (is: boolean): string => (is ? 'met' : 'not met');

const HEADINGS = [
  ...['load', 'warm-up', 'minutes after it', 'records', 'records/s', 'floor', 'ratio', 'resident MB, 2nd to last fifth'],
  ...['held MB after collection', `flat, ≤ ${FLAT}`, 'behind at the end', 'caught up in'],
];

const cells = (load: LoadMeasure): readonly string[] => {
  const { name, warmUp, seconds, records, rate, floor, floorName, resident, flat, held, lag, caughtUpIn, interrupted } = load;
  return [
    interrupted ? `${name} (interrupted)` : name,
    `${(warmUp.seconds / 60).toFixed(1)} minutes${warmUp.filled ? '' : ', not full by then'}`,
    (seconds / 60).toFixed(1),
    number(records),
    number(rate),
    floor === undefined ? '-' : `${number(floor)} (${floorName})`,
    floor === undefined ? '-' : (rate / floor).toFixed(2),
    resident === undefined ? '-' : `${megabytes(resident.second)} to ${megabytes(resident.last)}, ${resident.ratio.toFixed(2)}`,
    held === undefined ? '-' : `${megabytes(held.first)} to ${megabytes(held.last)}, ${(held.last / held.first).toFixed(2)}`,
    resident === undefined ? '-' : met(flat),
    number(lag),
    caughtUpIn === undefined ? '-' : `${caughtUpIn.toFixed(1)} s`,
  ];
};

const pressureLines = (seen: PressureSeen): readonly string[] => [
  `back-pressure: ${met(pressureIsBorne(seen))}`,
  `  told to wait: ${number(seen.tooMany)} × 429, ${number(seen.unavailable)} × 503; without Retry-After: ${number(seen.withoutRetryAfter)}`,
  `  resident: ${megabytes(seen.before)} MB before, ${megabytes(seen.peak)} MB at most; it may grow by ${megabytes(BOUND_BYTES)} MB`,
  `  acknowledged: ${number(seen.acknowledged)}; missing from the log: ${number(seen.missing)}; there twice: ${number(seen.copies)}`,
];

/** The report as a table of text. */
export const loadTable = ({ machine, loads, pressure }: LoadReport): string => {
  const columns = loads.map(cells);
  const rows = HEADINGS.map((heading, row) => [heading, ...columns.map((column) => column[row] ?? '')]);
  const widths = Array.from({ length: loads.length + 1 }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    machine,
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    ...(pressure === undefined ? [] : pressureLines(pressure)),
  ].join('\n');
};

/** Whether everything that the loads are to show was seen. */
export const loadIsBorne = ({ loads, pressure }: LoadReport): boolean =>
  loads.every(({ flat, interrupted }) => flat && !interrupted) && pressure !== undefined && pressureIsBorne(pressure);

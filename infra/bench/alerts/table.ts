import { CLASSES, type Classes } from './classes';
import { type Fatigue, FIFTEEN, type KindCost } from './index';

const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const cells = (classes: Classes): readonly string[] => CLASSES.map((name) => String(classes[name]));

const dear = (safeguards: readonly { readonly id: string; readonly aYear: number }[], most: number): string =>
  safeguards
    .slice(0, most)
    .map(({ id, aYear }) => `${id} ${aYear.toFixed(1)}`)
    .join(', ');

const kindCells = ({ kind, families, itemsAYear, interruptionsAYear, busiestWorker }: KindCost): readonly string[] => [
  ...[kind, String(families), ...cells(itemsAYear)],
  ...[interruptionsAYear.median, interruptionsAYear.tenth, interruptionsAYear.most].map(String),
  ...[busiestWorker.median, busiestWorker.most].map(String),
];

/** What alerts cost, as text for a terminal. */
export const fatigueTable = ({ histories, safeguards, kinds, byPractice, dearest, aboveFifteen }: Fatigue): string => {
  const families = histories.reduce((sum, one) => sum + one.families, 0);
  const records = histories.reduce((sum, one) => sum + one.records, 0);
  return [
    `${records.toLocaleString('en-GB')} records of ${families.toLocaleString('en-GB')} families in ${histories.length} histories`,
    '',
    ...columns([['safeguard', 'alerts', ...CLASSES], ...safeguards.map((one) => [one.id, String(one.alerts), ...cells(one)])]),
    '',
    'Inbox items a year: one for each recipient, person and record that raised it; "loud" is now and act',
    ...columns([
      ['family', 'families', ...CLASSES, 'loud: middle', 'one in ten', 'most', 'one worker: middle', 'most'],
      ...kinds.map(kindCells),
      ...byPractice.flatMap(({ practice, kinds: each }) =>
        each.map((one) => kindCells(one)).map(([kind, ...others]) => [`${kind ?? ''}, ${practice} practice`, ...others]),
      ),
    ]),
    '',
    'The dearest families, with the alerts of the classes now and act in a year that made them dear',
    ...dearest.map(
      ({ history, family, kind, records: count, years, interruptionsAYear, busiest, safeguards: by }) =>
        `  ${history}, ${family}: ${kind}, ${count} records in ${years.toFixed(1)} years; ${interruptionsAYear.toFixed(1)} items a year, ` +
        `${busiest.interruptionsAYear.toFixed(1)} of them ${busiest.agency}'s\n    ${dear(by, 6)}`,
    ),
    '',
    `${aboveFifteen.families} of ${aboveFifteen.of} busy families cost their workers more than ${FIFTEEN} now and act items a year`,
    ...(aboveFifteen.families === 0 ? [] : [`  because of: ${dear(aboveFifteen.safeguards, 12)}`]),
  ].join('\n');
};

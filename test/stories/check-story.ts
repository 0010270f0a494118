import type { HubUnderTest } from './hub-under-test';
import { listOf } from './persons';
import { type Finding, judgeChronology, judgeCloses, judgeMustNotRaise, judgeRaises, judgeStaysOpen, judgeSummary } from './rows';
import type { AlertRow, AnyOf, ChronologyRow, Story, SummaryRow } from './story';
import { Told } from './told';

/** What of a story a hub is asked for. Rows of what it does not have yet make no test. */
export interface InForce {
  /** The safeguards that the hub has. */
  readonly safeguards: readonly string[];
  /** The fields of a person's page that it has, as the first word of a row's path; absent: all. */
  readonly summaryFields?: readonly string[];
}

/** One row as a test: its name, and how it is judged. */
export interface RowTest {
  readonly sentence: string;
  judge(told: Told): Promise<Finding>;
}

const either = (anyOf: AnyOf): string => listOf(anyOf).join(' or ');
const part = (word: string, anyOf: AnyOf | undefined): string =>
  anyOf === undefined || anyOf.length === 0 ? '' : ` ${word} ${either(anyOf)}`;
const because = (row: AlertRow): string => (row.why === undefined ? '' : `: ${row.why}`);
const whom = (row: AlertRow): string => `${part('to', row.to)}${part('about', row.person)}`;
const evidence = (row: AlertRow, joined: string): string => (row.evidence?.length ? ` for ${row.evidence.join(joined)}` : '');
const times = (count: number | undefined): string => (count === undefined ? '' : ` ${String(count)} time${count === 1 ? '' : 's'}`);

const chronologySentence = (row: ChronologyRow): string =>
  `the chronology of ${row.person}${row.household ? "'s household" : ''}${part('as at', row.asAt)}${part('as known to', row.knownTo)} has ` +
  `${String(row.expectIds.length)} records${part('with corrected', row.corrected)}${part('with retracted', row.retracted)}`;

const summarySentence = (row: SummaryRow): string =>
  `${row.path} of ${row.person}${part('as at', row.asAt)} ` +
  (row.count === undefined ? `is ${JSON.stringify(row.equals)}` : `has ${String(row.count)} entries`);

/** The tests that a story's rows make for a hub that has these safeguards. */
export const rowTests = ({ expected }: Story, inForce: InForce): readonly RowTest[] => {
  const isInForce = ({ safeguard }: AlertRow): boolean => inForce.safeguards.includes(safeguard);
  const has = ({ path }: SummaryRow): boolean => inForce.summaryFields?.includes(path.split('.')[0] ?? '') ?? true;
  return [
    ...(expected.raises ?? []).filter(isInForce).map((row) => ({
      sentence: `raises ${row.safeguard}${part('as', row.class)}${times(row.times)}${whom(row)}${part('on', row.raisedOn)}${evidence(row, ' and ')}${because(row)}`,
      judge: (told: Told) => judgeRaises(told, row),
    })),
    ...(expected.mustNotRaise ?? []).filter(isInForce).map((row) => ({
      sentence: `does not raise ${row.safeguard}${part('as', row.class)}${whom(row)}${evidence(row, ' or ')}${part('until', row.until)}${because(row)}`,
      judge: (told: Told) => judgeMustNotRaise(told, row),
    })),
    ...(expected.closes ?? []).filter(isInForce).map((row) => ({
      sentence: `${row.safeguard}${whom(row)}${evidence(row, ' and ')} closes by ${row.by}${because(row)}`,
      judge: (told: Told) => judgeCloses(told, row),
    })),
    ...(expected.staysOpen ?? []).filter(isInForce).map((row) => ({
      sentence: `${row.safeguard}${whom(row)}${evidence(row, ' and ')} stays open${because(row)}`,
      judge: (told: Told) => judgeStaysOpen(told, row),
    })),
    ...(expected.chronology ?? []).map((row) => ({
      sentence: chronologySentence(row),
      judge: (told: Told) => judgeChronology(told, row),
    })),
    ...(expected.summary ?? []).filter(has).map((row) => ({
      sentence: summarySentence(row),
      judge: (told: Told) => judgeSummary(told, row),
    })),
  ];
};

/**
 * One jest test for each row of the story, of a hub that has imported it. The hub may be given as a function where it is started
 * later than the tests are named (`beforeAll`); it is called in the first test.
 */
export const checkStory = (story: Story, hub: HubUnderTest | (() => HubUnderTest), inForce: InForce): void => {
  describe(`${story.name}: ${story.expected.why}`, () => {
    let told: Told | undefined;
    it.each(rowTests(story, inForce).map((row) => [row.sentence, row] as const))('%s', async (_sentence, row) => {
      told ??= new Told(story, typeof hub === 'function' ? hub() : hub);
      expect(await row.judge(told)).toBeUndefined();
    });
  });
};

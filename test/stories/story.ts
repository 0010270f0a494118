import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One reference, or several of which any one will do. */
export type AnyOf = string | readonly string[];

/** What every row about alerts may say; what it leaves out is not asked. */
export interface AlertRow {
  readonly safeguard: string;
  /** The agency that it is addressed to. */
  readonly to?: string;
  readonly person?: AnyOf;
  /** Ids of records of this story. */
  readonly evidence?: readonly string[];
  readonly class?: 'now' | 'act' | 'know' | 'tidy';
  /** Why this row holds, in words that stand in the test's name. */
  readonly why?: string;
}

export interface RaisesRow extends AlertRow {
  /** The Europe/London date of `raisedAt`, or several that will do; absent: any day. */
  readonly raisedOn?: AnyOf;
  /** Exactly this many, superseded ones left out. */
  readonly times?: number;
}

export interface MustNotRaiseRow extends AlertRow {
  /** The last day that the row speaks of; absent: the story's last day. */
  readonly until?: string;
}

export interface ClosesRow extends AlertRow {
  /** Id of the record that closes it, or that corrects or retracts what it was raised for. */
  readonly by: string;
}

export interface ChronologyRow {
  readonly person: string;
  readonly household?: boolean;
  readonly asAt?: string;
  readonly knownTo?: string;
  readonly expectIds: readonly string[];
  readonly corrected: readonly string[];
  readonly retracted: readonly string[];
}

export interface SummaryRow {
  readonly person: string;
  readonly asAt?: string;
  /** Where to look in the person's page, for example `marac.timesHeard`. */
  readonly path: string;
  readonly equals?: unknown;
  readonly count?: number;
}

/** What the hub must say of a story (`NAME.expect.json`). */
export interface Expectations {
  /** File number of the review that the story comes from. */
  readonly seed: string;
  readonly why: string;
  readonly raises?: readonly RaisesRow[];
  readonly mustNotRaise?: readonly MustNotRaiseRow[];
  readonly closes?: readonly ClosesRow[];
  readonly staysOpen?: readonly AlertRow[];
  readonly chronology?: readonly ChronologyRow[];
  readonly summary?: readonly SummaryRow[];
}

/** A record of a story, as far as the runner looks into it. */
export interface StoryRecord {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly partnership: string;
  readonly data: {
    readonly people: readonly { readonly ref: string }[];
    readonly corrects?: { readonly source: string; readonly id: string };
    readonly retracts?: { readonly source: string; readonly id: string };
  };
}

/** A history and what it must lead to. */
export interface Story {
  readonly name: string;
  /** As they stand in the file: one record each, ready to be imported. */
  readonly lines: readonly string[];
  readonly records: readonly StoryRecord[];
  readonly expected: Expectations;
}

/** Reads `NAME.ndjson` and `NAME.expect.json`. Reading is synchronous because tests are named before they run. */
export const readStory = (dir: string, name: string): Story => {
  const lines = readFileSync(join(dir, `${name}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return {
    name,
    lines,
    records: lines.map((line) => JSON.parse(line) as StoryRecord),
    expected: JSON.parse(readFileSync(join(dir, `${name}.expect.json`), 'utf8')) as Expectations,
  };
};

/** Several stories as one import: a hub holds them together, since their people are distinct. */
export const mergedByRecordedTime = (stories: readonly Story[]): readonly string[] =>
  stories
    .flatMap(({ lines, records }) =>
      lines.map((line, index) => ({
        line,
        at: Date.parse(records[index]?.recordedtime ?? ''),
      })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);

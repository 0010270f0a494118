/** A record that is corrected or retracted, wherever it was found. */
export interface Target {
  readonly type: string;
  readonly agency: string;
  readonly subject: string | undefined;
}

/** Records that a check takes for stored, by `placeText`: in an import they stand in lines before. */
export type Expected = ReadonlyMap<string, Target>;

export const NOTHING_EXPECTED: Expected = new Map();

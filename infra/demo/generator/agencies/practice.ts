import { DAY } from '@throughline/kernel';
import { Chance } from '../chance';
import type { Days, Moment } from '../calendar';

/**
 * How steadily agencies do what is asked of them. Agencies that are reminded of what is due mostly do it in time: a steady one lets
 * three to eight of a hundred things slip, a weak one twenty to forty. Which it is may change from year to year.
 */
const SLIPS = { steady: [0.03, 0.08], weak: [0.2, 0.4] } as const;

/** How often an agency's history begins with a weak year, and how often a year turns: some one in seven years is a weak one. */
const BEGINS_WEAK = 0.14;
const WEAKENS = 0.07;
const RECOVERS = 0.45;

/** Of what was not done in time, most is done some days late, a little when somebody goes through the files, and few of it never. */
const DONE_LATE = 0.86;
const NEVER_DONE = 0.02;

/** Found when somebody goes through the files. */
const GOING_THROUGH_FILES: Days = [25, 80];

/** When what an agency let slip is done after all: some days late as a rule; undefined where it never is. */
export const doneAfter = (chance: Chance, late: Days): Days | undefined => {
  const draw = chance.next();
  return draw < DONE_LATE ? late : draw < 1 - NEVER_DONE ? GOING_THROUGH_FILES : undefined;
};

const YEAR = 365 * DAY;
/** Practice is told from here on; any day before the first of which a history tells will do. */
const FIRST: Moment = Date.UTC(2015, 0, 1);

/** The practice of a partnership's agencies, the same for the same seed. */
export class Practice {
  private readonly slips = new Map<string, number[]>();

  /** @param only every agency practises so, in every year; without it some are weak in some years */
  constructor(
    private readonly seed: number,
    private readonly only?: keyof typeof SLIPS,
  ) {}

  /** How often an agency does not do in time what it should, at this moment: 0 never, 1 always. */
  slipsOf(agency: string, at: Moment): number {
    const years = this.slips.get(agency) ?? [];
    this.slips.set(agency, years);
    const year = Math.max(0, Math.floor((at - FIRST) / YEAR));
    if (years.length <= year) years.splice(0, years.length, ...this.yearsOf(agency, year + 5));
    return years[year] ?? SLIPS.steady[0];
  }

  private yearsOf(agency: string, until: number): number[] {
    const chance = new Chance(this.seed, 'practice', agency);
    let weak = chance.is(BEGINS_WEAK);
    return Array.from({ length: until + 1 }, () => {
      weak = chance.is(weak ? 1 - RECOVERS : WEAKENS);
      const [from, to] = SLIPS[this.only ?? (weak ? 'weak' : 'steady')];
      return from + chance.next() * (to - from);
    });
  }
}

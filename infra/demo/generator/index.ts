import { addDays, DAY, type Day, endOfDay, MINUTE, startOfDay } from '@throughline/kernel';
import { type PartnershipMade, Place } from './agencies/place';
import { Practice } from './agencies/practice';
import type { Moment } from './calendar';
import { type Making, Population, type Written } from './population';

export type { PartnershipMade } from './agencies/place';

export interface Generated {
  /** Another seed, other families. */
  readonly seed: number;
  /** How many records, over all partnerships. */
  readonly records: number;
  /** The last day; the history begins three years before. */
  readonly endingOn: Day;
  /** Nothing is recorded after this moment of the last day; without it, until its end. */
  readonly until?: Moment;
  readonly partnerships: readonly PartnershipMade[];
  /** Every agency practises so all the time; without it most are steady, and some are weak in some years. */
  readonly practice?: 'steady' | 'weak';
}

const YEARS = 3;

/** So many records are held at once: what is made is written out stretch by stretch, and a longer history takes no more room. */
const AT_ONCE = 20_000;

/** A history so long that it would have more stretches has longer ones: a family is lived anew for each that it reaches into. */
const MOST_STRETCHES = 150;

interface Stretch {
  readonly from: Moment;
  readonly to: Moment;
}

/** Whole days, of which no stretch has more records than may be held at once. */
function* stretchesOf(making: Making, populations: readonly Population[], records: number): Generator<Stretch> {
  const most = Math.max(AT_ONCE, records / MOST_STRETCHES);
  const days = Math.ceil((making.until + 1 - making.from) / DAY);
  let [begins, held] = [0, 0];
  for (let day = 0; day < days; day += 1) {
    const more = populations.reduce((sum, population) => sum + population.recordedOn(day), 0);
    if (held > 0 && held + more > most) {
      yield { from: making.from + begins * DAY, to: making.from + day * DAY };
      [begins, held] = [day, 0];
    }
    held += more;
  }
  yield { from: making.from + begins * DAY, to: making.until + 1 };
}

/** Larger partnerships record more: each has its part by the number of its agencies. */
const shared = (records: number, partnerships: readonly PartnershipMade[]): number[] => {
  const agencies = partnerships.reduce((sum, one) => sum + one.agencies.length, 0);
  let before = 0;
  return partnerships.map((one) => {
    const from = Math.round((records * before) / agencies);
    before += one.agencies.length;
    return Math.round((records * before) / agencies) - from;
  });
};

const byRecording = (one: Written, other: Written): number =>
  one.recordedAt - other.recordedAt || one.order[0] - other.order[0] || one.order[1] - other.order[1] || one.order[2] - other.order[2];

/** A record of the history: a CloudEvent (contract.md, section 1) in JSON. */
export interface GeneratedRecord {
  /** Milliseconds since 1970; the same as its `recordedtime`. */
  readonly recordedAt: number;
  readonly line: string;
}

/**
 * A believable history of partnerships over three years: families, what happened to them, and what each agency recorded of it, soon
 * or late, well or badly. In the order in which it was recorded; the same for the same seed, number, day and partnerships.
 */
export function* generatePartnerships({
  seed,
  records,
  endingOn,
  until: asked,
  partnerships,
  practice: only,
}: Generated): Generator<GeneratedRecord> {
  const last = Math.min(endOfDay(endingOn) - 1, asked ?? Infinity);
  const until = Math.floor(last / MINUTE) * MINUTE;
  const from = startOfDay(addDays(endingOn, -YEARS * 365));
  const making: Making = { seed, from, until, partnerships: partnerships.length };
  const codes = partnerships.map(({ code }) => code);
  const practice = new Practice(seed, only);
  const quotas = shared(records, partnerships);
  const populations = partnerships.map((partnership, number) => {
    const place = new Place(
      partnership,
      number,
      codes.filter((code) => code !== partnership.code),
      practice,
    );
    return new Population(making, place, place.kinds().length === 0 ? 0 : (quotas[number] ?? 0));
  });
  for (const { from: begins, to: ends } of stretchesOf(making, populations, records)) {
    const stretch: Written[] = [];
    for (const population of populations) for (const written of population.recordedBetween(begins, ends)) stretch.push(written);
    stretch.sort(byRecording);
    yield* stretch;
  }
}

import { DAY, HOUR } from '@throughline/kernel';
import { detailsRecorded } from '@throughline/records';
import type { Place } from './agencies/place';
import { daysLater, type Moment } from './calendar';
import { Chance } from './chance';
import { amend } from './lives/amending';
import { victimAlone } from './lives/casts';
import { Life } from './lives/life';
import type { Told } from './lives/told';
import { writtenOut } from './lives/written-out';
import { kindOfFamily, live } from './lives/stories';
import { familyOf } from './people/family';

/** What is made: the same for the same of all of these. */
export interface Making {
  readonly seed: number;
  /** The first moment of which anything is told. */
  readonly from: Moment;
  /** Nothing is recorded later. */
  readonly until: Moment;
  /** How many partnerships are made, so that no two families of any of them share a number. */
  readonly partnerships: number;
}

interface Lived {
  readonly life: Life;
  readonly told: readonly Told[];
}

/** A family's records by when they were recorded, as far as that was before the end. Lived anew, it is the same. */
export const livedBy = ({ seed, from, until, partnerships }: Making, place: Place, index: number): Lived => {
  const chance = new Chance(seed, place.code, index);
  const drawn = kindOfFamily(chance);
  const kind = index === 0 ? 'quiet' : drawn;
  const latest = kind === 'busy' ? 0.6 : 0.99;
  const begins = daysLater(chance, from + Math.floor((chance.next() * latest * (until - from)) / HOUR) * HOUR, 0, 1);
  const number = index * partnerships + place.number;
  const life = new Life(place, familyOf(chance, number, begins, place.postcodes), chance, number);
  live(life, kind, begins, Math.min(until, begins + chance.between(365, 3 * 365) * DAY), until);
  amend(life);
  // With a partnership's first family its history reaches the last day, whatever that day is.
  if (index === 0) for (const agency of place.kinds().slice(0, 1)) life.tell(detailsRecorded, agency, victimAlone(life), {}, until, until);
  const told = life.told.filter(({ recordedAt }) => recordedAt <= until);
  return { life, told: told.sort((one, other) => one.recordedAt - other.recordedAt || one.order - other.order) };
};

/** When a family's first and last records are, and how many of them count. */
interface Span {
  readonly first: Moment;
  readonly last: Moment;
  readonly records: number;
}

/** One record, and where it stands among those of the same moment. */
export interface Written {
  readonly recordedAt: Moment;
  readonly order: readonly [partnership: number, family: number, record: number];
  readonly line: string;
}

/** A partnership's families, as many as make so many records; of the last one only the first records. */
export class Population {
  private readonly spans: Span[] = [];
  private readonly byDay = new Map<number, number>();

  constructor(
    private readonly making: Making,
    readonly place: Place,
    records: number,
  ) {
    for (let left = records; left > 0;) {
      const { told } = livedBy(making, place, this.spans.length);
      const counted = Math.min(left, told.length);
      this.spans.push({ first: told[0]?.recordedAt ?? Infinity, last: told[counted - 1]?.recordedAt ?? -Infinity, records: counted });
      for (const { recordedAt } of told.slice(0, counted)) {
        const day = Math.floor((recordedAt - making.from) / DAY);
        this.byDay.set(day, (this.byDay.get(day) ?? 0) + 1);
      }
      left -= counted;
    }
  }

  /** How many records there are of a day, the first being day 0. */
  recordedOn(day: number): number {
    return this.byDay.get(day) ?? 0;
  }

  /** What was recorded at or after the one and before the other moment, written out, in no order. */
  *recordedBetween(from: Moment, to: Moment): Generator<Written> {
    for (const [index, { first, last, records }] of this.spans.entries()) {
      if (last < from || first >= to) continue;
      const { life, told } = livedBy(this.making, this.place, index);
      for (const [place, one] of told.slice(0, records).entries()) {
        if (one.recordedAt < from || one.recordedAt >= to) continue;
        yield { recordedAt: one.recordedAt, order: [this.place.number, index, place], line: JSON.stringify(writtenOut(life, one)) };
      }
    }
  }
}

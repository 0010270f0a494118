import type { PersonDetails } from '@throughline/records';
import { Chance, when } from '../chance';
import type { Individual } from '../people/family';
import { familyAsWritten, givenAsWritten } from '../people/spelling';
import type { Habits } from './habits';

const dayAndMonthSwapped = (date: string): string => {
  const [year, month = '', day = ''] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year ?? ''}-${day}-${month}` : date;
};

/** The same date as some write it down: the year alone, the month, or day and month in the other order. */
const dateAsHeld = (chance: Chance, date: string, habits: Habits): string => {
  if (chance.is(habits.datesSwapped)) return dayAndMonthSwapped(date);
  return chance.is(0.015) ? date.slice(0, 4) : date;
};

const LEFT_OUT = ['ethnicity', 'religion', 'firstLanguage', 'phone', 'interpreterRequired'] as const;

/** How an agency came to what it holds of a person. */
export interface Taken {
  /** Agencies have compared what they hold, and agreed. */
  readonly agreed: boolean;
  /** Whoever poses the risk is named to agencies by others, in writing, so that less is misheard. */
  readonly posesRisk: boolean;
}

const MISHEARD_OF_WHO_POSES_RISK = 0.15;

/**
 * What an agency holds of a person: always the same of the same, and not always the same as the next agency, until they have `agreed`.
 */
export const detailsHeld = (
  agency: string,
  habits: Habits,
  family: string,
  { place, details }: Individual,
  { agreed, posesRisk }: Taken,
): PersonDetails => {
  const chance = new Chance(agency, family, place);
  const { given, family: name, dateOfBirth, nhsNumber, ...others } = details;
  const left = LEFT_OUT.filter(() => chance.is(0.2));
  const often = posesRisk ? MISHEARD_OF_WHO_POSES_RISK : 1;
  const misspelt = chance.is(habits.misspelt * often) && !agreed;
  const whichName = chance.is(0.6);
  const number = when(chance.is(habits.nhsNumber), nhsNumber);
  const isKnown = chance.is(0.97) || agreed || posesRisk;
  const isRight = agreed || (posesRisk && !chance.is(MISHEARD_OF_WHO_POSES_RISK));
  const date = when(isKnown && dateOfBirth !== undefined, isRight ? dateOfBirth : dateAsHeld(chance, dateOfBirth ?? '', habits));
  const held = {
    ...(given === undefined ? {} : { given: misspelt && whichName ? givenAsWritten(chance, given) : given }),
    ...(name === undefined ? {} : { family: misspelt && !whichName ? familyAsWritten(chance, name) : name }),
    ...(date === undefined ? {} : { dateOfBirth: date }),
    ...others,
    ...(number === undefined ? {} : { nhsNumber: number }),
  };
  for (const field of left) Reflect.deleteProperty(held, field);
  return held;
};

/** Spreads local identifiers over their range without two ever being the same: multiplication modulo a prime. */
const PRIME = 99_999_989;
const STEP = 7_919_317;

/** An agency's own identifier for a person: another at every agency. */
export const localId = (agency: string, habits: Habits, serial: number): string => {
  let offset = 0;
  for (const character of agency) offset = (offset * 31 + (character.codePointAt(0) ?? 0)) % PRIME;
  return `${habits.prefix}${String((((serial + 1) % PRIME) * STEP + offset) % PRIME).padStart(8, '0')}`;
};

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

/** What an agency holds of a person: always the same of the same, and not always the same as the next agency. */
export const detailsHeld = (agency: string, habits: Habits, family: string, { place, details }: Individual): PersonDetails => {
  const chance = new Chance(agency, family, place);
  const { given, family: name, dateOfBirth, nhsNumber, ...others } = details;
  const left = new Set<string>(LEFT_OUT.filter(() => chance.is(0.35)));
  const kept = Object.fromEntries(Object.entries(others).filter(([field]) => !left.has(field))) as PersonDetails;
  const misspelt = chance.is(habits.misspelt);
  const whichName = chance.is(0.6);
  const date = when(dateOfBirth !== undefined && chance.is(0.97), dateAsHeld(chance, dateOfBirth ?? '', habits));
  const number = when(chance.is(habits.nhsNumber), nhsNumber);
  return {
    ...(given === undefined ? {} : { given: misspelt && whichName ? givenAsWritten(chance, given) : given }),
    ...(name === undefined ? {} : { family: misspelt && !whichName ? familyAsWritten(chance, name) : name }),
    ...(date === undefined ? {} : { dateOfBirth: date }),
    ...kept,
    ...(number === undefined ? {} : { nhsNumber: number }),
  };
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

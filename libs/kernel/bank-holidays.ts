import { type Day, type DayNumber, dayNumber, dayOfNumber, numberOfDate, weekday } from './calendar';
import { easterSunday } from './easter';

/** One bank holiday of England and Wales, on the day on which it is taken. */
export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
}

/**
 * What was moved or added by proclamation (Banking and Financial Dealings Act 1971, section 1; Royal Proclamations in the London Gazette;
 * https://www.gov.uk/bank-holidays). One that is proclaimed after this release has to be added here: until
 * then deadlines count its day as a working day.
 */
const PROCLAIMED: readonly { readonly day: Day; readonly name: string; readonly insteadOf?: Day }[] = [
  { day: '1981-07-29', name: 'Royal wedding' },
  { day: '1995-05-08', name: 'Early May bank holiday (VE Day)', insteadOf: '1995-05-01' },
  { day: '1999-12-31', name: 'Millennium' },
  { day: '2002-06-03', name: 'Golden Jubilee' },
  { day: '2002-06-04', name: 'Spring bank holiday', insteadOf: '2002-05-27' },
  { day: '2011-04-29', name: 'Royal wedding' },
  { day: '2012-06-04', name: 'Spring bank holiday', insteadOf: '2012-05-28' },
  { day: '2012-06-05', name: 'Diamond Jubilee' },
  { day: '2020-05-08', name: 'Early May bank holiday (VE Day)', insteadOf: '2020-05-04' },
  { day: '2022-06-02', name: 'Spring bank holiday', insteadOf: '2022-05-30' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
];

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const firstMondayFrom = (number: DayNumber): DayNumber => number + ((8 - weekday(number)) % 7);

/** A holiday that falls on a weekend is taken on a weekday after it. */
const taken = (number: DayNumber, substitute: DayNumber): DayNumber => {
  const day = weekday(number);
  return day === SATURDAY || day === SUNDAY ? substitute : number;
};

/** The eight of every year since 1978. Christmas Day and Boxing Day on a weekend are taken on the 27th and the 28th. */
const ofEveryYear = (year: number): readonly (readonly [DayNumber, string])[] => {
  const newYear = numberOfDate(year, 1, 1);
  const easter = easterSunday(year);
  const christmas = numberOfDate(year, 12, 25);
  return [
    [taken(newYear, firstMondayFrom(newYear)), "New Year's Day"],
    [easter - 2, 'Good Friday'],
    [easter + MONDAY, 'Easter Monday'],
    [firstMondayFrom(numberOfDate(year, 5, 1)), 'Early May bank holiday'],
    [firstMondayFrom(numberOfDate(year, 5, 25)), 'Spring bank holiday'],
    [firstMondayFrom(numberOfDate(year, 8, 25)), 'Summer bank holiday'],
    [taken(christmas, christmas + 2), 'Christmas Day'],
    [taken(christmas + 1, christmas + 3), 'Boxing Day'],
  ];
};

const FIRST_YEAR = 1978;
const LAST_YEAR = 2200;

/** The bank holidays of England and Wales in a year, in order: right from 1978 to the newest proclamation above, by rule to 2200, none outside. */
export const bankHolidays = (year: number): readonly BankHoliday[] => {
  if (year < FIRST_YEAR || year > LAST_YEAR) return [];
  const moved = new Set(PROCLAIMED.map((holiday) => holiday.insteadOf));
  return [
    ...ofEveryYear(year).map(([number, name]) => ({ day: dayOfNumber(number), name })),
    ...PROCLAIMED.filter((holiday) => holiday.day.startsWith(`${year}-`)).map(({ day, name }) => ({ day, name })),
  ]
    .filter((holiday) => !moved.has(holiday.day))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
};

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** Every bank holiday, by its day's number: what counting working days looks into. */
export const bankHolidayNumbers: ReadonlySet<DayNumber> = new Set(
  years.flatMap((year) => bankHolidays(year).map((holiday) => dayNumber(holiday.day))),
);

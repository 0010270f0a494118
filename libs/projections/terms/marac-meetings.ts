import { addDays, type Day, daysBetween } from '@throughline/kernel';
import { maracCaseListed } from '@throughline/records';
import type { PersonFile } from '../case-file/person-file';
import type { Settings } from '../settings/settings';
import { isSubjectSide } from './involvement';

const numbers: Readonly<Record<string, number>> = { week: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** `two weeks` is 14 days, `week` is 7. Undefined for words that name no number of weeks. */
const daysOf = (every: string): number | undefined => {
  const [first = '', unit] = every.trim().toLowerCase().split(/\s+/);
  if (unit !== undefined && !/^weeks?$/.test(unit)) return undefined;
  const weeks = unit !== undefined && /^\d+$/.test(first) ? Number(first) : first === 'one' ? 1 : numbers[first];
  return weeks === undefined || weeks < 1 ? undefined : weeks * 7;
};

/** The partnership's first MARAC meeting after a day, by the rhythm in its settings; undefined where they tell none. */
export const maracMeetingAfter = ({ maracMeetings }: Pick<Settings, 'maracMeetings'>, day: Day): Day | undefined => {
  if (maracMeetings === undefined) return undefined;
  const { every, from } = maracMeetings;
  const rhythm = daysOf(every);
  if (rhythm === undefined) return undefined;
  const passed = daysBetween(from, day);
  return passed < 0 ? from : addDays(from, (Math.floor(passed / rhythm) + 1) * rhythm);
};

/** The meeting at which a person's case comes up next, after a day: the one that it is listed for, else the partnership's next. */
export const nextMaracMeeting = (person: PersonFile, settings: Settings, day: Day): Day | undefined =>
  person
    .of(maracCaseListed)
    .filter((listing) => isSubjectSide(person, listing) && listing.data.meetingOn > day)
    .map(({ data }) => data.meetingOn)
    .sort()[0] ?? maracMeetingAfter(settings, day);

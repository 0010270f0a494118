import { addMonths, londonDay, type RefToken } from '@throughline/kernel';
import {
  attemptsWith,
  type Entry,
  hearingsOf,
  involvedAgencies,
  isEngaged,
  isSubjectSide,
  missedOf,
  nextMaracMeeting,
  type PersonFile,
  sameRecord,
  serviceOf,
  victimsConcerned,
} from '@throughline/projections';
import {
  caseOpened,
  type CommonData,
  contactRecorded,
  involvementStarted,
  is,
  maracCaseHeard,
  maracCaseListed,
  referralMade,
} from '@throughline/records';
import { defineSafeguard, endOf, type JudgedCase, service } from '../safeguard';

const ID = 'marac-non-engagement';

/** What shows that MARAC has many agencies around somebody: two hearings in two years, or a listing with five involved. */
const maracShows = (victim: PersonFile, trigger: Entry, file: JudgedCase): readonly Entry[] => {
  const { maracHeardTimes, maracHeardMonths, manyAgencies } = file.settings.thresholds;
  const since = addMonths(trigger.time, -maracHeardMonths);
  const hearings = hearingsOf(victim).filter(({ time }) => time > since && time <= trigger.time);
  if (new Set(hearings.map(({ data }) => data.meetingOn)).size >= maracHeardTimes) return hearings;
  const listed = victim
    .of(maracCaseListed)
    .findLast(
      (listing) =>
        isSubjectSide(victim, listing as Entry) && !hearingsOf(victim).some(({ data }) => data.meetingOn >= listing.data.meetingOn),
    );
  return listed !== undefined && involvedAgencies(file, victim).length >= manyAgencies ? [listed] : [];
};

/** Records by which another agency becomes involved. */
const mayMakeMany = (trigger: Entry): boolean => is(referralMade, trigger) || is(caseOpened, trigger) || is(involvementStarted, trigger);

/** The hearing that has just answered this does not ask for the next one: a new attempt that fails may. */
const isAnsweredBy = (trigger: Entry, about: RefToken, file: JudgedCase): boolean =>
  file.alertsAbout(about).some(({ safeguard, closedBy }) => safeguard === ID && closedBy !== undefined && sameRecord(trigger, closedBy));

/** Many agencies seek somebody who cannot meet them all: MARAC is where that is seen and put right. */
export const maracNonEngagement = defineSafeguard<CommonData>({
  id: ID,
  version: 1,
  source: {
    seed: '000',
    quote:
      'should a case with multiple agency involvement and serial non-engagement come to MARAC, this should be the forum within which this is recognised and addressed',
  },
  class: 'act',
  watches:
    'A case that was heard twice in 24 months, or is listed with 5 or more involved agencies, and 3 of the last 4 attempts of all services together did not reach the person, from 2 or more services.',
  tells: 'MARAC, for the meeting',
  due: 'The next meeting',
  silentWhen:
    'One service alone does not reach them, fewer attempts failed, what failed was cancelled by the service, or MARAC knows already or has just heard of it.',
  on: [maracCaseHeard, maracCaseListed, contactRecorded, referralMade, caseOpened, involvementStarted],
  standing: true,
  contact: true,
  answer: {
    words: 'The case is heard at MARAC',
    records: [maracCaseHeard],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      return isSubjectSide(file.person, record) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => {
    if (is(contactRecorded, trigger) && isEngaged(trigger)) return [];
    const { missedContacts, recentContacts, missedServices } = file.settings.thresholds;
    return [...victimsConcerned(trigger, file)].flatMap(([victim, about]) => {
      const attempts = attemptsWith(victim, trigger.time);
      const missed = missedOf(attempts, missedContacts, recentContacts);
      if (new Set(missed.map(serviceOf)).size < missedServices) return [];
      if (is(contactRecorded, trigger) && !missed.some(({ index }) => index === trigger.index)) return [];
      const shown = maracShows(victim, trigger, file);
      if (shown.length === 0 || isAnsweredBy(trigger, about, file)) return [];
      // Who becomes involved may make them five around a case that is listed; of what was heard nothing is new.
      if (mayMakeMany(trigger) && !shown.every((entry) => is(maracCaseListed, entry))) return [];
      const meeting = nextMaracMeeting(victim, file.settings, londonDay(file.at));
      const others = [...missed, ...shown].filter(({ index }) => index !== trigger.index) as readonly Entry[];
      return [
        {
          to: [service('marac')],
          about,
          evidence: [trigger, ...others],
          ...(meeting === undefined ? {} : { due: endOf(meeting) }),
          reason: `${missed.length} of the last ${Math.min(recentContacts, attempts.length)} attempts of several services did not reach this person. Not engaging is not assumed to be an informed decision: agree at the meeting who leads, and how contact is made.`,
        },
      ];
    });
  },
});

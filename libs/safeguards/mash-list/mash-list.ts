import { endOfDay, londonDay, nextWorkingDayAt } from '@throughline/kernel';
import {
  concernsWhom,
  type Entry,
  household,
  incidentsBefore,
  inTheirMatters,
  isToSocialCare,
  type PersonFile,
} from '@throughline/projections';
import {
  childNotificationSubmitted,
  inWords,
  investigationOutcomeRecorded,
  is,
  notificationDecided,
  policeIncidentRecorded,
  referralDecided,
  referralMade,
  strategyDiscussionHeld,
} from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, type Term } from '../safeguard';

const nextWorkingDay: Term = (from) => endOfDay(londonDay(nextWorkingDayAt(from, '00:00')));

/** How the police ended what came of an incident, as they told last. */
const outcomeOf = (records: readonly Entry[], file: JudgedCase, members: readonly PersonFile[]) => {
  const numbers = records.flatMap((record) => (is(policeIncidentRecorded, record) ? record.data.incidentNumber : []));
  return inTheirMatters(file, members, investigationOutcomeRecorded).findLast(({ data }) => numbers.includes(data.incidentNumber));
};

/** Who was involved, each role once: no name. */
const involved = (records: readonly Entry[]): string =>
  [...new Set(records.flatMap(({ data }) => data.people.map(({ role }) => inWords(role))))].join(', ');

/** Every child notification is on the next day's list of the MASH, with what the hub knows from before. */
export const mashList = defineSafeguard({
  id: 'mash-list',
  version: 1,
  source: { seed: '004', quote: 'All Police Merlins to be discussed in daily MASH meetings' },
  class: 'act',
  watches: 'The police submit a child notification.',
  tells:
    'MASH, for the list of the next day, with the previous incidents that the hub holds, who was involved, and outcomes, even when the notification brought none',
  due: 'The next working day',
  silentWhen: 'The notification was decided before it came in.',
  on: [childNotificationSubmitted],
  answer: {
    words: 'The decision on this notification, a strategy discussion, or a decided referral to MASH or children’s social care',
    records: [notificationDecided, strategyDiscussionHeld, referralDecided],
    when: (record, alert, file) => {
      const notification = file.person.entry(alert.trigger);
      if (is(notificationDecided, record)) {
        return (
          notification !== undefined &&
          is(childNotificationSubmitted, notification) &&
          record.data.notificationNumber === notification.data.notificationNumber
        );
      }
      // What was before the notification answers nothing of it, though it comes in after.
      const day = is(strategyDiscussionHeld, record) ? record.data.heldOn : londonDay(record.time);
      if (notification !== undefined && day < londonDay(notification.time)) return false;
      if (!is(referralDecided, record)) return true;
      return inTheirMatters(file, household(file), referralMade).some(
        (referral) => referral.data.referralId === record.data.referralId && isToSocialCare(referral),
      );
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const members = household(file, file.fileOf(about));
    const decided = inTheirMatters(file, members, notificationDecided);
    if (decided.some(({ data }) => data.notificationNumber === trigger.data.notificationNumber)) return [];
    const told = incidentsBefore(members, trigger).map(({ day, records }) => ({
      day,
      records,
      outcome: outcomeOf(records, file, members),
    }));
    const history = told.map(
      ({ day, records, outcome }) =>
        `${day} (${involved(records)}; ${outcome === undefined ? 'no outcome recorded' : inWords(outcome.data.outcome)})`,
    );
    const outcomes = told.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
    return [
      {
        to: [service('mash')],
        about,
        evidence: [trigger, ...told.flatMap(({ records }) => records), ...outcomes],
        due: nextWorkingDay,
        reason: `This child notification is for the next day’s list. Previous incidents that agencies have recorded: ${history.length === 0 ? 'none' : history.join(', ')}.`,
      },
    ];
  },
});

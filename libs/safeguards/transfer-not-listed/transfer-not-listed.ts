import { londonDay } from '@throughline/kernel';
import { concernsWhom, type Entry, isSubjectSide, type PersonFile } from '@throughline/projections';
import { is, maracCaseHeard, maracCaseListed, maracTransferReceived } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** Whether a record lists or hears the case at a meeting on or after the day on which it came. */
const brings = (record: Entry, person: PersonFile, transfer: Entry): boolean =>
  (is(maracCaseListed, record) || is(maracCaseHeard, record)) &&
  isSubjectSide(person, record) &&
  record.data.meetingOn >= londonDay(transfer.time);

/** A case that comes from another MARAC is listed here. */
export const transferNotListed = defineSafeguard({
  id: 'transfer-not-listed',
  version: 1,
  source: {
    seed: '004',
    quote: 'there was a referral received by Solace but with no mention of the case being heard at Greenwich MARAC 5 times previously',
  },
  class: 'act',
  watches: 'A case was transferred here from another MARAC, and is not listed within 10 working days.',
  tells: 'MARAC',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'It is listed for a meeting, or heard at one, on or after the day on which it came.',
  on: [maracTransferReceived],
  answer: {
    words: 'The case is listed for MARAC',
    records: [maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      const transfer = file.person.entry(alert.trigger);
      return transfer !== undefined && brings(record, file.person, transfer);
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const person = file.fileOf(about);
    const known: readonly Entry[] = [...person.of(maracCaseListed), ...person.of(maracCaseHeard)] as readonly Entry[];
    if (known.some((record) => brings(record, person, trigger))) return [];
    const { listTransferWorkingDays } = file.settings.thresholds;
    return [
      {
        to: [service('marac')],
        about,
        evidence: [trigger],
        unlessWithin: workingDays(listTransferWorkingDays),
        reason: `This case was transferred from another MARAC ${listTransferWorkingDays} working days ago and is not listed: list it.`,
      },
    ];
  },
});

import { type CaseFile, concernedBy, concernsWhom, type Entry, household } from '@throughline/projections';
import { is, strategyDiscussionHeld, strategyDiscussionRequested } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

type Request = Entry<(typeof strategyDiscussionRequested)['Data']>;

/**
 * Whether this is the discussion that was asked for, or one that was asked for later about the same people, whatever each agency
 * calls them.
 */
const isHeld = (record: Entry, request: Request, file: CaseFile): boolean => {
  if (!is(strategyDiscussionHeld, record) || record.data.requestedOn < request.data.requestedOn) return false;
  const people = new Set(concernedBy(request).map((ref) => file.fileOf(ref)));
  return concernedBy(record).some((ref) => people.has(file.fileOf(ref)));
};

/** A strategy discussion that was asked for is held in time. */
export const strategyDiscussionLate = defineSafeguard({
  id: 'strategy-discussion-late',
  version: 1,
  source: { seed: '002', quote: 'In another the strategy discussion was not completed within time' },
  class: 'act',
  watches: 'A strategy discussion is requested and not held within 3 working days.',
  tells: 'Children’s social care',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'It is held in that time.',
  on: [strategyDiscussionRequested],
  answer: {
    words: 'The strategy discussion, once it is held',
    records: [strategyDiscussionHeld],
    when: (record, alert, file) => {
      const request = file.person.entry(alert.trigger);
      return request !== undefined && is(strategyDiscussionRequested, request) && isHeld(record, request, file);
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const held = household(file, file.fileOf(about)).flatMap((member) => member.of(strategyDiscussionHeld));
    if (held.some((discussion) => isHeld(discussion, trigger, file))) return [];
    return [
      {
        to: [service('childrens-social-care')],
        about,
        evidence: [trigger],
        unlessWithin: workingDays(file.settings.thresholds.strategyDiscussionWorkingDays),
        reason: `The strategy discussion that was requested on ${trigger.data.requestedOn} has not been held: hold it.`,
      },
    ];
  },
});

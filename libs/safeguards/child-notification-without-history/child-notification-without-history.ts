import { concernsWhom, household, incidentsBefore } from '@throughline/projections';
import { childNotificationSubmitted } from '@throughline/records';
import { acknowledgement, defineSafeguard, service, workingDays } from '../safeguard';

/** A child notification tells of every incident before, so that one that comes again has a context. */
export const childNotificationWithoutHistory = defineSafeguard({
  id: 'child-notification-without-history',
  version: 1,
  source: {
    seed: '004',
    quote:
      'Merlins need to include details of previous incidents, who was involved and the outcomes of enquiries so that repeat referrals have some context',
  },
  class: 'tidy',
  watches: 'A child notification tells of fewer previous incidents than agencies have recorded.',
  tells: 'Police, MASH',
  due: '1 working day',
  silentWhen: 'It tells of as many, or nobody recorded an incident before.',
  on: [childNotificationSubmitted],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const before = incidentsBefore(household(file, file.fileOf(about)), trigger);
    const told = trigger.data.previousIncidents?.length ?? 0;
    if (told >= before.length) return [];
    return [
      {
        to: [service('police'), service('mash')],
        about,
        evidence: [trigger, ...before.flatMap(({ records }) => records)],
        due: workingDays(1),
        reason: `This child notification tells of ${told} previous ${told === 1 ? 'incident' : 'incidents'}; agencies have recorded ${before.length}. Add who was involved and what came of them.`,
      },
    ];
  },
});

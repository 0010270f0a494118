import { concernsWhom, household, inTheirMatters } from '@throughline/projections';
import { assessmentCompleted, assessmentStarted, is } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** An assessment that was begun is completed in time. */
export const assessmentLate = defineSafeguard({
  id: 'assessment-late',
  version: 1,
  source: { seed: 'working-together', quote: 'no longer than 45 working days from the point of referral' },
  class: 'act',
  contact: true,
  watches: 'An assessment is started and not completed in 45 working days, under section 47 in 15.',
  tells: 'Children’s social care',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'It is completed in that time.',
  on: [assessmentStarted],
  answer: {
    words: 'The completed assessment',
    records: [assessmentCompleted],
    when: (record, alert, file) => {
      const started = file.person.entry(alert.trigger);
      return (
        is(assessmentCompleted, record) &&
        started !== undefined &&
        is(assessmentStarted, started) &&
        record.data.assessmentId === started.data.assessmentId
      );
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const completed = inTheirMatters(file, household(file, file.fileOf(about)), assessmentCompleted);
    if (completed.some(({ data }) => data.assessmentId === trigger.data.assessmentId)) return [];
    const { assessmentWorkingDays, section47WorkingDays } = file.settings.thresholds;
    const days = trigger.data.kind === 'section-47' ? section47WorkingDays : assessmentWorkingDays;
    return [
      {
        to: [service('childrens-social-care')],
        about,
        evidence: [trigger],
        unlessWithin: workingDays(days),
        reason: `The assessment ${trigger.data.assessmentId} was started ${days} working days ago and is not completed: complete it.`,
      },
    ];
  },
});

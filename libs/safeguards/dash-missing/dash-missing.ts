import { addMonths } from '@throughline/kernel';
import { assessmentsOf, incidentDay, victimsOf } from '@throughline/projections';
import {
  abuseDisclosed,
  type CommonData,
  healthDisclosureRecorded,
  is,
  orderBreached,
  policeIncidentRecorded,
  riskAssessmentCompleted,
} from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** Every incident and every disclosure is followed by a risk assessment, not only what goes to MARAC. */
export const dashMissing = defineSafeguard<CommonData>({
  id: 'dash-missing',
  version: 1,
  source: {
    seed: '001',
    quote:
      'should be completed in all domestic abuse situations not just when referring cases to for Multi-Agency Risk Assessment Conferences',
  },
  class: 'act',
  watches: 'An incident or a disclosure, and no risk assessment of that victim within 5 working days.',
  tells: 'The agency that recorded it',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The victim was assessed in the 3 months before, or is in those days, by whichever agency.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached],
  standing: true,
  contact: true,
  answer: {
    words: 'A risk assessment',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      const since = trigger === undefined ? 0 : addMonths(trigger.time, -file.settings.thresholds.dashMonths);
      return assessmentsOf(file.person).some((entry) => entry.index === record.index) && record.time > since;
    },
  },
  judge: (trigger, file) => {
    if (is(policeIncidentRecorded, trigger) && incidentDay(trigger) === undefined) return [];
    const { dashMonths, dashWorkingDays } = file.settings.thresholds;
    const since = addMonths(trigger.time, -dashMonths);
    return [...victimsOf(trigger, file)].flatMap(([victim, about]) =>
      assessmentsOf(victim).some(({ time }) => time > since)
        ? []
        : [
            {
              to: [agency(trigger.agency)],
              about,
              evidence: [trigger],
              unlessWithin: workingDays(dashWorkingDays),
              reason: `No risk assessment has been made in the ${dashWorkingDays} working days since this was recorded: assess the risk with DASH.`,
            },
          ],
    );
  },
});

import { londonDay } from '@throughline/kernel';
import { type Entry, inTheirMatters, isSubjectSide, type PersonFile, victimsOf } from '@throughline/projections';
import { is, policeIncidentRecorded, referralMade } from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

/** A referral of this victim, or of somebody who stands beside them in the same matter, that was not made before the incident. */
const refers = (record: Entry, victim: PersonFile, incident: Entry, file: JudgedCase): boolean =>
  is(referralMade, record) &&
  (record.data.service === 'idva' || record.data.service === 'specialist-da') &&
  londonDay(record.time) >= londonDay(incident.time) &&
  [victim, ...file.underSameMatters(victim)].some((person) => isSubjectSide(person, record));

/** Police who were called to domestic abuse refer the victim to somebody who can help. */
export const specialistReferralMissing = defineSafeguard({
  id: 'specialist-referral-missing',
  version: 1,
  source: { seed: '004', quote: 'there was no referral to Solace from the Police when this would have been expected' },
  class: 'act',
  watches: 'A police incident, and no referral of the victim to an IDVA or a specialist service within 2 working days.',
  tells: 'Police',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The victim declined the offer, was referred, or the incident was not domestic abuse.',
  on: [policeIncidentRecorded],
  contact: true,
  answer: {
    words: 'A referral of the victim to an IDVA or a specialist domestic abuse service',
    records: [referralMade],
    when: (record, alert, file) => {
      const incident = file.person.entry(alert.trigger);
      return incident !== undefined && refers(record, file.person, incident, file);
    },
  },
  judge: (trigger, file) => {
    const { domesticAbuse, specialistOffer } = trigger.data;
    if (domesticAbuse === false || specialistOffer === 'declined') return [];
    const days = file.settings.thresholds.specialistReferralWorkingDays;
    return [...victimsOf(trigger as Entry, file)]
      .filter(([victim]) => !inTheirMatters(file, [victim], referralMade).some((made) => refers(made, victim, trigger, file)))
      .map(([, about]) => ({
        to: [service('police')],
        about,
        evidence: [trigger],
        unlessWithin: workingDays(days),
        reason: `No referral to an IDVA or a specialist domestic abuse service within ${days} working days of the incident: refer.`,
      }));
  },
});

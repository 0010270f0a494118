import { familyOf, household, involvedAgencies, isSubjectSide, leadAgency, newestNomination } from '@throughline/projections';
import { caseClosed, type CommonData, involvementEnded, leadAgencyNominated } from '@throughline/records';
import { agency, defineSafeguard, service, workingDays } from '../safeguard';

/** When the agency that leads goes, somebody else takes the lead. */
export const leadAgencyLost = defineSafeguard<CommonData>({
  id: 'lead-agency-lost',
  version: 1,
  source: { seed: '003', quote: 'lacked a consistent professional who could work with her and support her' },
  class: 'act',
  watches: 'The case or involvement of the lead agency ends while other agencies are involved.',
  tells: 'MARAC, and the other involved agencies',
  due: '2 working days',
  silentWhen: 'Another agency leads, the lead agency goes on with other work, or nobody else is involved.',
  on: [caseClosed, involvementEnded],
  standing: true,
  contact: true,
  answer: {
    words: 'The nomination of a lead agency',
    records: [leadAgencyNominated],
    // A nomination of before, of an agency that has left since, gives nobody a lead.
    when: (record, _alert, file) =>
      household(file).some((member) => isSubjectSide(member, record)) && leadAgency(file, household(file)) !== undefined,
  },
  judge: (trigger, file) => {
    const family = familyOf(file, trigger);
    const nomination = newestNomination(family);
    if (nomination?.data.agency !== trigger.agency || leadAgency(file, family) !== undefined) return [];
    const others = involvedAgencies(file)
      .map((involvement) => involvement.agency)
      .filter((code) => code !== trigger.agency);
    if (others.length === 0) return [];
    return [
      {
        to: [service('marac'), ...others.map(agency)],
        evidence: [trigger, nomination],
        due: workingDays(2),
        reason: 'The agency that led has ended its work while others are involved: nominate another lead agency.',
      },
    ];
  },
});

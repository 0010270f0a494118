import { agencyFor, agencyKind, concernsWhom, household, involvedAgencies, peopleOf } from '@throughline/projections';
import { assessmentCompleted, recordCorrected } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** An assessment of a child belongs to every agency that works with the family. */
export const assessmentNotMultiAgency = defineSafeguard({
  id: 'assessment-not-multi-agency',
  version: 1,
  source: {
    seed: '002',
    quote: 'single assessments are indeed multi-agency assessments and partner contribution is required',
  },
  class: 'act',
  watches: 'A single or section 47 assessment without an involved agency, or without the police where somebody poses a risk.',
  tells: 'Children’s social care',
  due: '3 working days',
  silentWhen:
    'Every involved agency contributed, the police too where somebody poses a risk; the assessing agency never counts as missing.',
  on: [assessmentCompleted],
  answer: { words: 'A corrected assessment', records: [recordCorrected] },
  judge: (trigger, file) => {
    const { kind, contributions } = trigger.data;
    if (kind !== 'single' && kind !== 'section-47') return [];
    const about = concernsWhom(trigger);
    const whose = file.fileOf(about);
    const isKnownRisk =
      peopleOf(trigger, 'person-posing-risk').length > 0 ||
      household(file, whose).some((member) => [...member.companions().values()].some((roles) => roles.has('person-posing-risk')));
    const isPolice = (code: string): boolean => agencyKind(file.settings, code) === 'police';
    const police =
      isKnownRisk && ![trigger.agency, ...contributions].some(isPolice) ? [agencyFor(file.settings, 'police') ?? 'police'] : [];
    const involved = involvedAgencies(file, whose).filter(({ since }) => since <= trigger.time);
    const missing = [...new Set([...involved.map(({ agency }) => agency), ...police])].filter(
      (code) => code !== trigger.agency && !contributions.includes(code),
    );
    if (missing.length === 0) return [];
    return [
      {
        to: [service('childrens-social-care')],
        about,
        evidence: [trigger],
        due: workingDays(3),
        reason: `The assessment is without the contribution of ${missing.join(', ')}: ask for it and complete the assessment.`,
      },
    ];
  },
});

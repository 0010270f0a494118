import {
  type AcrossRisk,
  type Entry,
  incidentDay,
  isSubjectSide,
  maracActivityWithin,
  type PersonFile,
  personsPosingRiskTo,
  sameRecord,
  victimsOf,
} from '@throughline/projections';
import {
  abuseDisclosed,
  assessmentCompleted,
  type CommonData,
  healthDisclosureRecorded,
  is,
  maracCaseHeard,
  maracCaseListed,
  orderBreached,
  policeIncidentRecorded,
  referralMade,
  riskAssessmentCompleted,
} from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const isAssessment = (entry: Entry): boolean => is(riskAssessmentCompleted, entry) || is(assessmentCompleted, entry);

/** Those whom the victim's incidents and assessments name as posing risk, as far as they happened by then, each with those records. */
const named = (victim: PersonFile, trigger: Entry, file: JudgedCase): readonly AcrossRisk[] =>
  personsPosingRiskTo(file, victim)
    .map((each) => ({
      ...each,
      records: each.records.filter((entry) => (isAssessment(entry) || incidentDay(entry) !== undefined) && entry.index <= trigger.index),
    }))
    .filter(({ records }) => records.length > 0);

/** Whether two are known to be different: somebody says who each of them is, or one agency has a reference for each. */
const areDifferent = (one: AcrossRisk, other: AcrossRisk): boolean =>
  [one, other].every(({ person }) => person.details().length > 0) ||
  one.records.some((entry) => other.records.some((record) => record.agency === entry.agency));

/** As many of them as are certainly different from each other; who has details is certain first. */
const different = (all: readonly AcrossRisk[]): readonly AcrossRisk[] => {
  const certain: AcrossRisk[] = [];
  const detailed = all.filter(({ person }) => person.details().length > 0);
  for (const each of [...detailed, ...all.filter((other) => !detailed.includes(other))]) {
    if (certain.every((other) => areDifferent(each, other))) certain.push(each);
  }
  return certain;
};

/** A victim of more than one person goes to MARAC, whatever the level: no single incident shows the danger that they are in. */
export const manyPerpetrators = defineSafeguard<CommonData>({
  id: 'many-perpetrators',
  version: 1,
  source: {
    seed: '003',
    quote:
      'repeat victims of more than one perpetrator being treated as a special category of DA victim/survivor with automatic escalation to MARAC',
  },
  class: 'now',
  watches: 'The incidents and assessments of a victim name 2 or more different people who pose a risk.',
  tells: 'MARAC, the IDVA service, the agency that recorded it: automatic escalation to MARAC',
  due: '1 working day',
  silentWhen:
    'They name one, or nobody knows whether the references that they name are 2 people; or the case went to MARAC in the 12 months before, and this record names nobody new since.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached, riskAssessmentCompleted, assessmentCompleted],
  alsoLate: true,
  standing: true,
  answer: {
    words: 'A MARAC referral or listing',
    records: [referralMade, maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      if (is(referralMade, record) && record.data.service !== 'marac') return false;
      const trigger = file.person.entry(alert.trigger);
      return isSubjectSide(file.person, record) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => {
    const { manyPerpetrators: many, currentMonths } = file.settings.thresholds;
    if (!isAssessment(trigger) && incidentDay(trigger) === undefined) return [];
    return [...victimsOf(trigger, file)].flatMap(([victim, about]) => {
      if (!victim.hasBeen('victim')) return [];
      const all = different(named(victim, trigger, file));
      const here = all.filter(({ records }) => records.some((entry) => sameRecord(entry, trigger)));
      if (all.length < many || here.length === 0) return [];
      const last = maracActivityWithin(victim, file.at, currentMonths).at(-1);
      const isNew = here.some(({ records }) => last === undefined || records.every((entry) => entry.index > last.index));
      if (!isNew) return [];
      const others = new Set(all.flatMap(({ records }) => records).filter((entry) => !sameRecord(entry, trigger)));
      return [
        {
          to: [service('marac'), service('idva'), agency(trigger.agency)],
          about,
          evidence: [trigger, ...[...others].sort((one, other) => one.time - other.time || one.index - other.index)],
          due: workingDays(1),
          reason: `Records name ${all.length} different persons who pose a risk to this victim: refer to MARAC, whatever the level.`,
        },
      ];
    });
  },
});

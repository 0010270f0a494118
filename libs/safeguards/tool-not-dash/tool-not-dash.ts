import { assessmentsOf, currentAssessments, type Entry, type PersonFile, sameRecord, victimsOf } from '@throughline/projections';
import { is, riskAssessmentCompleted } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

/** Each agency's newest assessment of the months in which two of them ought to agree. */
const newest = (victim: PersonFile, at: number, file: JudgedCase) =>
  currentAssessments(victim, at, file.settings.thresholds.levelsAgreeMonths);

/** Agencies that assess one person speak one language of risk. */
export const toolNotDash = defineSafeguard({
  id: 'tool-not-dash',
  version: 1,
  source: { seed: '002', quote: 'a range of tools are available and used by practitioners which supports inconsistencies in practice' },
  class: 'tidy',
  watches: 'A risk assessment with a tool that is not one of the agreed ones, or the newest levels of two agencies differ within 3 months.',
  tells: 'The agency that used the tool; of differing levels both agencies',
  due: '5 working days',
  silentWhen: 'An agreed tool was used, and no other agency’s newest level of those months differs.',
  on: [riskAssessmentCompleted],
  contact: true,
  answer: {
    words: 'The newest levels of all agencies are equal, assessed with an agreed tool',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      if (!is(riskAssessmentCompleted, record) || trigger === undefined || !is(riskAssessmentCompleted, trigger)) return false;
      if (!assessmentsOf(file.person).some((entry) => sameRecord(entry, record)) || record.time < trigger.time) return false;
      if (trigger.data.tool === 'other' && record.data.tool === 'other') return false;
      return new Set(newest(file.person, Math.max(file.at, record.time), file).map(({ data }) => data.level)).size <= 1;
    },
  },
  judge: (trigger, file) =>
    [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
      const all = newest(victim, Math.max(file.at, trigger.time), file);
      const isNewest = all.some((entry) => sameRecord(entry, trigger));
      const differing = isNewest
        ? all.filter(({ agency: other, data }) => other !== trigger.agency && data.level !== trigger.data.level)
        : [];
      const otherTool = trigger.data.tool === 'other';
      if (!otherTool && differing.length === 0) return [];
      const words = [
        ...(otherTool ? ['A risk assessment used a tool that is not one of those agreed: assess with DASH.'] : []),
        ...(differing.length > 0 ? ['The newest risk levels of two agencies differ within 3 months: agree on one.'] : []),
      ];
      return [
        {
          to: [trigger.agency, ...differing.map((entry) => entry.agency)].map(agency),
          about,
          evidence: [trigger, ...differing],
          due: workingDays(5),
          reason: words.join(' '),
        },
      ];
    }),
});

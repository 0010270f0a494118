import { currentAssessments, type Entry, higher, involvedAgencies, riskLevel, sameRecord, victimsOf } from '@throughline/projections';
import { riskAssessmentCompleted } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard } from '../safeguard';

/** When a person's risk level rises, every agency that works with them knows. */
export const riskRaised = defineSafeguard({
  id: 'risk-raised',
  version: 1,
  source: { seed: '001', quote: 'so that they are aware of any changes and can make sure people are safe' },
  class: 'know',
  otherClass: { class: 'now', where: 'where the risk is now high' },
  watches: 'A risk assessment raises a person’s risk level.',
  tells: 'Every involved agency',
  due: 'No time; it is acknowledged',
  silentWhen: 'The level stays or falls, or a first assessment finds standard risk; the assessing agency is not told of its own act.',
  on: [riskAssessmentCompleted],
  comparesWithBefore: true,
  answer: acknowledgement,
  judge: (trigger, file) =>
    [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
      const months = file.settings.thresholds.currentMonths;
      const before = riskLevel(victim, trigger.time, months, trigger);
      const { level } = trigger.data;
      // An older assessment that comes in late does not change what its agency thinks now; a sender's clock may be ahead.
      const at = Math.max(file.at, trigger.time);
      const isCurrent = currentAssessments(victim, at, months).some((entry) => sameRecord(entry, trigger));
      if (!isCurrent || !higher(level, before ?? 'standard')) return [];
      const others = involvedAgencies(file, victim)
        .map((involvement) => involvement.agency)
        .filter((code) => code !== trigger.agency);
      return [
        {
          to: others.map(agency),
          about,
          class: level === 'high' ? ('now' as const) : ('know' as const),
          evidence: [trigger],
          reason: `The risk level has risen ${before === undefined ? 'to' : `from ${before} to`} ${level}: review what you do to keep this person safe.`,
        },
      ];
    }),
});

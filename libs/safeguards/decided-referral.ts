import { type Decision, decisionsOn, type Entry, type Referral, referralOf } from '@throughline/projections';
import { is, referralDecided, referralMade } from '@throughline/records';
import type { Alert } from './alert';
import type { JudgedCase } from './safeguard';

/** A decision, and the referral that it decides. */
export interface DecidedReferral {
  readonly decision: Decision;
  readonly referral: Referral;
}

/**
 * The decided referral of which a record tells first: a decision on a referral that the hub holds, or a referral that comes in after
 * its decision. Of several decisions the last one stands.
 */
export const decidedBy = (trigger: Entry, file: JudgedCase): DecidedReferral | undefined => {
  if (is(referralDecided, trigger)) {
    const referral = referralOf(file, trigger);
    // A referral that came in after its decision tells of both, unless the decision was corrected since.
    const saidAt = trigger.amendment?.index ?? trigger.index;
    return referral === undefined || referral.index > saidAt ? undefined : { decision: trigger, referral };
  }
  if (!is(referralMade, trigger)) return undefined;
  const decision = decisionsOn(file, trigger).findLast(({ index }) => index < trigger.index);
  if (decision === undefined || (decision.amendment?.index ?? -1) > trigger.index) return undefined;
  return { decision, referral: trigger };
};

/** Both records, the one that triggers first. */
export const evidenceOf = (trigger: Entry, { decision, referral }: DecidedReferral): readonly Entry[] =>
  trigger.index === decision.index ? [trigger, referral] : [trigger, decision];

/** The decision on which an alert rests, whichever of the two records triggered it. */
export const decisionBehind = ({ evidence }: Pick<Alert, 'evidence'>, file: JudgedCase): Decision | undefined =>
  [file.person, ...file.underSameMatters(file.person)]
    .flatMap((person) => evidence.flatMap((key) => person.entry(key) ?? []))
    .find((entry): entry is Entry & Decision => is(referralDecided, entry));

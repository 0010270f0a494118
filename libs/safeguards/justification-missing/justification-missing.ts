import { concernsWhom, type Entry, isBlank } from '@throughline/projections';
import {
  caseClosed,
  type CommonData,
  inWords,
  investigationOutcomeRecorded,
  is,
  recordCorrected,
  referralDecided,
} from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** What was decided without a reason, in words; undefined where a reason stands beside it, or none is owed. */
const unexplained = (record: Entry): string | undefined => {
  if (is(referralDecided, record)) {
    const { outcome, justification } = record.data;
    return outcome !== 'accepted' && isBlank(justification) ? `The decision on a referral (${inWords(outcome)})` : undefined;
  }
  if (is(caseClosed, record))
    return isBlank(record.data.justification) ? `The closure of a case (${inWords(record.data.reason)})` : undefined;
  if (is(investigationOutcomeRecorded, record)) {
    const { outcome, justification } = record.data;
    return outcome !== 'ongoing' && isBlank(justification) ? `The outcome of an investigation (${inWords(outcome)})` : undefined;
  }
  return undefined;
};

/** Every decision to go no further says why. */
export const justificationMissing = defineSafeguard<CommonData>({
  id: 'justification-missing',
  version: 1,
  source: {
    seed: '000',
    quote:
      'It is essential that all decisions made in terms of referral onward or no further action are recorded clearly, both the decision that has been made and the justification for it',
  },
  class: 'act',
  watches: 'A referral is decided other than accepted, a case closed or a police investigation ended, and no reason is recorded.',
  tells: 'The deciding agency',
  due: '1 working day',
  silentWhen: 'A reason is recorded, the referral was accepted, or the investigation goes on.',
  on: [referralDecided, caseClosed, investigationOutcomeRecorded],
  answer: {
    words: 'A correction that gives the reason',
    records: [recordCorrected],
    // A correction supersedes what its record raised, and this is judged again; it answers nothing else.
    when: () => false,
  },
  judge: (trigger) => {
    const what = unexplained(trigger);
    if (what === undefined) return [];
    return [
      {
        to: [agency(trigger.agency)],
        about: concernsWhom(trigger),
        evidence: [trigger],
        due: workingDays(1),
        reason: `${what} has no reason recorded: correct the record and say why.`,
      },
    ];
  },
});

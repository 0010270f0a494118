import { hasDomesticAbuseHistory, household, inTheirMatters, involvedAgencies } from '@throughline/projections';
import { caseClosureProposed, is, viewGiven } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** Before a case closes, every involved agency that was not asked is asked for its view. */
export const closureViewsWanted = defineSafeguard({
  id: 'closure-views-wanted',
  version: 1,
  source: { seed: '004', quote: 'for all professionals involved to be consulted to make sure all information is up-to-date' },
  class: 'act',
  watches: 'An agency proposes to close a case with a history of domestic abuse, and an involved agency has not been consulted.',
  tells: 'Involved agencies that have not been consulted',
  due: '3 working days',
  silentWhen: 'Every involved agency was consulted or has given its view, or there is no domestic abuse in the history.',
  on: [caseClosureProposed],
  answer: {
    words: 'The agency’s view on the closure',
    records: [viewGiven],
    when: (record, alert, file) => {
      const proposal = file.person.entry(alert.trigger);
      if (!is(viewGiven, record) || record.agency !== alert.agency || proposal === undefined || !is(caseClosureProposed, proposal))
        return false;
      return record.data.caseId === undefined ? record.time >= proposal.time : record.data.caseId === proposal.data.caseId;
    },
  },
  judge: (trigger, file) => {
    if (!hasDomesticAbuseHistory(file)) return [];
    // Who has seen the proposal before it came in here has been asked.
    const given = inTheirMatters(file, household(file), viewGiven).filter(
      ({ data, time }) => data.caseId === trigger.data.caseId && time >= trigger.time,
    );
    const asked = new Set([trigger.agency, ...trigger.data.consulted, ...given.map((view) => view.agency)]);
    const unasked = involvedAgencies(file)
      .map((involvement) => involvement.agency)
      .filter((code) => !asked.has(code));
    return unasked.map((code) => ({
      to: [agency(code)],
      evidence: [trigger],
      due: workingDays(3),
      reason: `${trigger.agency} proposes to close case ${trigger.data.caseId}; your agency is involved and has not been consulted: give your view.`,
    }));
  },
});

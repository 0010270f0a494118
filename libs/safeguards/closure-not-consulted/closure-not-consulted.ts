import { type CaseFile, type Entry, hasDomesticAbuseHistory, household, inTheirMatters, involvedAgencies } from '@throughline/projections';
import { caseClosed, caseClosureProposed, is, viewGiven } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

type Closure = Entry<(typeof caseClosed)['Data']>;

/** Involved agencies that were neither consulted nor have given their view on this closure. */
const missing = (file: CaseFile, closure: Closure): readonly string[] => {
  const members = household(file);
  const proposed = inTheirMatters(file, members, caseClosureProposed)
    .filter((proposal) => proposal.data.caseId === closure.data.caseId && proposal.index < closure.index)
    .map((proposal) => proposal.time);
  const since = Math.min(closure.time, ...proposed);
  const viewed = new Set(
    inTheirMatters(file, members, viewGiven)
      .filter((view) => (view.data.caseId === undefined ? view.time >= since : view.data.caseId === closure.data.caseId))
      .map((view) => view.agency),
  );
  return involvedAgencies(file, file.person, closure as Entry)
    .filter((involvement) => involvement.since <= closure.time)
    .map((involvement) => involvement.agency)
    .filter((code) => code !== closure.agency && !closure.data.consulted.includes(code) && !viewed.has(code));
};

/** A case was closed without everybody who works with the family having been heard. */
export const closureNotConsulted = defineSafeguard({
  id: 'closure-not-consulted',
  version: 1,
  source: { seed: '004', quote: 'there is a need to ensure multi-agency input into Child in Need and Child Protection meetings' },
  class: 'act',
  watches: 'A case with a history of domestic abuse is closed, and an involved agency was neither consulted nor has given its view.',
  tells: 'The closing agency; names who is missing',
  due: '2 working days',
  silentWhen: 'Everybody involved was consulted or has given a view, or there is no domestic abuse in the history.',
  on: [caseClosed],
  answer: {
    words: 'The views of the agencies that are missing, or a corrected closure',
    records: [viewGiven],
    when: (record, alert, file) => {
      const closure = file.person.entry(alert.trigger);
      return is(viewGiven, record) && closure !== undefined && is(caseClosed, closure) && missing(file, closure).length === 0;
    },
  },
  judge: (trigger, file) => {
    if (!hasDomesticAbuseHistory(file)) return [];
    const unheard = missing(file, trigger);
    if (unheard.length === 0) return [];
    return [
      {
        to: [agency(trigger.agency)],
        evidence: [trigger],
        due: workingDays(2),
        reason: `Case ${trigger.data.caseId} was closed before these involved agencies were heard: ${unheard.join(', ')}. Ask for their views.`,
      },
    ];
  },
});

import { ageOn, londonDay } from '@throughline/kernel';
import {
  type CaseFile,
  hasDomesticAbuseHistory,
  household,
  involvedAgencies,
  knownAgencies,
  type PersonFile,
} from '@throughline/projections';
import { caseClosed } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, service } from '../safeguard';

/** Those of this household who were of the given ages at an instant, as far as a date of birth is held, in whatever role they are named. */
const childrenAged = (file: CaseFile, at: number, least: number, most: number): readonly PersonFile[] =>
  household(file).filter((member) => {
    const born = member.dateOfBirth();
    if (born === undefined) return false;
    const age = ageOn(born, londonDay(at));
    return age.most >= least && age.least <= most;
  });

/** When a case with a history of domestic abuse closes, everybody around the family is told. */
export const caseClosure = defineSafeguard({
  id: 'case-closure',
  version: 1,
  source: { seed: '004', quote: 'the importance of alerting all agencies when there has been a history of domestic abuse' },
  class: 'know',
  watches: 'A case is closed about somebody with a history of domestic abuse.',
  tells: 'Every involved agency, and known ones (the one thing that they are told unasked); education for each child of 4 to 16',
  due: 'No time; it is acknowledged',
  silentWhen: 'There is no domestic abuse in the history; the agency that closed the case is not told of its own act.',
  on: [caseClosed],
  answer: acknowledgement,
  judge: (trigger, file) => {
    if (!hasDomesticAbuseHistory(file)) return [];
    const around = [...involvedAgencies(file).map((involvement) => involvement.agency), ...knownAgencies(file)];
    const others = [...new Set(around)].filter((code) => code !== trigger.agency);
    const reason = `A case was closed (reason: ${trigger.data.reason.replaceAll('-', ' ')}) and there is a history of domestic abuse.`;
    const children = childrenAged(file, trigger.time, 4, 16).map((child) => ({
      to: [service('education')],
      about: child.refs.find((ref) => trigger.data.people.some((named) => named.ref === ref)) ?? child.person,
      evidence: [trigger],
      reason: 'A case about this child’s household was closed and there is a history of domestic abuse.',
    }));
    return [...children, { to: others.map(agency), evidence: [trigger], reason }];
  },
});

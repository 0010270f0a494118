import { londonDay } from '@throughline/kernel';
import {
  childrenAmong,
  enrolmentOn,
  hasDomesticAbuseHistory,
  household,
  involvedAgencies,
  isAged,
  knownAgencies,
  refIn,
  settingOf,
} from '@throughline/projections';
import { caseClosed } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, service } from '../safeguard';

const [YOUNGEST, OLDEST] = [4, 16];

/** When a case with a history of domestic abuse closes, everybody around the family is told. */
export const caseClosure = defineSafeguard({
  id: 'case-closure',
  version: 1,
  source: { seed: '004', quote: 'the importance of alerting all agencies when there has been a history of domestic abuse' },
  class: 'know',
  watches: 'A case is closed about somebody with a history of domestic abuse.',
  tells:
    'Every involved agency, and those that recorded something about the family in the last 12 months (the one thing that they are told unasked); education for each child of 4 to 16',
  due: 'No time; it is acknowledged',
  silentWhen: 'There is no domestic abuse in the history; the agency that closed the case is not told of its own act.',
  on: [caseClosed],
  answer: acknowledgement,
  judge: (trigger, file) => {
    if (!hasDomesticAbuseHistory(file)) return [];
    const around = [...involvedAgencies(file).map((involvement) => involvement.agency), ...knownAgencies(file)];
    const others = [...new Set(around)].filter((code) => code !== trigger.agency);
    const reason = `A case was closed (reason: ${trigger.data.reason.replaceAll('-', ' ')}) and there is a history of domestic abuse.`;
    const day = londonDay(trigger.time);
    const children = childrenAmong(household(file), day)
      .filter((child) => isAged(child, YOUNGEST, OLDEST))
      .map(({ file: child }) => {
        const setting = settingOf(file.settings, enrolmentOn(child, day));
        return {
          to: [setting === undefined ? service('education') : agency(setting)],
          about: refIn(trigger, child),
          evidence: [trigger],
          reason: 'A case about this child’s household was closed and there is a history of domestic abuse.',
        };
      });
    return [...children, { to: others.map(agency), evidence: [trigger], reason }];
  },
});

import {
  agencyFor,
  agencyKind,
  concernsWhom,
  type Entry,
  involvedAgencies,
  knownAgencies,
  type PersonFile,
} from '@throughline/projections';
import { inWords, strategyDiscussionHeld } from '@throughline/records';
import { acknowledgement, type Addressee, agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

/** Services of health, the one that knows children best first, and the kinds of agency that give them. */
const HEALTH = ['community-health', 'general-practice', 'hospital', 'mental-health'] as const;
const HEALTH_KINDS: ReadonlySet<string> = new Set(['community-health', 'gp', 'hospital', 'mental-health']);

type Discussion = Entry<(typeof strategyDiscussionHeld)['Data']>;

/** Who should have been there and was not: everybody involved, everybody invited, and somebody of the police and of health. */
const leftOut = ({ agency: holder, data, time }: Discussion, file: JudgedCase, whose: PersonFile): readonly Addressee[] => {
  const isThere = (code: string): boolean => code === holder || data.attended.includes(code);
  const kindOf = (code: string): string => agencyKind(file.settings, code) ?? '';
  const isHealth = (code: string): boolean => HEALTH_KINDS.has(kindOf(code));
  const involved = involvedAgencies(file, whose).filter(({ since }) => since <= time);
  const absent = [...new Set([...involved.map((each) => each.agency), ...data.invited])].filter(
    (code) => !isThere(code) && kindOf(code) !== '',
  );
  const there = [...data.attended, holder];
  const missing: Addressee[] = absent.map(agency);
  if (![...there, ...absent].some((code) => kindOf(code) === 'police')) missing.push(service('police'));
  if (![...there, ...absent].some(isHealth)) {
    const known = knownAgencies(file, whose).filter(isHealth);
    const any = HEALTH.find((each) => agencyFor(file.settings, each) !== undefined) ?? HEALTH[0];
    missing.push(...(known.length > 0 ? known.map(agency) : [service(any)]));
  }
  return missing;
};

/** Whoever should have been at a strategy discussion learns what was decided, and children's social care learns who was not there. */
export const strategyAgencyLeftOut = defineSafeguard({
  id: 'strategy-agency-left-out',
  version: 1,
  source: {
    seed: '002',
    quote: 'One key agency was not aware of the strategy meeting and subsequent S47 that had taken place and had not received feedback',
  },
  class: 'act',
  watches: 'A strategy discussion without the police, without health, or without an agency that is involved or was invited.',
  tells: 'The agency that was left out (what was decided), children’s social care',
  due: '1 working day',
  silentWhen: 'The police, health and every agency that is involved or was invited were there; who held it was there.',
  on: [strategyDiscussionHeld],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const socialCare = agencyFor(file.settings, 'childrens-social-care');
    const missing = leftOut(trigger, file, file.fileOf(about));
    if (missing.length === 0) return [];
    const names = missing.map((each) => ('agency' in each ? each.agency : (agencyFor(file.settings, each.service) ?? each.service)));
    const others = missing.filter((each) => !('agency' in each) || each.agency !== socialCare);
    const finding = { about, evidence: [trigger], due: workingDays(1) };
    return [
      {
        ...finding,
        to: others,
        reason: `A strategy discussion was held on ${trigger.data.heldOn} without this agency. It decided: ${inWords(trigger.data.outcome)}. Add what is known and ask for what was planned.`,
      },
      {
        ...finding,
        to: [service('childrens-social-care')],
        reason: `The strategy discussion of ${trigger.data.heldOn} was held without ${names.join(', ')}: tell them what was decided and ask what they know.`,
      },
    ];
  },
});

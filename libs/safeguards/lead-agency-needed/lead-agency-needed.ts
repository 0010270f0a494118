import type { RefToken } from '@throughline/kernel';
import {
  agencyKind,
  type Attempt,
  attemptsWith,
  type Entry,
  familyOf,
  household,
  type Involvement,
  involvedAgencies,
  isEngaged,
  isSubjectSide,
  keyText,
  leadAgency,
  newestNomination,
  type PersonFile,
} from '@throughline/projections';
import {
  caseClosed,
  caseOpened,
  type CommonData,
  contactRecorded,
  involvementEnded,
  involvementStarted,
  is,
  leadAgencyNominated,
  referralMade,
} from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const isOpen = (kind: string, involved: readonly Involvement[], file: JudgedCase): boolean =>
  involved.some(({ agency }) => agencyKind(file.settings, agency) === kind);

/** The last attempt of an IDVA who is still involved: whether the person was engaged then is whether they are. */
const lastOfIdva = (person: PersonFile, involved: readonly Involvement[], file: JudgedCase): Attempt | undefined =>
  isOpen('idva', involved, file)
    ? attemptsWith(person, file.at).findLast(({ agency }) => agencyKind(file.settings, agency) === 'idva')
    : undefined;

/** The kinds of agency of which the two together are enough. */
const BOTH: ReadonlySet<string | undefined> = new Set(['idva', 'childrens-social-care']);

/** What made it so: the trigger, what makes each of these agencies involved, and the attempt after which the IDVA is not engaged. */
const shownBy = (trigger: Entry, involved: readonly Involvement[], last: Attempt | undefined): readonly Entry[] => {
  const others = [...involved.map(({ by }) => by), ...(last === undefined ? [] : [last as Entry])];
  const found = new Map(others.map((entry) => [keyText(entry), entry]));
  found.delete(keyText(trigger));
  return [trigger, ...[...found.values()].sort((one, other) => one.index - other.index)];
};

/** The victims whom a record names; where it names none, those of the family, or the child whom it is about. */
const forWhom = (trigger: Entry, file: JudgedCase): ReadonlyMap<PersonFile, RefToken> => {
  const named = trigger.data.people.filter(({ role }) => role === 'victim').map(({ ref }) => ref as RefToken);
  if (named.length > 0) return new Map(named.map((ref) => [file.fileOf(ref), ref]));
  const subject = trigger.data.people.find(({ ref }) => ref === trigger.subject);
  if (subject?.role === 'person-posing-risk') return new Map();
  const victims = household(file).filter((member) => member.hasBeen('victim'));
  if (victims.length > 0) return new Map(victims.map((victim) => [victim, victim.person]));
  return subject?.role === 'child' ? new Map([[file.person, trigger.subject as RefToken]]) : new Map();
};

/** An IDVA whose going leaves nobody to act on the person's behalf; of an agency that leads `lead-agency-lost` tells. */
const isUnledIdva = (ending: Entry, file: JudgedCase): boolean =>
  agencyKind(file.settings, ending.agency) === 'idva' && newestNomination(familyOf(file, ending))?.data.agency !== ending.agency;

/** Where many agencies work with somebody, one leads: the one whom the person chooses. */
export const leadAgencyNeeded = defineSafeguard<CommonData>({
  id: 'lead-agency-needed',
  version: 1,
  source: {
    seed: '000',
    quote: 'an individual could identify their own chosen lead agency who could speak on their behalf when they felt unable to',
  },
  class: 'act',
  watches: '5 or more agencies are involved, or an IDVA and children’s social care both are; nobody leads, and the IDVA is not engaged.',
  tells: 'MARAC, the IDVA service; asks whom the person chooses',
  due: '3 working days',
  silentWhen: 'An agency leads, or the person was engaged at the last attempt of an IDVA who is involved.',
  on: [referralMade, caseOpened, involvementStarted, contactRecorded, caseClosed, involvementEnded],
  standing: true,
  contact: true,
  answer: {
    words: 'The nomination of a lead agency',
    records: [leadAgencyNominated],
    // A nomination of before, of an agency that has left since, gives nobody a lead.
    when: (record, _alert, file) =>
      household(file).some((member) => isSubjectSide(member, record)) && leadAgency(file, household(file)) !== undefined,
  },
  judge: (trigger, file) => {
    if ((is(caseClosed, trigger) || is(involvementEnded, trigger)) && !isUnledIdva(trigger, file)) return [];
    return [...forWhom(trigger, file)].flatMap(([person, about]) => {
      const involved = involvedAgencies(file, person);
      const many = involved.length >= file.settings.thresholds.manyAgencies;
      const both = isOpen('idva', involved, file) && isOpen('childrens-social-care', involved, file);
      if ((!many && !both) || leadAgency(file, familyOf(file, trigger)) !== undefined) return [];
      const last = lastOfIdva(person, involved, file);
      if (last !== undefined && isEngaged(last)) return [];
      const working = many ? involved : involved.filter(({ agency }) => BOTH.has(agencyKind(file.settings, agency)));
      const who = many ? `${involved.length} agencies are` : 'An IDVA and children’s social care are both';
      return [
        {
          to: [service('marac'), service('idva')],
          about,
          evidence: shownBy(trigger, working, last),
          due: workingDays(3),
          reason: `${who} involved and ${many ? 'none' : 'neither'} of them leads: ask whom the person chooses to lead, and nominate that agency.`,
        },
      ];
    });
  },
});

import { londonDay, type RefToken } from '@throughline/kernel';
import { type Entry, household, isBlank, isDead, type PersonFile, refIn, riskLevel } from '@throughline/projections';
import { childRemoved, contactRecorded, is, riskReviewed } from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

/** The removed child's parents who were ever recorded as victims; whoever the record says poses the risk is none of them. */
const victimParents = (removal: Entry, file: JudgedCase): readonly PersonFile[] => {
  const named = new Map(removal.data.people.map(({ ref, role }) => [file.fileOf(ref as RefToken), role]));
  const children = [...named].filter(([child, role]) => role === 'child' || child === file.person).map(([child]) => child);
  const parents = children.flatMap((child) =>
    child
      .relationships()
      .filter(({ relationship }) => relationship.kind === 'parent-of' && child.has(relationship.to))
      .map(({ relationship }) => file.fileOf(relationship.from as RefToken)),
  );
  const said = [...named].filter(([, role]) => role === 'victim' || role === 'parent-or-carer').map(([parent]) => parent);
  return [...new Set([...said, ...parents])].filter(
    (parent) => named.get(parent) !== 'person-posing-risk' && named.get(parent) !== 'child' && parent.hasBeen('victim') && !isDead(parent),
  );
};

/** The loss of a child is a time of danger: whoever works with a parent who suffered abuse stands by them, without blame. */
export const childRemovedSupport = defineSafeguard({
  id: 'child-removed-support',
  version: 1,
  source: { seed: '003', quote: 'This is to ensure support is in place for the abused mother' },
  class: 'now',
  contact: true,
  watches: 'A child is removed, and a parent of theirs was recorded as a victim.',
  tells: 'The IDVA service, general practice, children’s social care; MARAC where the risk is high: support for the parent, without blame',
  due: '1 working day',
  silentWhen: 'No parent was ever recorded as a victim.',
  on: [childRemoved],
  answer: {
    words: 'A contact in which the parent engaged; or an offer of support and a risk review',
    records: [contactRecorded, riskReviewed],
    when: (record, alert, file) => {
      const concerned = record.data.people.some(({ ref, role }) => role !== 'person-posing-risk' && file.person.has(ref));
      const removal = household(file)
        .map((member) => member.entry(alert.trigger))
        .find((entry) => entry !== undefined);
      // A call of before stood by nobody: a contact may know the day and not the hour.
      if (!concerned || (removal !== undefined && londonDay(record.time) < londonDay(removal.time))) return false;
      if (is(contactRecorded, record)) return record.data.outcome === 'engaged';
      const offered = removal !== undefined && is(childRemoved, removal) && removal.data.supportForParentOffered === true;
      return is(riskReviewed, record) && (offered || !isBlank(record.data.offer));
    },
  },
  judge: (trigger, file) =>
    victimParents(trigger as Entry, file).map((parent) => {
      const high = riskLevel(parent, file.at, file.settings.thresholds.currentMonths) === 'high';
      return {
        to: [service('idva'), service('general-practice'), service('childrens-social-care'), ...(high ? [service('marac')] : [])],
        about: refIn(trigger, parent),
        evidence: [trigger],
        due: workingDays(1),
        reason:
          'A child was removed from the care of this parent, who has suffered domestic abuse: offer support, without blame, and review the risk to the parent.',
      };
    }),
});

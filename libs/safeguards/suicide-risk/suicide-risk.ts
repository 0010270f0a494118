import type { RefToken } from '@throughline/kernel';
import {
  type Entry,
  hasDomesticAbuseHistory,
  household,
  isSubjectSide,
  leadAgency,
  type PersonFile,
  refIn,
  victimsOf,
} from '@throughline/projections';
import { attendanceRecorded, childRemoved, type CommonData, is, riskAssessmentCompleted, riskReviewed } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

interface Danger {
  readonly people: readonly RefToken[];
  readonly what: string;
}

const isParentOf = (person: PersonFile, child: PersonFile): boolean =>
  child.relationshipsOf('parent-of').some(({ relationship: { from, to } }) => person.has(from) && child.has(to));

/**
 * The removed child's parents who were ever recorded as victims, who may be hardly more than children themselves: those whom the
 * record names, those who are said to be its parents, and the victims of its household who are no children.
 */
const parentsWho = (removal: Entry, file: JudgedCase): readonly PersonFile[] => {
  const named = new Map(removal.data.people.map(({ ref, role }) => [file.fileOf(ref as RefToken), role]));
  const children = [...named].filter(([person, role]) => role === 'child' || person === file.person).map(([person]) => person);
  const said = children.flatMap((child) =>
    child.relationshipsOf('parent-of').map(({ relationship: { from } }) => file.fileOf(from as RefToken)),
  );
  const living = children.flatMap((child) => household(file, child));
  return [...new Set([...named.keys(), ...said, ...living])].filter((person) => {
    if (!person.hasBeen('victim') || ['person-posing-risk', 'child'].includes(named.get(person) ?? '')) return false;
    return !person.hasBeen('child') || children.some((child) => isParentOf(person, child));
  });
};

/** Whose life a record gives reason to fear for: the parent who lost a child, the patient, the victim who was assessed. */
const dangerIn = (trigger: Entry, file: JudgedCase): Danger | undefined => {
  if (is(childRemoved, trigger)) {
    return {
      people: parentsWho(trigger, file).map((parent) => refIn(trigger, parent)),
      what: 'A child was removed from this parent’s care, which is a time of danger for the parent',
    };
  }
  if (is(attendanceRecorded, trigger)) {
    if (trigger.data.selfHarm !== true || !isSubjectSide(file.person, trigger)) return undefined;
    // A child who lives with abuse is a victim too (Domestic Abuse Act 2021, section 3).
    const isVictim = file.person.hasBeen('victim') || (file.person.hasBeen('child') && hasDomesticAbuseHistory(file));
    return isVictim
      ? { people: [trigger.subject as RefToken], what: 'Self-harm was recorded of somebody who lives with domestic abuse' }
      : undefined;
  }
  if (is(riskAssessmentCompleted, trigger) && trigger.data.indicators?.includes('suicidal') === true) {
    return { people: [...victimsOf(trigger, file).values()], what: 'A risk assessment says that this victim may be suicidal' };
  }
  return undefined;
};

/** A victim who loses a child, harms themselves or is suicidal is in danger of their life: those who can help know at once. */
export const suicideRisk = defineSafeguard<CommonData>({
  id: 'suicide-risk',
  version: 1,
  source: {
    seed: '003',
    quote: 'This should be done with understanding and empathy and without blame, understanding the risks to the parent.',
  },
  class: 'now',
  watches:
    'A child of a victim is removed, or self-harm or suicidal thoughts of a victim are recorded; a child who lives with domestic abuse is a victim too.',
  tells: 'General practice, mental health, the lead agency',
  due: '1 working day',
  silentWhen: 'The person is not a victim of domestic abuse, or is the one who poses the risk.',
  on: [childRemoved, attendanceRecorded, riskAssessmentCompleted],
  contact: true,
  answer: {
    words: 'A review of the risk',
    records: [riskReviewed],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      return isSubjectSide(file.person, record) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => {
    const danger = dangerIn(trigger, file);
    if (danger === undefined) return [];
    return danger.people.map((about) => {
      const lead = leadAgency(file, household(file, file.fileOf(about)));
      return {
        to: [service('gp'), service('mental-health'), ...(lead === undefined ? [] : [agency(lead)])],
        about,
        evidence: [trigger],
        due: workingDays(1),
        reason: `${danger.what}: review together the risk of suicide and what is offered now, with empathy and without blame.`,
      };
    });
  },
});

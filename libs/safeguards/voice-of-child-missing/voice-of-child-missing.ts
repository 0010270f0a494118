import { londonDay, type RefToken } from '@throughline/kernel';
import {
  type Child,
  childInWords,
  childrenAmong,
  concernsWhom,
  type Entry,
  household,
  isBlank,
  type PersonFile,
} from '@throughline/projections';
import { assessmentCompleted, deathRecorded, is, voiceRecorded } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

type Assessment = Entry<(typeof assessmentCompleted)['Data']>;

/** What an assessment lacks of a child; undefined where the child was seen and heard. */
const lackOf = ({ file: child }: Child, { data }: Assessment): string | undefined => {
  const told = data.children.filter(({ ref }) => child.has(ref));
  if (told.length === 0) return 'not in the assessment';
  if (!told.some(({ seen }) => seen)) return 'not seen';
  return told.some(({ seen, views }) => seen && !isBlank(views)) ? undefined : 'without views';
};

/** Children of the household who were not seen and heard, whatever their age; the unborn cannot be. */
const unheard = (assessment: Assessment, members: Iterable<PersonFile>): readonly (readonly [Child, string])[] =>
  childrenAmong(members, londonDay(assessment.time))
    .filter(({ age }) => age !== 'unborn')
    .flatMap((child) => {
      const lack = lackOf(child, assessment);
      return lack === undefined ? [] : [[child, lack] as const];
    });

/** Whether a child's voice has come in since, of the time of the assessment or later. */
const isHeardSince = (has: (ref: string) => boolean, assessment: Assessment, members: readonly PersonFile[]): boolean =>
  members.some((member) =>
    member
      .of(voiceRecorded)
      .some(
        ({ index, time, data }) =>
          index > assessment.index && londonDay(time) >= assessment.data.startedOn && has(data.of) && !isBlank(data.views),
      ),
  );

/** Children whom the assessment names and whom nothing yet places in the household: each by its reference. */
const unheardBeside = ({ data }: Assessment, members: readonly PersonFile[]): readonly string[] =>
  data.people
    .filter(({ ref, role }) => role === 'child' && !members.some((member) => member.has(ref)))
    .map(({ ref }) => ref)
    .filter((ref) => !data.children.some((child) => child.ref === ref && child.seen && !isBlank(child.views)));

/** Every child of the family is seen and heard in an assessment, however young. */
export const voiceOfChildMissing = defineSafeguard({
  id: 'voice-of-child-missing',
  version: 1,
  source: { seed: '002', quote: 'Each child within the family should be spoken to and their views considered separately' },
  class: 'act',
  watches: 'An assessment in which a child of the household is missing, not seen, or without views.',
  tells: 'The assessing agency',
  due: '3 working days',
  silentWhen: 'Every child of the household who is born was seen and heard, or nobody of the household is a victim or a child.',
  on: [assessmentCompleted],
  answer: {
    words: 'The recorded voice of each of these children, or a corrected assessment',
    records: [voiceRecorded, deathRecorded],
    when: (_record, alert, file) => {
      const assessment = file.person.entry(alert.trigger);
      if (assessment === undefined || !is(assessmentCompleted, assessment)) return false;
      const members = household(file);
      const heard = (has: (ref: string) => boolean): boolean => isHeardSince(has, assessment, members);
      return (
        unheard(assessment as Assessment, members).every(([{ file: child }]) => heard((ref) => child.has(ref))) &&
        unheardBeside(assessment as Assessment, members).every((beside) => heard((ref) => ref === beside))
      );
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const whose = file.fileOf(about);
    const named = trigger.data.people.filter(({ role }) => role === 'child').map(({ ref }) => file.fileOf(ref as RefToken));
    if (named.length === 0 && !whose.hasBeen('victim') && !whose.hasBeen('child')) return [];
    const missing = unheard(trigger, new Set([...household(file, whose), ...named]));
    if (missing.length === 0) return [];
    const children = missing.map(([child, lack]) => `${childInWords(child)} (${lack})`).join(', ');
    return [
      {
        to: [agency(trigger.agency)],
        about,
        evidence: [trigger],
        due: workingDays(3),
        reason: `The assessment is without the voice of ${children}: see each child and record what they say or show.`,
      },
    ];
  },
});

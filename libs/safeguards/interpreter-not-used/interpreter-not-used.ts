import { londonDay, type RefToken } from '@throughline/kernel';
import { type Entry, needsInterpreter } from '@throughline/projections';
import { assessmentCompleted, type CommonData, contactRecorded, is } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** Whether somebody was spoken with in this record, and by which interpreter; undefined where nobody was. */
const spokenThrough = (record: Entry): string | undefined => {
  if (is(assessmentCompleted, record)) return record.data.interpreter ?? 'none';
  if (!is(contactRecorded, record)) return undefined;
  return record.data.outcome === 'engaged' || record.data.outcome === 'declined' ? (record.data.interpreter ?? 'none') : undefined;
};

/** Whoever needs an interpreter is spoken with through a professional one, never through the family alone. */
export const interpreterNotUsed = defineSafeguard<CommonData>({
  id: 'interpreter-not-used',
  version: 1,
  source: { seed: '002', quote: 'Interpreters were not used in all the cases where required' },
  class: 'act',
  contact: true,
  watches:
    'An assessment, or a contact in which somebody engaged or declined, with a person who needs an interpreter, and no professional one used.',
  tells: 'The agency that met the person',
  due: '2 working days',
  silentWhen: 'A professional interpreter was used, nobody was reached, or nobody but the person posing risk needs one.',
  on: [assessmentCompleted, contactRecorded],
  answer: {
    words: 'An assessment or a contact of this agency with a professional interpreter',
    records: [assessmentCompleted, contactRecorded],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      if (trigger !== undefined && londonDay(record.time) < londonDay(trigger.time)) return false;
      return record.agency === alert.agency && file.person.names(record) && spokenThrough(record) === 'professional';
    },
  },
  judge: (trigger, file) => {
    const through = spokenThrough(trigger);
    if (through === undefined || through === 'professional') return [];
    const people = trigger.data.people.filter(({ role }) => role !== 'person-posing-risk').map(({ ref }) => ref as RefToken);
    const needing = new Map(people.map((ref) => [file.fileOf(ref), ref] as const).filter(([person]) => needsInterpreter(person)));
    return [...needing.values()].map((about) => ({
      to: [agency(trigger.agency)],
      about,
      evidence: [trigger],
      due: workingDays(2),
      reason: `This person needs an interpreter, and ${through === 'family' ? 'a member of the family interpreted' : 'no interpreter is recorded'}: speak with them again through a professional one.`,
    }));
  },
});

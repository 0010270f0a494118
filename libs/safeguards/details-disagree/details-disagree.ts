import { londonDay, type RefToken } from '@throughline/kernel';
import { type Disagreement, disagreementsAbout, type Entry, involvedAgencies, keyText, type PersonFile } from '@throughline/projections';
import { caseOpened, deathRecorded, involvementStarted, type PersonDetails } from '@throughline/records';
import type { Alert } from '../alert';
import { everyRecord } from '../every-record';
import { agency, defineSafeguard, type Finding, type JudgedCase, workingDays } from '../safeguard';

const ID = 'details-disagree';

/** What is asked of everybody once, so that nobody is treated as if they had no faith, people or language. */
const ASKED = [
  ['ethnicity', 'ethnicity'],
  ['religion', 'religion'],
  ['firstLanguage', 'first language'],
] as const satisfies readonly (readonly [keyof PersonDetails, string])[];

const inWordsOf: Readonly<Record<Disagreement['fields'][number], string>> = { name: 'name', dateOfBirth: 'date of birth', sex: 'sex' };

/** Whether an agency has an involvement or a case open with a victim or a child. */
const isWorkedWith = (file: JudgedCase, person: PersonFile): boolean => {
  if (!person.hasBeen('victim') && !person.hasBeen('child')) return false;
  const involved = new Set(involvedAgencies(file, person).map((involvement) => involvement.agency));
  return [...person.of(involvementStarted), ...person.of(caseOpened)].some((entry) => involved.has(entry.agency));
};

/** An agency that was told and has closed the matter is not told again of the same records. */
const isSettled = (alerts: readonly Alert[], code: string, records: readonly Entry[]): boolean =>
  alerts.some(
    (alert) =>
      alert.agency === code &&
      alert.status === 'closed' &&
      records.every((record) => alert.evidence.some((key) => keyText(key) === keyText(record))),
  );

const onDisagreements = (trigger: Entry, file: JudgedCase, person: PersonFile, about: RefToken): readonly Finding[] => {
  const alerts = file.alertsAbout(about).filter(({ safeguard }) => safeguard === ID);
  const open = disagreementsAbout(person).flatMap((disagreement) => disagreement.agencies.map((code) => ({ code, ...disagreement })));
  const fresh = open.filter(({ code, records }) => !isSettled(alerts, code, records));
  const isWorkedWithNow = fresh.length > 0 && isWorkedWith(file, person);
  return [...new Set(fresh.map(({ code }) => code))].map((code) => {
    const own = open.filter((each) => each.code === code);
    const fields = [...new Set(own.flatMap((each) => each.fields))];
    const grave = fields.some((field) => field !== 'sex') && isWorkedWithNow;
    const others = [...new Set(own.flatMap((each) => each.agencies))].filter((other) => other !== code);
    const records = [...new Set(own.flatMap((each) => each.records))].filter((record) => keyText(record) !== keyText(trigger));
    return {
      to: [agency(code)],
      about,
      class: grave ? ('act' as const) : ('tidy' as const),
      evidence: [trigger, ...records],
      due: workingDays(5),
      reason: `What agencies hold of one person differs (${fields.map((field) => inWordsOf[field]).join(', ')}) between ${[code, ...others].sort().join(', ')}: find out which is right, and record it.`,
    };
  });
};

const missing = (person: PersonFile): readonly string[] => {
  const held = person.details();
  return ASKED.flatMap(([field, words]) => (held.some((details) => (details[field] ?? '').trim() !== '') ? [] : [words]));
};

/** Nobody asks the unborn or the dead; and a reference that stands for somebody known under another lacks nothing. */
const canBeAsked = (file: JudgedCase, person: PersonFile): boolean => {
  const held = person.details();
  const unborn =
    held.some(({ expectedOn }) => expectedOn !== undefined && expectedOn > londonDay(file.at)) && person.dateOfBirth() === undefined;
  const dead = person.of(deathRecorded).some(({ subject }) => person.has(subject));
  return !unborn && !dead && (held.length > 0 || file.underSameMatters(person).length === 0);
};

const onMissing = (trigger: Entry, file: JudgedCase, person: PersonFile, about: RefToken, role: string): readonly Finding[] => {
  const isFirst = person.standing().every((entry) => entry.index >= trigger.index);
  if (!isFirst || (role !== 'victim' && role !== 'child') || missing(person).length === 0 || !canBeAsked(file, person)) return [];
  return [
    {
      // Who works with them is known only when the term has passed.
      to: [agency(trigger.agency)],
      about,
      class: 'tidy',
      evidence: [trigger],
      unlessWithin: workingDays(file.settings.thresholds.detailsWorkingDays),
      due: workingDays(5),
      reason: 'No agency has recorded all of ethnicity, religion and first language of this person: ask, and record what they say.',
    },
  ];
};

/** What was missing waits with its trigger alone as evidence; a disagreement has always another record. */
const isAboutMissing = ({ evidence }: Alert): boolean => evidence.length === 1;

/** Agencies that speak of one person hold the same of them, and ask each what they are called, born and brought up as. */
export const detailsDisagree = defineSafeguard({
  id: ID,
  version: 1,
  source: { seed: '002', quote: 'There was discrepancy in date of birth and spelling of names' },
  class: 'act',
  otherClass: { class: 'tidy', where: 'where only the sex differs or details are missing, or no case or involvement is open' },
  watches:
    'Two agencies hold a different name, date of birth or sex of one person, or nobody has recorded ethnicity, religion or language after 5 working days.',
  tells: 'The agencies concerned (missing: those with open involvement)',
  due: '5 working days',
  silentWhen:
    'What they hold agrees (a year agrees with every date in it, a spelling without accents with one that has them, a name with another name that is known), or the same two records were settled before.',
  on: everyRecord,
  alsoLate: true,
  standing: true,
  answer: {
    words: 'Details that agree',
    records: everyRecord,
    canAnswer: ({ details, type }) => details.size > 0 || type === deathRecorded.type,
    when: (record, alert, file) => {
      if (![...record.details.keys()].some((ref) => file.person.has(ref)) && record.type !== deathRecorded.type) return false;
      if (isAboutMissing(alert)) return missing(file.person).length === 0 || !canBeAsked(file, file.person);
      return !disagreementsAbout(file.person).some(({ agencies }) => agencies.includes(alert.agency));
    },
  },
  holds: (_alert, file) => missing(file.person).length > 0 && canBeAsked(file, file.person),
  addressees: (_alert, file) => involvedAgencies(file).map((involvement) => agency(involvement.agency)),
  judge: (trigger, file) =>
    trigger.data.people.flatMap(({ ref, role }) => {
      const about = ref as RefToken;
      const person = file.fileOf(about);
      return [
        ...(trigger.details.has(about) ? onDisagreements(trigger, file, person, about) : []),
        ...onMissing(trigger, file, person, about, role),
      ];
    }),
});

import { londonDay } from '@throughline/kernel';
import { concernsWhom, decisionsOn, type Entry, isSubjectSide, namedIn, type Referral, type Thresholds } from '@throughline/projections';
import { inWords, is, maracCaseHeard, maracCaseListed, referralDecided, referralMade, type Service } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const AT_ONCE: ReadonlySet<Service> = new Set(['mash', 'childrens-social-care', 'sanctuary', 'refuge', 'marac']);
const TREATMENT: ReadonlySet<Service> = new Set(['mental-health', 'substance-misuse', 'perpetrator-programme', 'early-help']);

const daysFor = (asked: Service, thresholds: Thresholds): number => {
  if (AT_ONCE.has(asked)) return thresholds.decideAtOnceWorkingDays;
  if (asked === 'idva') return thresholds.decideIdvaWorkingDays;
  return TREATMENT.has(asked) ? thresholds.decideTreatmentWorkingDays : thresholds.decideWorkingDays;
};

/** A meeting, no earlier than the referral, that has or will have somebody of the referral on its list: MARAC answers by listing. */
const listsThem = (record: Entry, referral: Referral, file: JudgedCase): boolean => {
  if (!is(maracCaseListed, record) && !is(maracCaseHeard, record)) return false;
  const people = namedIn(file, referral as Entry).filter((person) => isSubjectSide(person, referral as Entry));
  const theirs = [...people, ...people.flatMap((person) => file.underSameMatters(person))];
  return record.data.meetingOn >= londonDay(referral.time) && theirs.some((person) => isSubjectSide(person, record));
};

const isDecided = (referral: Referral, file: JudgedCase): boolean => {
  if (referral.data.service !== 'marac') return decisionsOn(file, referral).length > 0;
  return namedIn(file, referral).some((person) =>
    [...person.of(maracCaseListed), ...person.of(maracCaseHeard)].some((record) => listsThem(record, referral, file)),
  );
};

/** A referral waits for nobody to decide it: first its receiver is told, then who made it. */
export const referralUndecided = defineSafeguard({
  id: 'referral-undecided',
  version: 1,
  source: { seed: '002', quote: 'this lack of response was not pursued by the referrers' },
  class: 'act',
  watches:
    'A referral is not decided, or one to MARAC not listed, in time: within 1 working day (MASH, children’s social care, Sanctuary, refuge, MARAC), 2 (IDVA), 10 (mental health, substance misuse, perpetrator programme, early help) or 3 (others).',
  tells: 'The receiving agency; the referrer a working day later',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'It was decided in time; for MARAC: it was listed or heard.',
  on: [referralMade],
  answer: {
    words: 'The decision on the referral; for MARAC, a listing',
    records: [referralDecided, maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      const referral = file.person.entry(alert.trigger);
      if (referral === undefined || !is(referralMade, referral)) return false;
      if (referral.data.service === 'marac') return listsThem(record, referral, file);
      return is(referralDecided, record) && record.data.referralId === referral.data.referralId;
    },
  },
  judge: (trigger, file) => {
    if (isDecided(trigger, file)) return [];
    const { service: asked, to } = trigger.data;
    const days = daysFor(asked, file.settings.thresholds);
    const wanting = asked === 'marac' ? 'listed' : 'decided';
    const what = `A referral to ${inWords(asked)} has not been ${wanting} within ${days} working ${days === 1 ? 'day' : 'days'}`;
    const found = { about: concernsWhom(trigger), evidence: [trigger] };
    return [
      {
        ...found,
        to: [to === undefined ? service(asked) : agency(to)],
        unlessWithin: workingDays(days),
        reason: `${what}: decide it and tell the referrer.`,
      },
      { ...found, to: [agency(trigger.agency)], unlessWithin: workingDays(days + 1), reason: `${what}: ask what has become of it.` },
    ];
  },
});

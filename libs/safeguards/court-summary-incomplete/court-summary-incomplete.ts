import { DAY, type RefToken } from '@throughline/kernel';
import {
  type Entry,
  incidentDay,
  inTheirMatters,
  isSubjectSide,
  type PersonFile,
  peopleOf,
  personsPosingRiskTo,
  refsOf,
  sameRecord,
  victimsOf,
} from '@throughline/projections';
import {
  abuseDisclosed,
  type CommonData,
  courtCaseConcluded,
  exported,
  healthDisclosureRecorded,
  investigationOutcomeRecorded,
  is,
  maracCaseHeard,
  orderBreached,
  policeIncidentRecorded,
  riskAssessmentCompleted,
} from '@throughline/records';
import type { Alert } from '../alert';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

type Charge = Entry<(typeof investigationOutcomeRecorded)['Data']>;
type Export = Entry<(typeof exported)['Data']>;

const ID = 'court-summary-incomplete';
const WEEK = 7 * DAY;

/** Whether a case that is over may be the one that a charge began: it names the same person posing risk, or none. */
const concludes = (conclusion: Entry, charge: Charge, file: JudgedCase): boolean => {
  if (conclusion.time < charge.time) return false;
  const [charged, over] = [charge as Entry, conclusion].map((entry) =>
    peopleOf(entry, 'person-posing-risk').map((ref) => file.fileOf(ref)),
  );
  return (
    charged === undefined || over === undefined || charged.length === 0 || over.length === 0 || over.some((each) => charged.includes(each))
  );
};

/** Charges about a victim whose case has not been concluded. */
const openCharges = (file: JudgedCase, victim: PersonFile): readonly Charge[] =>
  victim
    .of(investigationOutcomeRecorded)
    .filter((charge) => charge.data.outcome === 'charged')
    .filter((charge) => !victim.of(courtCaseConcluded).some((conclusion) => concludes(conclusion, charge, file)));

/** Whom a record concerns: its victims; of a charge that names none, those of the incident. */
const concerned = (trigger: Entry, file: JudgedCase): ReadonlyMap<PersonFile, RefToken> => {
  const victims = victimsOf(trigger, file);
  if (victims.size > 0 || !is(investigationOutcomeRecorded, trigger)) return victims;
  const incident = inTheirMatters(file, [file.person], policeIncidentRecorded).findLast(
    ({ data }) => data.incidentNumber === trigger.data.incidentNumber,
  );
  if (incident !== undefined) return victimsOf(incident, file);
  return isSubjectSide(file.person, trigger) ? new Map([[file.person, trigger.subject as RefToken]]) : new Map();
};

/** What a court must know: a charge, and a level, a hearing, a breach or an incident after it. */
const isNews = (trigger: Entry): boolean =>
  is(investigationOutcomeRecorded, trigger)
    ? trigger.data.outcome === 'charged'
    : is(riskAssessmentCompleted, trigger) || is(maracCaseHeard, trigger) || incidentDay(trigger) !== undefined;

/** What a court must know of, beside the charge. */
const NEWS = [riskAssessmentCompleted, maracCaseHeard, orderBreached, policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded];

/** What the court must know of this victim: every charge that is open, and what came after the first of them. */
const forTheCourt = (file: JudgedCase, victim: PersonFile): readonly Entry[] => {
  const charges: readonly Entry[] = openCharges(file, victim);
  const first = Math.min(...charges.map(({ time }) => time));
  const later = NEWS.flatMap((definition): readonly Entry[] => victim.of<CommonData>(definition)).filter(
    (entry) => entry.time >= first && isNews(entry) && concerned(entry, file).has(victim),
  );
  return [...charges, ...later];
};

/** Whether a case summary holds a record as it now stands: an amendment of later is not in it, nor what was not yet known to be theirs. */
const isIn = ({ data }: Export, entry: Entry, victim: PersonFile): boolean => {
  const own = refsOf(entry).filter((ref) => victim.has(ref));
  const wasTheirs = own.length === 0 || own.some((ref) => data.people.some((named) => named.ref === ref));
  return wasTheirs && Math.max(entry.index, entry.amendment?.index ?? 0) < data.size;
};

/** The records that an alert rests on, of the victim or of those who pose them a risk: a charge may name nobody else. */
const restsOn = ({ evidence }: Alert, file: JudgedCase): readonly Entry[] => {
  const people = [file.person, ...personsPosingRiskTo(file, file.person).map(({ person }) => person)];
  return evidence.flatMap((key) => people.map((person) => person.entry(key)).find((entry) => entry !== undefined) ?? []);
};

/** Whether this export tells the court everything that it must know. */
const tellsAll = (record: Export, alert: Alert, file: JudgedCase): boolean =>
  record.data.kind === 'case-summary' &&
  [...restsOn(alert, file), ...forTheCourt(file, file.person)].every((entry) => isIn(record, entry, file.person));

const hasSummary = (victim: PersonFile): boolean => victim.of(exported).some(({ data }) => data.kind === 'case-summary');

const why = (isCharge: boolean, victim: PersonFile): string => {
  if (!isCharge) return 'something has happened that no exported case summary holds';
  return hasSummary(victim) ? 'no case summary has been exported since' : 'no case summary has been exported';
};

/** When police and prosecutors were last asked about this person; what a correction took back does not count. */
const lastAsked = (file: JudgedCase, about: RefToken): number | undefined =>
  file
    .alertsAbout(about)
    .filter(({ safeguard, status }: Alert) => safeguard === ID && status !== 'superseded')
    .map(({ raisedAt }) => raisedAt)
    .at(-1);

/**
 * The court knows the level of risk, the history and what MARAC has done: whatever comes after a charge and is not in the last case
 * summary that was exported is missing from it, until the case is concluded.
 */
export const courtSummaryIncomplete = defineSafeguard<CommonData>({
  id: ID,
  version: 1,
  source: {
    seed: '000',
    quote:
      'case summary supplied to CPS contain information regarding risk level, history of the case, and involvement in the MARAC process',
  },
  class: 'act',
  watches:
    'Somebody was charged, and no case summary has been exported since, or since the risk level, a hearing, a breach or an incident that came later.',
  tells: 'Police, the CPS',
  due: '2 working days',
  silentWhen:
    'Nobody is charged, the case is concluded, the last case summary holds everything, or police and prosecutors were asked less than a week ago.',
  on: [investigationOutcomeRecorded, ...NEWS],
  standing: true,
  answer: {
    words: 'An export of the case summary that holds all of it, or the end of the case in court',
    records: [courtCaseConcluded, exported],
    when: (record, alert, file) => {
      if (!file.person.names(record)) return false;
      return is(exported, record) ? tellsAll(record, alert, file) : openCharges(file, file.person).length === 0;
    },
  },
  holds: (_alert, file) => openCharges(file, file.person).length > 0,
  judge: (trigger, file) => {
    if (!isNews(trigger)) return [];
    return [...concerned(trigger, file)].flatMap(([victim, about]) => {
      const charges = is(investigationOutcomeRecorded, trigger)
        ? [trigger].filter((charge) => !victim.of(courtCaseConcluded).some((conclusion) => concludes(conclusion, charge, file)))
        : openCharges(file, victim).filter((charge) => charge.time <= trigger.time);
      if (charges.length === 0) return [];
      const asked = lastAsked(file, about);
      const next = asked === undefined ? file.at : asked + WEEK;
      return [
        {
          to: [service('police'), service('cps')],
          about,
          evidence: [trigger, ...charges.filter((charge) => !sameRecord(charge, trigger))],
          ...(next > file.at ? { unlessWithin: () => next } : {}),
          due: workingDays(2),
          reason: `Somebody is charged and ${why(
            charges.some((charge) => sameRecord(charge, trigger)),
            victim,
          )}: give the court the risk level, the history and what MARAC has done.`,
        },
      ];
    });
  },
});

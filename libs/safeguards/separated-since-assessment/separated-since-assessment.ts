import {
  agencyKind,
  assessmentsOf,
  type Entry,
  household,
  inTheirMatters,
  isNewSeparation,
  isSubjectSide,
  leadAgency,
  newAddressesIn,
  type PersonFile,
  placeOf,
  sameRecord,
  tellsOfSeparation,
  victimsConcerned,
} from '@throughline/projections';
import {
  caseClosed,
  caseOpened,
  catalogue,
  type CommonData,
  involvementEnded,
  is,
  recordCorrected,
  recordRetracted,
  riskAssessmentCompleted,
  safeAccommodationPlaced,
  type Service,
  tenancyStarted,
} from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const AMENDING: ReadonlySet<string> = new Set([recordCorrected.type, recordRetracted.type]);
const SPECIALISTS: ReadonlySet<Service> = new Set(['idva', 'specialist-da', 'refuge', 'sanctuary']);
const SPECIALIST_KINDS: ReadonlySet<string> = new Set(['idva', 'specialist-da', 'sanctuary']);

const hasMoved = (trigger: Entry, file: JudgedCase, victim: PersonFile): boolean => {
  const givesHome = (is(safeAccommodationPlaced, trigger) || is(tenancyStarted, trigger)) && victim.names(trigger);
  if (givesHome && (trigger.address === undefined || placeOf(trigger.address) === undefined)) return true;
  if (trigger.details.size === 0 && trigger.address === undefined) return false;
  return newAddressesIn(trigger, file, file.settings.thresholds.currentMonths).some(
    ({ person, isMove }) => person === victim && (isMove || givesHome),
  );
};

/** A service for victims ends its work; a closure does not name its service, the case that it closes does. */
const specialistLeaves = (trigger: Entry, file: JudgedCase, victim: PersonFile): boolean => {
  if (is(involvementEnded, trigger)) return SPECIALISTS.has(trigger.data.service);
  if (!is(caseClosed, trigger) || trigger.data.reason === 'deceased') return false;
  const opened = inTheirMatters(file, household(file, victim), caseOpened).find(({ data }) => data.caseId === trigger.data.caseId);
  return opened === undefined
    ? SPECIALIST_KINDS.has(agencyKind(file.settings, trigger.agency) ?? '')
    : SPECIALISTS.has(opened.data.service);
};

const changeIn = (trigger: Entry, file: JudgedCase, victim: PersonFile): string | undefined => {
  const { separationMonths } = file.settings.thresholds;
  if (tellsOfSeparation(trigger) && isNewSeparation(file, victim, trigger, separationMonths)) return 'A separation is recent or under way';
  if (hasMoved(trigger, file, victim)) return 'This person has moved';
  return specialistLeaves(trigger, file, victim) ? 'A specialist service has ended its work' : undefined;
};

/** What was assessed before a separation, a move or the end of support no longer tells how great the danger is. */
export const separatedSinceAssessment = defineSafeguard<CommonData>({
  id: 'separated-since-assessment',
  version: 1,
  source: {
    seed: '000',
    quote:
      'the importance of offering your client support beyond the point of separation as this is when victims are particularly at risk of further violence/homicide',
  },
  class: 'act',
  watches: 'A separation, a move, or the end of a domestic abuse service’s work after the last risk assessment.',
  tells: 'The lead agency, else the IDVA service',
  due: '2 working days',
  silentWhen: 'The person was never assessed or has been assessed since, or the record repeats a separation or an address that is known.',
  on: catalogue.filter(({ type }) => !AMENDING.has(type)),
  contact: true,
  answer: {
    words: 'A new risk assessment',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      return assessmentsOf(file.person).some((entry) => sameRecord(entry, record)) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => {
    const mayTell = tellsOfSeparation(trigger) || trigger.details.size > 0 || trigger.address !== undefined;
    if (!mayTell && !is(caseClosed, trigger) && !is(involvementEnded, trigger)) return [];
    return [...victimsConcerned(trigger, file)].flatMap(([victim, about]) => {
      const last = assessmentsOf(victim).at(-1);
      if (last === undefined || last.time >= trigger.time || !isSubjectSide(victim, last)) return [];
      const change = changeIn(trigger, file, victim);
      if (change === undefined) return [];
      const lead = leadAgency(file, household(file, victim));
      return [
        {
          to: [lead === undefined ? service('idva') : agency(lead)],
          about,
          evidence: [trigger, last],
          due: workingDays(2),
          reason: `${change} since the last risk assessment, which is a time of danger: assess the risk again.`,
        },
      ];
    });
  },
});

import { inTheirMatters } from '@throughline/projections';
import { investigationOutcomeRecorded, is, policeIncidentRecorded } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

type Outcome = (typeof investigationOutcomeRecorded)['Data'];

const isBlank = (text: string | undefined): boolean => text === undefined || text === '';

/** What an outcome without further action leaves open about a protection notice, in words; undefined where nothing. */
const leftOpen = ({ outcome, protectionNotice }: Outcome): string | undefined => {
  if (outcome !== 'no-further-action') return undefined;
  if (protectionNotice?.considered !== true) return 'and nobody has recorded that a protection notice was considered: consider one';
  if (protectionNotice.applied === true || !isBlank(protectionNotice.justification)) return undefined;
  return 'and no protection notice was given: record why not';
};

/** Where nobody is charged a protection notice is considered, and whoever gives none says why. */
export const protectionNoticeNotConsidered = defineSafeguard({
  id: 'protection-notice-not-considered',
  version: 1,
  source: { seed: '004', quote: 'A DVPO should be considered on every case where there is going to be No Further Action' },
  class: 'act',
  watches: 'Police take no further action without having considered a protection notice, or give none and do not say why.',
  tells: 'Police',
  due: '1 working day',
  silentWhen:
    'A notice was given, or not and the reason is there; police took action; or they said that the incident was not domestic abuse.',
  on: [investigationOutcomeRecorded],
  answer: {
    words: 'A corrected outcome',
    records: [investigationOutcomeRecorded],
    when: (record, alert, file) => {
      const outcome = file.person.entry(alert.trigger);
      if (outcome === undefined || !is(investigationOutcomeRecorded, outcome) || !is(investigationOutcomeRecorded, record)) return false;
      const considered = record.data.protectionNotice?.considered === true && leftOpen(record.data) === undefined;
      return considered && record.data.incidentNumber === outcome.data.incidentNumber;
    },
  },
  judge: (trigger, file) => {
    const open = leftOpen(trigger.data);
    if (open === undefined || trigger.data.domesticAbuse === false) return [];
    const incidents = inTheirMatters(file, [file.person], policeIncidentRecorded);
    const incident = incidents.findLast(({ data }) => data.incidentNumber === trigger.data.incidentNumber);
    if (incident?.data.domesticAbuse === false) return [];
    return [
      {
        to: [service('police')],
        evidence: [trigger],
        due: workingDays(1),
        reason: `No further action was taken on incident ${trigger.data.incidentNumber} ${open}.`,
      },
    ];
  },
});

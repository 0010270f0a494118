import { type Entry, peopleOf, victimsOfPersonPosingRisk } from '@throughline/projections';
import { perpetratorProgrammeUpdated } from '@throughline/records';
import { acknowledgement, defineSafeguard, service, workingDays } from '../safeguard';

/** Whoever misses a programme for those who harm is held to it, and somebody thinks of the person at risk. */
export const programmeMissed = defineSafeguard({
  id: 'programme-missed',
  version: 1,
  source: {
    seed: '003',
    quote: 'Male perpetrators must be properly held to account i.e., subject to rigorous checks, attendance at courses',
  },
  class: 'act',
  watches: 'A perpetrator programme was missed or withdrawn from.',
  tells: 'Probation, police, the IDVA service of the victim',
  due: '1 working day',
  silentWhen: 'The programme was started, attended or completed; the IDVA is not told where no victim is known.',
  on: [perpetratorProgrammeUpdated],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const { status } = trigger.data;
    if (status !== 'missed' && status !== 'withdrawn') return [];
    const people = peopleOf(trigger as Entry, 'person-posing-risk').map((ref) => file.fileOf(ref));
    const hasVictim =
      peopleOf(trigger, 'victim').length > 0 ||
      [...people, file.person].some((person) => victimsOfPersonPosingRisk(file, person).length > 0);
    return [
      {
        to: [service('probation'), service('police'), ...(hasVictim ? [service('idva')] : [])],
        evidence: [trigger],
        due: workingDays(1),
        reason: `A programme for people who harm was ${status === 'missed' ? 'missed' : 'withdrawn from'}: hold the person posing risk to it, and review what keeps those at risk safe.`,
      },
    ];
  },
});

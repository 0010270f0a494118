import { concernsWhom, type Entry, inTheirMatters, namedIn } from '@throughline/projections';
import { agencyCheckAnswered, agencyCheckRequested, is } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

type Request = Entry<(typeof agencyCheckRequested)['Data']>;

/** What the asked agency says, or what the asker has heard from it and recorded. */
const isAnswerTo = (request: Request, record: Entry): boolean =>
  is(agencyCheckAnswered, record) &&
  record.data.checkId === request.data.checkId &&
  (record.agency === request.data.of || record.agency === request.agency);

/** One agency asks another what it knows, and hears nothing. */
export const checkUnanswered = defineSafeguard({
  id: 'check-unanswered',
  version: 1,
  source: {
    seed: '002',
    quote: 'the lack of partnership involvement and sharing of information which supported and strengthened assessments',
  },
  class: 'act',
  watches: 'An agency check is not answered within a working day; the asker is told a working day later.',
  tells: 'The asked agency; then the asker',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'It was answered; “not known” is an answer.',
  on: [agencyCheckRequested],
  answer: {
    words: 'The asked agency’s answer to this check',
    records: [agencyCheckAnswered],
    when: (record, alert, file) => {
      const request = file.person.entry(alert.trigger);
      return request !== undefined && is(agencyCheckRequested, request) && isAnswerTo(request, record);
    },
  },
  judge: (trigger, file) => {
    const answers = inTheirMatters(file, namedIn(file, trigger as Entry), agencyCheckAnswered);
    if (answers.some((answer) => isAnswerTo(trigger, answer))) return [];
    const days = file.settings.thresholds.checkWorkingDays;
    const found = { about: concernsWhom(trigger), evidence: [trigger] };
    return [
      {
        ...found,
        to: [agency(trigger.data.of)],
        unlessWithin: workingDays(days),
        reason: 'Another agency has asked what your agency knows and has had no answer: answer, even if that is “not known”.',
      },
      {
        ...found,
        to: [agency(trigger.agency)],
        unlessWithin: workingDays(days + 1),
        reason: `The check that was asked of ${trigger.data.of} has had no answer: pursue it.`,
      },
    ];
  },
});

import { agencyFor, concernsWhom, type PersonFile } from '@throughline/projections';
import { is, maracCaseHeard, maracMinutesPublished } from '@throughline/records';
import { agency, defineSafeguard, service, workingDays } from '../safeguard';

const hasMinutes = (person: PersonFile, meetingOn: string): boolean =>
  person.of(maracMinutesPublished).some((minutes) => minutes.data.meetingOn === meetingOn);

/** The minutes of a MARAC reach those who have to act on them. */
export const maracMinutesLate = defineSafeguard({
  id: 'marac-minutes-late',
  version: 1,
  source: { seed: '004', quote: 'There was evidence of a delay in the meeting minutes being uploaded from MARAC' },
  class: 'act',
  otherClass: { class: 'know', where: 'for those who attended' },
  watches: 'A case was heard at MARAC, and the minutes are not published within 5 working days.',
  tells: 'MARAC; those who attended, for their information',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The minutes of that meeting are published.',
  on: [maracCaseHeard],
  answer: {
    words: 'The minutes of that meeting',
    records: [maracMinutesPublished],
    when: (record, alert, file) => {
      const hearing = file.person.entry(alert.trigger);
      if (hearing === undefined || !is(maracCaseHeard, hearing) || !is(maracMinutesPublished, record)) return false;
      return record.data.meetingOn === hearing.data.meetingOn;
    },
  },
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const { meetingOn, attended } = trigger.data;
    if (hasMinutes(file.fileOf(about), meetingOn)) return [];
    const { minutesWorkingDays } = file.settings.thresholds;
    const late = { about, evidence: [trigger], unlessWithin: workingDays(minutesWorkingDays) };
    const marac = agencyFor(file.settings, 'marac');
    const others = [...new Set(attended)].filter((code) => code !== marac);
    const words = `The minutes of the MARAC meeting on ${meetingOn} are not published after ${minutesWorkingDays} working days`;
    return [
      { ...late, to: [service('marac')], reason: `${words}: publish them.` },
      {
        ...late,
        to: others.map(agency),
        class: 'know' as const,
        reason: `${words}: ask MARAC which actions fall to you, and do not wait for them.`,
      },
    ];
  },
});

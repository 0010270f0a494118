import { CommonData } from '../../common-data';
import { AgencyCodes, OneOf, Parts } from '../../fields';
import { inWords } from '../../in-words';
import { PlanAction } from '../../plan-action';
import { defineRecord } from '../../record-type';

export const MEETING_KINDS = ['professionals', 'child-in-need', 'child-protection-conference', 'mappa', 'other'] as const;

/** Professionals met about a family: who was invited, who came, what each is to do. */
export class MeetingHeld extends CommonData {
  /** Which meeting. professionals: workers alone, without the family. mappa: multi-agency public protection arrangements. */
  @OneOf(MEETING_KINDS)
  kind: (typeof MEETING_KINDS)[number];

  /** The agencies that were invited. */
  @AgencyCodes()
  invited: string[];

  /** The agencies that came. */
  @AgencyCodes()
  attended: string[];

  /** What the meeting decided is to be done. An empty list says that it decided nothing. */
  @Parts(() => PlanAction)
  actions: PlanAction[];
}

export const meetingHeld = defineRecord({
  type: 'throughline.coordination.meeting-held.v1',
  data: MeetingHeld,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    kind: 'professionals',
    invited: ['police', 'idva', 'education'],
    attended: ['idva', 'education'],
    actions: [{ id: 'csc-m-3-1', what: 'Call the health visitor', who: 'csc', by: '2024-03-12', aimedAt: 'agency' }],
  },
  summary: (r) => `Meeting held (${inWords(r.data.kind)}), attended: ${r.data.attended.length} of ${r.data.invited.length} invited`,
});

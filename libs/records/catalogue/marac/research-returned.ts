import { CommonData } from '../../common-data';
import { Day, Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** An agency returned what it knows of a case before a MARAC meeting (SafeLives, ten principles: research and information sharing). */
export class ResearchReturned extends CommonData {
  /** The day of the MARAC meeting that the research is for. */
  @Day()
  meetingOn: string;

  /** Whether your agency knows the person. False is an answer, too: it says that somebody looked. */
  @YesNo()
  known: boolean;

  /** What your agency knows that bears on safety. */
  @Text('protected')
  @Optional()
  summary?: string;
}

export const researchReturned = defineRecord({
  type: 'throughline.marac.research-returned.v1',
  data: ResearchReturned,
  example: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    meetingOn: '2024-03-21',
    known: true,
    summary: 'Two tenancies, arrears since the separation',
  },
  summary: (r) => `MARAC research returned for ${r.data.meetingOn}: ${r.data.known ? 'known' : 'not known'}`,
});

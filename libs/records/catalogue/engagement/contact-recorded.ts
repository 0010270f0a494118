import { CommonData } from '../../common-data';
import { OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { type Interpreter, INTERPRETERS } from '../../interpreter';
import { defineRecord } from '../../record-type';
import { type Service, SERVICES } from '../../service';

export const CONTACT_OUTCOMES = ['engaged', 'no-answer', 'did-not-attend', 'declined', 'cancelled'] as const;
export const CANCELLED_BY = ['service', 'person'] as const;

/**
 * An attempt to reach somebody, and what came of it. "Did not attend" is a fact about an appointment, not about a person:
 * the record asks what stood in the way, and whether the risk remains.
 */
export class ContactRecorded extends CommonData {
  /** The service that tried to reach the person. */
  @OneOf(SERVICES)
  service: Service;

  /**
   * What came of it. engaged: the person and the service spoke or met. no-answer: a call, message or visit without answer. did-not-attend:
   * an appointment that the person did not come to. declined: the person said no.
   */
  @OneOf(CONTACT_OUTCOMES)
  outcome: (typeof CONTACT_OUTCOMES)[number];

  /** Who cancelled, where it was cancelled. A cancellation by the service is no missed appointment. */
  @OneOf(CANCELLED_BY)
  @Optional()
  cancelledBy?: (typeof CANCELLED_BY)[number];

  /** Whether the worker believes that the person is still at risk. */
  @YesNo()
  @Optional()
  riskRemains?: boolean;

  /** What stands in the way of contact: safety, work, children, language, trust. */
  @Text('protected')
  @Optional()
  barriers?: string;

  /** Who interpreted. none: nobody did. Leave it out where no interpreter is needed. */
  @OneOf(INTERPRETERS)
  @Optional()
  interpreter?: Interpreter;
}

export const contactRecorded = defineRecord({
  type: 'throughline.engagement.contact-recorded.v1',
  data: ContactRecorded,
  example: {
    people: [{ ref: 'idva:N-1042', role: 'victim' }],
    service: 'idva',
    outcome: 'no-answer',
    riskRemains: true,
    barriers: 'Her phone is checked',
    interpreter: 'none',
  },
  summary: (r) =>
    `Contact by ${inWords(r.data.service)}: ${inWords(r.data.outcome)}${r.data.cancelledBy === undefined ? '' : ` by the ${r.data.cancelledBy}`}`,
});

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
  @OneOf(SERVICES)
  service: Service;

  @OneOf(CONTACT_OUTCOMES)
  outcome: (typeof CONTACT_OUTCOMES)[number];

  /** A cancellation by the service is no missed appointment. */
  @OneOf(CANCELLED_BY)
  @Optional()
  cancelledBy?: (typeof CANCELLED_BY)[number];

  @YesNo()
  @Optional()
  riskRemains?: boolean;

  /** What stands in the way: safety, work, children, language, trust. */
  @Text('protected')
  @Optional()
  barriers?: string;

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

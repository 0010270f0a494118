import { CommonData } from '../../common-data';
import { Day } from '../../fields';
import { defineRecord } from '../../record-type';

/** A strategy discussion was asked for: reasonable cause to suspect that a child suffers significant harm (Children Act 1989, section 47). */
export class StrategyDiscussionRequested extends CommonData {
  /** The day on which the discussion was asked for. */
  @Day()
  requestedOn: string;
}

export const strategyDiscussionRequested = defineRecord({
  type: 'throughline.social-care.strategy-discussion-requested.v1',
  data: StrategyDiscussionRequested,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    requestedOn: '2024-03-05',
  },
  summary: (r) => `Strategy discussion requested on ${r.data.requestedOn}`,
});

import { CommonData } from '../../common-data';
import { Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** A child was removed from a parent's care. What is offered to that parent is part of the record: the loss is a time of danger for them. */
export class ChildRemoved extends CommonData {
  /** The order or power by which the child was removed, for example an interim care order. */
  @Text('protected')
  legalBasis: string;

  /** Whether the parent was offered support for the loss. */
  @YesNo()
  @Optional()
  supportForParentOffered?: boolean;
}

export const childRemoved = defineRecord({
  type: 'throughline.social-care.child-removed.v1',
  data: ChildRemoved,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    legalBasis: 'Interim care order',
    supportForParentOffered: true,
  },
  summary: () => "Child removed from a parent's care",
});

import { CommonData } from '../../common-data';
import { Identifier, Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** An agency gives its view, for example on a closure that was proposed. */
export class ViewGiven extends CommonData {
  /** The id of the case that the view is about, where it is about one. */
  @Identifier()
  @Optional()
  caseId?: string;

  /** The agency's view. */
  @Text('protected')
  view: string;
}

export const viewGiven = defineRecord({
  type: 'throughline.coordination.view-given.v1',
  data: ViewGiven,
  example: { people: [{ ref: 'idva:N-1042', role: 'victim' }], caseId: 'csc-c-20', view: 'Too early: the order ends next week' },
  summary: () => 'View given by an agency',
});

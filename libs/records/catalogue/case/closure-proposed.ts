import { CommonData } from '../../common-data';
import { AgencyCodes, Identifier, Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** An agency means to close a case and asks those around the family for their view first. */
export class CaseClosureProposed extends CommonData {
  /** The id of the case, as it was opened. */
  @Identifier()
  caseId: string;

  /** Why the agency means to close the case. */
  @Text('protected')
  reason: string;

  /** The agencies that were asked for their view. The publisher never counts as missing. */
  @AgencyCodes()
  consulted: string[];

  /** Whether somebody looked up which protection orders hold, and until when. */
  @YesNo()
  @Optional()
  protectionOrdersChecked?: boolean;
}

export const caseClosureProposed = defineRecord({
  type: 'throughline.case.closure-proposed.v1',
  data: CaseClosureProposed,
  example: {
    people: [{ ref: 'csc:N-1042', role: 'victim' }],
    caseId: 'csc-c-20',
    reason: 'Plan completed',
    consulted: ['police', 'idva'],
    protectionOrdersChecked: false,
  },
  summary: (r) => `Closure of a case proposed, consulted: ${r.data.consulted.length}`,
});

import { CommonData } from '../../common-data';
import { AgencyCodes, Identifier, OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const CLOSURE_REASONS = [
  'completed',
  'not-engaging',
  'declined-support',
  'moved-away',
  'no-further-action',
  'deceased',
  'other',
] as const;

/** An agency closed a case. Not engaging is not assumed to be an informed decision. */
export class CaseClosed extends CommonData {
  /** The id of the case, as it was opened. */
  @Identifier()
  caseId: string;

  /**
   * Why the case was closed. not-engaging: the service lost or never had contact. declined-support: the person said no, knowing what was
   * offered. completed: the work is done.
   */
  @OneOf(CLOSURE_REASONS)
  reason: (typeof CLOSURE_REASONS)[number];

  /** Why closing is right, in the worker's words. */
  @Text('protected')
  @Optional()
  justification?: string;

  /** The agencies that were asked for their view. The publisher never counts as missing. */
  @AgencyCodes()
  consulted: string[];

  /** Whether somebody looked up which protection orders hold, and until when, before the case was closed. */
  @YesNo()
  @Optional()
  protectionOrdersChecked?: boolean;
}

export const caseClosed = defineRecord({
  type: 'throughline.case.closed.v1',
  data: CaseClosed,
  example: {
    people: [{ ref: 'csc:N-1042', role: 'victim' }],
    caseId: 'csc-c-20',
    reason: 'completed',
    justification: 'All actions done, safe at her new home',
    consulted: ['police', 'idva'],
    protectionOrdersChecked: true,
  },
  summary: (r) => `Case closed (${inWords(r.data.reason)})`,
});

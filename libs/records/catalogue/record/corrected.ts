import { CommonData } from '../../common-data';
import { Instant, Optional, Part, Replacement, Text } from '../../fields';
import { RecordNamed } from '../../record-named';
import { defineRecord } from '../../record-type';

/** An agency corrects a record of its own: what it published stays visible, and what holds from now on stands beside it. */
export class RecordCorrected extends CommonData {
  /** The record that is corrected: one of your own agency's. */
  @Part(() => RecordNamed)
  corrects: RecordNamed;

  /** Why it is corrected. */
  @Text('protected')
  reason: string;

  /** The corrected data, whole, as the corrected record's type asks for it. */
  @Replacement()
  replacement: Readonly<Record<string, unknown>>;

  /** The corrected time of what happened. Absent: it stays. */
  @Instant()
  @Optional()
  time?: string;
}

export const recordCorrected = defineRecord({
  type: 'throughline.record.corrected.v1',
  data: RecordCorrected,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    corrects: { source: '/agencies/csc', id: 'decision-12' },
    reason: 'The reason was left out',
    replacement: {
      people: [{ ref: 'csc:N-1050', role: 'child' }],
      referralId: 'police-ref-89',
      outcome: 'declined',
      justification: 'Below the threshold',
    },
    time: '2024-03-04T10:00:00Z',
  },
  summary: () => 'Record corrected',
});

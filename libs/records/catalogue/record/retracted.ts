import { CommonData } from '../../common-data';
import { OneOf, Part } from '../../fields';
import { inWords } from '../../in-words';
import { RecordNamed } from '../../record-named';
import { defineRecord } from '../../record-type';

export const RETRACTION_REASONS = ['wrong-person', 'duplicate', 'inaccurate', 'unlawful', 'other'] as const;

/** An agency takes back a record of its own. It stays in the log; whoever was shown the record of a wrong person is told. */
export class RecordRetracted extends CommonData {
  /** The record that is taken back: one of your own agency's. */
  @Part(() => RecordNamed)
  retracts: RecordNamed;

  /** Why it is taken back. wrong-person: it is about somebody else. unlawful: it should never have been shared. */
  @OneOf(RETRACTION_REASONS)
  reason: (typeof RETRACTION_REASONS)[number];
}

export const recordRetracted = defineRecord({
  type: 'throughline.record.retracted.v1',
  data: RecordRetracted,
  example: {
    people: [{ ref: 'csc:N-1042', role: 'victim' }],
    retracts: { source: '/agencies/csc', id: 'decision-12' },
    reason: 'wrong-person',
  },
  summary: (r) => `Record retracted (${inWords(r.data.reason)})`,
});

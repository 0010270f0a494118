import { CommonData } from '../common-data';
import { AgencyCode, Count, Identifier, OneOf, Optional, Text } from '../fields';
import { inWords } from '../in-words';
import { defineRecord } from '../record-type';
import { hubTypes } from './hub-records';

/** What may be taken out of the hub about one person (contract.md, section 5). */
export const EXPORT_KINDS = ['case-summary', 'chronology'] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];

/**
 * Something about a person was taken out of the hub. It is decided at its own position, moves no log time and is no entry of a
 * chronology; its people are the references that the person had that day, in no role.
 */
export class Exported extends CommonData {
  /** What was taken out. */
  @OneOf(EXPORT_KINDS)
  kind: ExportKind;

  /** The one to whom it is addressed, as whoever asked named them. */
  @Text('protected')
  recipient: string;

  /** Who asked: the subject of their sign-in or the id of their system, never a name. */
  @Identifier()
  by: string;

  /** In whose name they asked; absent for the hub's own people. */
  @AgencyCode()
  @Optional()
  agency?: string;

  /** The position of the last record that it may hold. */
  @Count({ to: Number.MAX_SAFE_INTEGER })
  upTo: number;

  /** How many records of the partnership's ledger that are: whatever has this number or a higher one is not in it. */
  @Count({ to: Number.MAX_SAFE_INTEGER })
  size: number;
}

export const exported = defineRecord({
  type: hubTypes.exported,
  data: Exported,
  example: {
    people: [{ ref: 'police:N-1042', role: 'other' }],
    kind: 'case-summary',
    recipient: 'Crown Prosecution Service, Yorkshire and Humberside',
    by: 'operator',
    upTo: 1234,
    size: 1198,
  },
  summary: (r) => `Exported: ${inWords(r.data.kind)}`,
});

import type { ExportKind } from '@throughline/records';
import type { Name } from './cast';

/** Something of a person is exported from the hub in a story. */
export interface Exporting {
  readonly exporting: ExportKind;
  readonly about: Name;
  /** The agency under whose reference they are asked for, where agencies are not known to mean the same person. */
  readonly knownTo?: string;
  /** How many of the newest records are not in it: they came while it was made. */
  readonly without: number;
}

type More = Partial<Pick<Exporting, 'knownTo' | 'without'> & { readonly kind: ExportKind }>;

/** A case summary with everything up to now is exported, unless the story says otherwise. */
export const summaryExported = (about: Name = 'mother', { kind = 'case-summary', without = 0, knownTo }: More = {}): Exporting => ({
  exporting: kind,
  about,
  without,
  ...(knownTo === undefined ? {} : { knownTo }),
});

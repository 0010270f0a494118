import {
  maySeePart,
  type Opened,
  recordOutline,
  shownData,
  type Showing,
  type ShownRecord,
  shownRecord,
  type Visit,
} from '@throughline/access';
import { formatInstant } from '@throughline/kernel';
import { keyText } from '@throughline/projections';
import { type Folded, type HeldRecord, recordedOf } from '@throughline/projections/queries';
import { type RecordKey, type Recorded, recordTypeOf } from '@throughline/records';

/** What a correction did: whoever may see the record sees both what was published and what holds. */
export interface CorrectedView {
  readonly by: RecordKey;
  readonly at: string;
  readonly reason: string | null;
  readonly replacement: unknown;
  /** The corrected time of what happened, where the correction gives one. */
  readonly time?: string;
}

export interface RetractedView {
  readonly by: RecordKey;
  readonly at: string;
  readonly reason: string;
}

/** One entry of a chronology (contract.md, section 4). Instants are RFC 3339. */
export interface ChronologyItem {
  readonly position: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly agency: string;
  readonly summary: string;
  readonly record: ShownRecord;
  readonly corrected: CorrectedView | null;
  readonly retracted: RetractedView | null;
  readonly alerts: readonly string[];
}

/** What an entry says, as it was last corrected and as its reader may see it. */
export const saidIn = ({ corrected, record }: ChronologyItem): unknown => corrected?.replacement ?? record.data;

/** With what entries are shown. */
export interface ItemsShown {
  readonly visit: Visit;
  readonly opened: Opened;
  /** Alerts by the key of the record that raised them. */
  readonly raised: ReadonlyMap<string, readonly string[]>;
}

const keyOf = ({ envelope }: HeldRecord): RecordKey => ({ source: envelope.source, id: envelope.id });

/** Entries as their reader may see them; each was disclosed before. */
export const chronologyItems = async (
  { visit, opened, raised }: ItemsShown,
  page: readonly Folded[],
): Promise<readonly ChronologyItem[]> => {
  const { sight, cut } = visit;
  const isHidden = ({ entry, retracted }: Folded): boolean => retracted !== undefined && !sight.everything && entry.agency !== sight.agency;
  const open = page.filter((folded) => !isHidden(folded));
  const keyring = await opened.keyring(
    open.flatMap(({ original, corrected }) => [
      { held: original },
      ...(corrected === undefined ? [] : [{ held: corrected, replacementType: original.envelope.type }]),
    ]),
  );
  const locations = await opened.sealedLocations(visit.around);
  const showing = (records: readonly Pick<Recorded, 'agency' | 'subject' | 'data'>[]): Showing => ({
    keyring,
    locations,
    maySee: (ref) => records.some((record) => maySeePart(sight, record, ref)),
  });
  return page.map((folded) => {
    const { entry, original, retracted } = folded;
    const hidden = isHidden(folded);
    return {
      position: `${cut.partnership}:${String(original.position)}`,
      type: original.envelope.type,
      occurredAt: formatInstant(original.time),
      recordedAt: formatInstant(original.recordedtime),
      agency: entry.agency,
      summary: hidden ? 'Record retracted' : summaryOf(original),
      record: hidden ? recordOutline(original) : shownRecord(original, showing([recordedOf(original)])),
      corrected: correctedView(folded, hidden, showing),
      retracted:
        retracted === undefined
          ? null
          : { by: keyOf(retracted), at: formatInstant(retracted.logTime), reason: textIn(recordedOf(retracted).data, 'reason') ?? '' },
      alerts: raised.get(keyText(entry)) ?? [],
    };
  });
};

const summaryOf = (held: HeldRecord): string => {
  const recorded = recordedOf(held);
  return recordTypeOf(recorded.type)?.summary(recorded) ?? recorded.type;
};

const textIn = (data: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'string' ? value : undefined;
};

type ShowingFor = (records: readonly Pick<Recorded, 'agency' | 'subject' | 'data'>[]) => Showing;

const correctedView = ({ entry, original, corrected }: Folded, hidden: boolean, showing: ShowingFor): CorrectedView | null => {
  if (corrected === undefined) return null;
  const outline = { by: keyOf(corrected), at: formatInstant(corrected.logTime) };
  if (hidden) return { ...outline, reason: null, replacement: null };
  const { data } = shownData(corrected, showing([recordedOf(corrected), entry]), original.envelope.type);
  const time = textIn(data, 'time');
  return {
    ...outline,
    reason: textIn(data, 'reason') ?? null,
    replacement: data['replacement'] ?? null,
    ...(time === undefined ? {} : { time }),
  };
};

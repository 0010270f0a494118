import type { AlertView } from '@throughline/alerts';
import type { Settings } from '@throughline/projections';
import type { ChronologyItem } from '../../api';
import { agencyName } from '../words/codes';
import { type FieldInWords, fieldsInWords, narrativeOf, peopleIn } from './record-in-words';

/** What a record says, in words. */
export interface Content {
  readonly fields: readonly FieldInWords[];
  readonly narrative: string | undefined;
  readonly people: readonly string[];
}

export interface TimelineEntry {
  readonly position: string;
  readonly type: string;
  readonly summary: string;
  readonly agency: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly source: string;
  readonly id: string;
  readonly content: Content;
  readonly corrected:
    { readonly at: string; readonly reason: string | null; readonly time: string | undefined; readonly content: Content } | undefined;
  readonly retracted: { readonly at: string; readonly reason: string; readonly hidden: boolean } | undefined;
  readonly alerts: readonly { readonly id: string; readonly words: string }[];
  /** Where the document that was made of it can be opened. */
  readonly document: string | undefined;
}

const contentOf = (data: unknown, settings: Settings): Content => ({
  fields: fieldsInWords(data, settings),
  narrative: narrativeOf(data),
  people: peopleIn(data),
});

/** Entries of a chronology as a timeline shows them. */
export const timelineOf = (
  items: readonly ChronologyItem[],
  settings: Settings,
  alerts: readonly Pick<AlertView, 'id' | 'reason'>[] = [],
  documentOf: (item: ChronologyItem) => string | undefined = () => undefined,
): readonly TimelineEntry[] => {
  const reasons = new Map(alerts.map(({ id, reason }) => [id, reason]));
  return items.map((item) => ({
    position: item.position,
    type: item.type,
    summary: item.summary,
    agency: agencyName(settings, item.agency),
    occurredAt: item.occurredAt,
    recordedAt: item.recordedAt,
    source: item.record.source,
    id: item.record.id,
    content: contentOf(item.record.data, settings),
    corrected:
      item.corrected === null
        ? undefined
        : {
            at: item.corrected.at,
            reason: item.corrected.reason,
            time: item.corrected.time,
            content: contentOf(item.corrected.replacement, settings),
          },
    retracted:
      item.retracted === null
        ? undefined
        : { at: item.retracted.at, reason: item.retracted.reason, hidden: item.record.data === undefined },
    alerts: item.alerts.map((id) => ({ id, words: reasons.get(id) ?? 'An alert for your agency' })),
    document: documentOf(item),
  }));
};

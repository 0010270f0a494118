import { type Actor, isAuditor } from '@throughline/access';
import { agencyKind, type CurrentSettings, type Settings } from '@throughline/projections';
import { type MaracTransferRequested, maracTransferRequested } from '@throughline/records';

type Hub = Pick<CurrentSettings, 'of'>;

/** Whether a transfer goes where no hub receives it: to an area that has none, or to a partnership that is not on this one. */
export const leavesTheHub = ({ toPartnership, toArea }: Partial<MaracTransferRequested>, hub: Hub): boolean =>
  toPartnership === undefined ? toArea !== undefined : hub.of(toPartnership) === undefined;

/** The document of a transfer is for the MARAC that asked for it, and for auditors. */
export const mayOpenDocument = (actor: Actor, by: string, settings: Settings): boolean =>
  isAuditor(actor) || (actor.agency === by && agencyKind(settings, by) === 'marac');

/** What tells of a chronology's entry whether it has a document. */
interface Told {
  readonly type: string;
  readonly agency: string;
  readonly position: string;
  readonly retracted: unknown;
  readonly corrected: { readonly replacement: unknown } | null;
  readonly record: { readonly data?: unknown };
}

/** Where the document of an entry is, for who may open it; undefined where there is none. */
export const documentOf = (person: string, item: Told, actor: Actor, settings: Settings, hub: Hub): string | undefined => {
  const data = (item.corrected?.replacement ?? item.record.data) as Partial<MaracTransferRequested> | null | undefined;
  const isRequest = item.type === maracTransferRequested.type && item.retracted === null && data !== null && data !== undefined;
  if (!isRequest || !leavesTheHub(data, hub) || !mayOpenDocument(actor, item.agency, settings)) return undefined;
  return `/people/${person}/transfers/${item.position.split(':')[1] ?? ''}`;
};

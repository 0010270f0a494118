import type { Caller } from '@throughline/access';
import { type CurrentSettings, namesOf } from '@throughline/projections';
import { type Facets, facetsOf, is, recordCorrected, recordRetracted, validateRecord, type ValidRecord } from '@throughline/records';
import type { PublishedRecord } from '@throughline/seal';
import { placeText, type RecordPlace } from './record-place';
import { transferToItself } from './transfer-to-itself';

/** One fault of one record of a call. */
export interface CallFault {
  /** Which record of the call, from 0. */
  readonly index: number;
  readonly pointer: string;
  readonly detail: string;
  readonly status: 403 | 409 | 422;
}

/** The record that a correction or a retraction is about. */
export interface Amended {
  readonly kind: 'corrects' | 'retracts';
  readonly place: RecordPlace;
  readonly key: string;
}

/** A record that is well-formed, and the partnership that it goes to; what is stored is not yet looked at. */
export interface Candidate {
  readonly index: number;
  readonly record: ValidRecord;
  readonly place: RecordPlace;
  readonly key: string;
  readonly amends?: Amended;
  readonly facets?: Facets;
}

export interface Examined {
  readonly candidates: readonly Candidate[];
  readonly faults: readonly CallFault[];
}

/** A record as it is sealed and stored. Without an own `recordedtime` it was recorded at the stamp. */
export const publishedRecord = ({ record, place, facets }: Candidate, stamp: string): PublishedRecord => ({
  partnership: place.partnership,
  source: record.source,
  id: record.id,
  type: record.type,
  time: record.time,
  recordedtime: record.recordedtime ?? stamp,
  ...(record.recordedtime === undefined ? {} : { imported: true }),
  agency: record.agency,
  subject: record.subject,
  data: record.data,
  ...(facets === undefined ? {} : { facets }),
  ...(Object.keys(record.attributes).length === 0 ? {} : { attributes: record.attributes }),
});

const amendedBy = ({ type, data }: ValidRecord, partnership: string): Amended | undefined => {
  const recorded = { type, data } as unknown as Parameters<typeof is>[1];
  const kind = is(recordCorrected, recorded) ? 'corrects' : is(recordRetracted, recorded) ? 'retracts' : undefined;
  if (kind === undefined) return undefined;
  const { source, id } = data[kind] as { readonly source: string; readonly id: string };
  const place = { partnership, source, id };
  return { kind, place, key: placeText(place) };
};

/** Examines the records of one call as far as that is possible without looking at what is stored. */
export class Examination {
  constructor(private readonly settings: Pick<CurrentSettings, 'of' | 'partnershipsOfAgency'>) {}

  /** @param now milliseconds since 1970; a `recordedtime` after it lies in the future */
  of(events: readonly unknown[], caller: Caller, now: number): Examined {
    const mayImport = caller.scopes.has('records:import');
    const mayPublishAs = (agency: string): boolean =>
      agency === caller.agency || (mayImport && this.settings.partnershipsOfAgency(agency).length > 0);
    const context = { mayPublishAs, mayImport, now };
    const candidates: Candidate[] = [];
    const faults: CallFault[] = [];
    events.forEach((event, index) => {
      const verdict = validateRecord(event, context);
      const named = 'record' in verdict ? verdict.record.partnership : statedPartnership(event);
      const partnership = this.partnershipOf(named, caller, mayImport);
      const own = 'record' in verdict ? [] : verdict.faults;
      for (const fault of own) faults.push({ index, ...fault });
      if (typeof partnership !== 'string') {
        if (!own.some(({ pointer }) => pointer === '/partnership')) faults.push({ index, pointer: '/partnership', ...partnership });
        return;
      }
      if (!('record' in verdict)) {
        // Of a record that is good so far it is told where retries are known: one that was stored stays a duplicate.
        const fault = transferToItself(stated(event, 'type'), stated(event, 'data'), partnership);
        faults.push(...fault.map((each) => ({ index, ...each })));
        return;
      }
      const { record } = verdict;
      if (!this.settings.partnershipsOfAgency(record.agency).includes(partnership)) {
        faults.push({ index, pointer: '/source', detail: 'is not an agency of this partnership', status: 422 });
        return;
      }
      const place = { partnership, source: record.source, id: record.id };
      const amends = amendedBy(record, partnership);
      const facets = facetsOf(record.data, () => this.ownNames(partnership));
      candidates.push({
        index,
        record,
        place,
        key: placeText(place),
        ...(amends === undefined ? {} : { amends }),
        ...(facets === undefined ? {} : { facets }),
      });
    });
    return { candidates, faults };
  }

  /** How a partnership and its agencies are called. */
  private ownNames(partnership: string): readonly string[] {
    const settings = this.settings.of(partnership);
    return settings === undefined ? [] : namesOf(settings);
  }

  /** The partnership that a record goes to, or what is wrong with the one that it names. */
  private partnershipOf(stated: string | undefined, caller: Caller, mayImport: boolean): string | Pick<CallFault, 'detail' | 'status'> {
    if (stated === undefined) {
      const [only, ...others] = caller.agency === undefined ? [] : caller.partnerships;
      if (only !== undefined && others.length === 0) return only;
      return { detail: 'is missing: this caller belongs to no partnership, or to several', status: 422 };
    }
    if (this.settings.of(stated) === undefined) return { detail: 'is not a partnership of this hub', status: 422 };
    if (mayImport || caller.partnerships.includes(stated)) return stated;
    return { detail: 'is not a partnership that this caller belongs to', status: 403 };
  }
}

const stated = (event: unknown, attribute: string): unknown =>
  typeof event === 'object' && event !== null ? Reflect.get(event, attribute) : undefined;

/** What a faulty record names as its partnership, so that all its faults are found at once. */
const statedPartnership = (event: unknown): string | undefined => {
  const partnership = stated(event, 'partnership');
  return typeof partnership === 'string' ? partnership : undefined;
};

import { createHash } from 'node:crypto';
import { formatInstant, type RefToken } from '@throughline/kernel';
import { KeyedOpener, sealedLocationsAmong, type SealedLocations } from '@throughline/access';
import { refsOf } from '@throughline/projections';
import { detailsHeld, Family, type Folded, type HomeTrace, PartnershipTables, takeCut } from '@throughline/projections/queries';
import {
  type CommonData,
  HUB_SOURCE,
  is,
  keyHash,
  maracTransferReceived,
  type MaracTransferRequested,
  maracTransferRequested,
  type Person,
  type PersonDetails,
  type RecordCorrected,
  type RecordKey,
} from '@throughline/records';
import type { Opener, PublishedRecord } from '@throughline/seal';
import type { Pool } from 'pg';

/** A case that a MARAC passes on: the request by its number in the sender's partnership, and who is to receive it. */
export interface TransferDue {
  readonly from: string;
  readonly index: number;
  readonly to: string;
}

export interface TransferParts {
  readonly pool: Pool;
  readonly opener: Opener;
  readonly homeTrace: HomeTrace;
  readonly liveSchema: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A request with its names and texts. */
type Restored = Pick<PublishedRecord, 'time' | 'subject'> & { readonly data: MaracTransferRequested };

/** Follows from the request, so that however often it is sent it is one record. */
const keyOf = ({ source, id }: RecordKey): RecordKey => ({
  source: HUB_SOURCE,
  id: `transfer:${createHash('sha256')
    .update(JSON.stringify([source, id]))
    .digest('hex')
    .slice(0, 24)}`,
});

/** A request as it stands now; undefined where it was taken back. */
const requestAt = async (tables: PartnershipTables, index: number): Promise<Folded | undefined> => {
  const [held] = await tables.records([index]);
  if (held === undefined) throw new Error('a transfer was requested by a record that is not there');
  const [first] = held.envelope.data['people'] as readonly Person[];
  const ref = first?.ref as RefToken;
  const folded = (await Family.around(tables, [ref])).closed().folded(ref);
  const found = folded.find(({ original }) => original.index === index);
  return found?.retracted === undefined ? found : undefined;
};

const receiverOf = ({ entry }: Folded): string | undefined => (is(maracTransferRequested, entry) ? entry.data.toPartnership : undefined);

/**
 * Makes what the other partnership receives of a transfer (contract.md, `marac.transfer-received`): who it is about with the
 * details that the sender holds, why, and how often the case was heard. Nothing else crosses: no narrative, no other record,
 * and no address that is sealed. It is sealed anew, under the receiver's keys.
 */
export class Transfers {
  constructor(private readonly parts: TransferParts) {}

  /**
   * The record for the receiver's log; undefined where that partnership is not on this hub, where it has it already, and where the
   * request does not stand any more or has another receiver by now.
   */
  async received({ from, index, to }: TransferDue): Promise<PublishedRecord | undefined> {
    const { pool, opener, homeTrace, liveSchema, now } = this.parts;
    const schema = await liveSchema();
    const [sender, receiver] = await Promise.all([from, to].map((partnership) => takeCut(pool, schema, partnership, { now: now() })));
    if (sender === undefined || receiver === undefined) return undefined;
    const tables = new PartnershipTables(pool, sender);
    const request = await requestAt(tables, index);
    if (request === undefined || receiverOf(request) !== to) return undefined;
    const key = keyOf(request.entry);
    if (await this.isThere(schema, to, key)) return undefined;
    const tokens = refsOf(request.entry);
    const family = await Family.around(tables, tokens);
    const files = await family.opened(new KeyedOpener(opener), homeTrace);
    const locations = await sealedLocationsAmong(files, family.refs, opener);
    const { time, subject, data: asked } = await this.restored(request);
    const { people, relationships, reason, timesHeard } = asked;
    const named = new Set(people.map(({ ref }) => ref));
    const data: Omit<(typeof maracTransferReceived)['Data'], keyof CommonData> & Partial<CommonData> = {
      people: people.map(({ ref, role }, place) => {
        const details = detailsOf(detailsHeld(files.fileOf(tokens[place] ?? ('' as RefToken))), locations);
        return { ref, role, ...(Object.keys(details).length === 0 ? {} : { details }) };
      }),
      ...(relationships === undefined ? {} : { relationships: relationships.filter((each) => named.has(each.from) && named.has(each.to)) }),
      fromPartnership: from,
      reason: locations.inText(reason),
      timesHeard,
    };
    return {
      partnership: to,
      ...key,
      type: maracTransferReceived.type,
      time,
      recordedtime: formatInstant(Math.max(request.original.logTime, await this.logTimeOf(schema, to))),
      // Its time is the logs', not the clock's: it starts no clock.
      imported: true,
      ...(subject === undefined ? {} : { subject }),
      data: data as unknown as PublishedRecord['data'],
    };
  }

  /** The request as it was published, with what its last correction put in place. */
  private async restored({ entry, original, corrected }: Folded): Promise<Restored> {
    const { opener } = this.parts;
    const published = await opener.restore(original.envelope);
    if (corrected === undefined) return published as unknown as Restored;
    const { replacement } = (await opener.restore(corrected.envelope, entry.type)).data as unknown as RecordCorrected;
    return { ...published, time: formatInstant(entry.time), data: replacement as unknown as MaracTransferRequested };
  }

  /** What was sent, and not ticked off when the process died, is there: by now it might say more, and would be another record under one key. */
  private async isThere(schema: string, partnership: string, key: RecordKey): Promise<boolean> {
    const { rowCount } = await this.parts.pool.query(`SELECT FROM ${schema}.records WHERE partnership = $1 AND key = $2`, [
      partnership,
      keyHash(key),
    ]);
    return rowCount !== 0;
  }

  private async logTimeOf(schema: string, partnership: string): Promise<number> {
    const { rows } = await this.parts.pool.query<{ log_time: bigint }>(
      `SELECT log_time FROM ${schema}.partnerships WHERE partnership = $1`,
      [partnership],
    );
    return Number(rows[0]?.log_time ?? 0);
  }
}

/** Of each field what was said last, whoever said it; a place that must stay unknown does not travel, whoever else wrote it down. */
const detailsOf = (held: ReturnType<typeof detailsHeld>, locations: SealedLocations): PersonDetails => {
  const inOrder = [...held].sort((one, other) => one.recordedAt - other.recordedAt);
  const { address, ...details } = Object.assign({}, ...inOrder.map((each) => each.details)) as PersonDetails;
  return address === undefined || address.shared === true || locations.isSealed(address) ? details : { ...details, address };
};

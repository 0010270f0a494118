import { createHash } from 'node:crypto';
import { formatInstant, type RefToken } from '@throughline/kernel';
import { KeyedOpener } from '@throughline/access';
import { detailsHeld, Family, type HomeTrace, PartnershipTables, takeCut } from '@throughline/projections/queries';
import {
  type CommonData,
  HUB_SOURCE,
  maracTransferReceived,
  type MaracTransferRequested,
  type Person,
  type PersonDetails,
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

/**
 * Makes what the other partnership receives of a transfer (contract.md, `marac.transfer-received`): who it is about with the
 * details that the sender holds, why, and how often the case was heard. Nothing else crosses: no narrative, no other record,
 * and no address that is sealed. It is sealed anew, under the receiver's keys.
 */
export class Transfers {
  constructor(private readonly parts: TransferParts) {}

  /** The record for the receiver's log; undefined where that partnership is not on this hub. */
  async received({ from, index, to }: TransferDue): Promise<PublishedRecord | undefined> {
    const { pool, opener, homeTrace, liveSchema, now } = this.parts;
    const schema = await liveSchema();
    const [sender, receiver] = await Promise.all([from, to].map((partnership) => takeCut(pool, schema, partnership, { now: now() })));
    if (sender === undefined || receiver === undefined) return undefined;
    const tables = new PartnershipTables(pool, sender);
    const [held] = await tables.records([index]);
    if (held === undefined) throw new Error('a transfer was requested by a record that is not there');
    const request = await opener.restore(held.envelope);
    const tokens = (held.envelope.data['people'] as readonly Person[]).map(({ ref }) => ref as RefToken);
    const family = await Family.around(tables, tokens);
    const files = await family.opened(new KeyedOpener(opener), homeTrace);
    const { people, relationships, reason, timesHeard } = request.data as unknown as MaracTransferRequested;
    const named = new Set(people.map(({ ref }) => ref));
    const data: Omit<(typeof maracTransferReceived)['Data'], keyof CommonData> & Partial<CommonData> = {
      people: people.map(({ ref, role }, place) => {
        const details = detailsOf(detailsHeld(files.fileOf(tokens[place] ?? ('' as RefToken))));
        return { ref, role, ...(Object.keys(details).length === 0 ? {} : { details }) };
      }),
      ...(relationships === undefined ? {} : { relationships: relationships.filter((each) => named.has(each.from) && named.has(each.to)) }),
      fromPartnership: from,
      reason,
      timesHeard,
    };
    return {
      partnership: to,
      source: HUB_SOURCE,
      id: `transfer:${createHash('sha256')
        .update(JSON.stringify([request.source, request.id]))
        .digest('hex')
        .slice(0, 24)}`,
      type: maracTransferReceived.type,
      time: request.time,
      recordedtime: formatInstant(Math.max(held.logTime, await this.logTimeOf(schema, to))),
      // Its time is the logs', not the clock's: it starts no clock.
      imported: true,
      ...(request.subject === undefined ? {} : { subject: request.subject }),
      data: data as unknown as PublishedRecord['data'],
    };
  }

  private async logTimeOf(schema: string, partnership: string): Promise<number> {
    const { rows } = await this.parts.pool.query<{ log_time: bigint }>(
      `SELECT log_time FROM ${schema}.partnerships WHERE partnership = $1`,
      [partnership],
    );
    return Number(rows[0]?.log_time ?? 0);
  }
}

/** Of each field what was said last, whoever said it; a place that must stay unknown does not travel. */
const detailsOf = (held: ReturnType<typeof detailsHeld>): PersonDetails => {
  const inOrder = [...held].sort((one, other) => one.recordedAt - other.recordedAt);
  const { address, ...details } = Object.assign({}, ...inOrder.map((each) => each.details)) as PersonDetails;
  return address === undefined || address.sensitive === true || address.shared === true ? details : { ...details, address };
};

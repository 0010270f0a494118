import { createHash } from 'node:crypto';
import { formatInstant } from '@throughline/kernel';
import { textArray } from '@throughline/projections';
import { HUB_SOURCE, hubTypes } from '@throughline/records';
import { ENGINE } from '@throughline/safeguards';
import type { PoolClient } from 'pg';
import type { GroupRows } from '../batch/group-rows';
import { writeChanges } from './write-changes';

/** What the hub itself has to put on a partnership's log, in words of the contract; it is stamped and sealed on its way. */
export interface HubRecord {
  readonly partnership: string;
  readonly source: typeof HUB_SOURCE;
  /** Follows from what caused it, so that a record that is sent twice is one. */
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const idOf = (type: string, ...parts: readonly (string | number)[]): string =>
  `${type.split('.')[2] ?? ''}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;

/** A case that goes over to another partnership; what it receives is made when it is sent. */
const transfersOf = ({ state: { partnership: from }, transfers }: GroupRows) =>
  transfers.map(({ index, to }) => ({ partnership: to, id: `transfer:${from}:${index}`, transfer: { from, index, to } }));

const recordsOf = (group: GroupRows): readonly HubRecord[] => {
  const { partnership, logTime } = group.state;
  const stamp = formatInstant(logTime);
  const common = { partnership, source: HUB_SOURCE, time: stamp, recordedtime: stamp } as const;
  const asides = group.setAsides.map(({ position, reason, key }) => ({
    ...common,
    type: hubTypes.recordSetAside,
    id: idOf(hubTypes.recordSetAside, partnership, position),
    data: { position, reason, ...key },
  }));
  const first = group.derived[0];
  if (first === undefined) return asides;
  const { position, ordinal } = first.at;
  return [
    ...asides,
    {
      ...common,
      type: hubTypes.outcomesDerived,
      id: idOf(hubTypes.outcomesDerived, partnership, position, ordinal),
      data: { engine: ENGINE, outcomes: group.derived },
    },
  ];
};

/** Leaves what was derived for the relay that appends it to the log, and for whoever tells agencies, in the transaction that derived it. */
export const writeOutbox = async (client: PoolClient, groups: readonly GroupRows[]): Promise<void> => {
  await writeChanges(client, groups);
  const records = groups.flatMap((group) => [...recordsOf(group), ...transfersOf(group)]);
  if (records.length === 0) return;
  await client.query(
    `INSERT INTO hub.outbox (partnership, id, record) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT (partnership, id) DO NOTHING`,
    [
      records.map((record) => record.partnership),
      records.map((record) => record.id),
      textArray(records.map((record) => JSON.stringify(record))),
    ],
  );
};

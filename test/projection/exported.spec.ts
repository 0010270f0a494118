import { refToken } from '@throughline/kernel';
import type { LogEntry } from '@throughline/log';
import { type Exported, HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import { newGeneration } from '../../apps/projector/generations';
import { gatherPast, tellEngineChanged } from '../../apps/projector/past';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { CaseMemory } from '../../apps/projector/memory/case-memory';
import { MemoryFold, tablesOf } from './memory-fold';
import { SmallHub } from './small-hub';

const quietly = { progress: () => undefined, isStopped: () => false };
const AT = '2026-11-22T10:00:00.000Z';

const line = (id: string, type: string, at: string, data: object, ref = 'police:V-1'): string => {
  const people = [{ ref, role: 'victim', details: { given: 'Anna', family: 'Reed', nhsNumber: '9991000097' } }];
  const record = { specversion: '1.0', id, source: `/agencies/${ref.split(':')[0] ?? ''}`, type: `throughline.${type}.v1`, subject: ref };
  return JSON.stringify({ ...record, time: at, recordedtime: at, partnership: 'northgate', data: { people, ...data } });
};
const charge = (id: string, at: string): string =>
  line(id, 'police.investigation-outcome-recorded', at, { incidentNumber: `police-${id}`, outcome: 'charged' });
const breach = (id: string, at: string): string => line(id, 'justice.order-breached', at, { order: 'dvpo', breachedOn: at.slice(0, 10) });

describe('an export on the log', () => {
  let hub: SmallHub;

  const numberOf = async () => {
    const { rows } = await hub.parts.pool.query<{ person: bigint; size: bigint; last_position: bigint; log_time: bigint }>(
      `SELECT m.person, p.size, p.last_position, p.log_time FROM ${hub.live.schema}.memberships m JOIN ${hub.live.schema}.partnerships p USING (partnership)
        WHERE p.partnership = 'northgate'`,
    );
    const row = rows[0];
    if (row === undefined) throw new Error('nobody is there');
    return { ref: refToken(Number(row.person)), size: Number(row.size), upTo: Number(row.last_position), logTime: Number(row.log_time) };
  };
  const exportsHer = async (id: string): Promise<void> => {
    const { ref, size, upTo } = await numberOf();
    const data: Exported = { people: [{ ref, role: 'other' }], kind: 'case-summary', recipient: 'J. Okoro', by: 'operator', upTo, size };
    const record = { partnership: 'northgate', source: HUB_SOURCE, id, type: hubTypes.exported, time: AT, recordedtime: AT, subject: ref };
    const envelope = await hub.sealer.sealRecord({ ...record, data: { ...data } });
    expect(JSON.stringify(envelope)).not.toContain('Okoro');
    await hub.parts.log.append([{ partnership: 'northgate', value: writeEnvelope(envelope) }]);
  };
  const open = async (schema = hub.live.schema): Promise<number> => {
    const { rows } = await hub.parts.pool.query(
      `SELECT 1 FROM ${schema}.alerts WHERE safeguard = 'court-summary-incomplete' AND status = 'open'`,
    );
    return rows.length;
  };

  beforeAll(async () => {
    hub = await SmallHub.start();
    await hub.append([
      charge('c-1', '2024-03-04T10:00:00Z'),
      line('a-1', 'person.details-recorded', '2024-03-04T11:00:00Z', {}, 'idva:V-1'),
    ]);
    await hub.settle();
    expect(await open()).toBe(2);
  });
  afterAll(() => hub.stop());

  it('closes what was asked for, and moves no log time', async () => {
    const before = await numberOf();
    await exportsHer('export-1');
    await hub.settle();
    expect(await open()).toBe(0);
    expect((await numberOf()).logTime).toBe(before.logTime);
  });

  it('is known to whoever is brought back from the tables: what it holds is not asked for again', async () => {
    const mistaken = line('j-1', 'justice.case-concluded', '2024-03-05T10:00:00Z', { outcome: 'Discontinued' });
    const takenBack = line('x-1', 'record.retracted', '2024-03-21T10:00:00Z', {
      retracts: { source: '/agencies/police', id: 'j-1' },
      reason: 'inaccurate',
    });
    await hub.append([mistaken]);
    await hub.settle();
    await exportsHer('export-2');
    await hub.settle();
    await hub.append([takenBack]);
    await hub.settle();
    expect(await open()).toBe(0);
    await hub.append([breach('b-1', '2024-03-22T10:00:00Z')]);
    await hub.settle();
    expect(await open()).toBe(2);
  });

  it.each([1, 7, 1_000])('is rebuilt byte for byte, read in batches of %i', async (batch) => {
    const made = await newGeneration(hub.parts.pool);
    await readInto({ ...hub.parts, batch }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(await digestOf(hub.parts.pool, hub.live.schema));
  });

  it('is the same where hardly anybody stays in memory', async () => {
    const made = await newGeneration(hub.parts.pool);
    await readInto({ ...hub.parts, batch: 1, memory: new CaseMemory(0) }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(await digestOf(hub.parts.pool, hub.live.schema));
  });

  it('is what the fold of the whole log in memory makes of it', async () => {
    const { log } = hub.parts;
    const entries: LogEntry[] = [];
    for (let partition = 0; partition < log.partitions; partition += 1) {
      const { begin: from, end: to } = await log.bounds(partition);
      for await (const some of log.scan(partition, { from, to, maxEntries: 1_000 })) entries.push(...some);
    }
    expect(await MemoryFold.of(hub.parts, entries)).toEqual(await tablesOf(hub.parts.pool, hub.live.schema));
  });

  it('stays what it was when another engine judges from then on', async () => {
    await tellEngineChanged(hub.parts.pool, hub.parts.log, hub.sealer, hub.live);
    await hub.settle();
    const made = await newGeneration(hub.parts.pool);
    await gatherPast(hub.parts.pool, hub.parts.log, made);
    await readInto({ ...hub.parts, safeguards: [], batch: 3 }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(await digestOf(hub.parts.pool, hub.live.schema));
  });
});

import { parseInstant, refToken } from '@throughline/kernel';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { Family, PartnershipTables, personPage, takeCut } from '@throughline/projections/queries';
import { HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import { SmallHub } from './small-hub';

const line = (id: string, type: string, at: string, data: object): string => {
  const people = [{ ref: 'police:N-1', role: 'victim' }];
  const record = { specversion: '1.0', id, source: '/agencies/police', type: `throughline.${type}.v1`, subject: 'police:N-1' };
  return JSON.stringify({ ...record, time: at, recordedtime: at, partnership: 'northgate', data: { people, ...data } });
};

describe('What was held then', () => {
  let hub: SmallHub;
  const pageAt = async (when: string | undefined) => {
    const { pool } = hub.parts;
    const asAt = when === undefined ? undefined : parseInstant(when);
    const cut = await takeCut(pool, hub.live.schema, 'northgate', { now: 0, ...(asAt === undefined ? {} : { asAt }) });
    const { rows } = await pool.query<{ ref: bigint }>(`SELECT ref FROM ${hub.live.schema}.memberships`);
    const ref = refToken(Number(rows[0]?.ref));
    if (cut === undefined) throw new Error('the partnership is not there');
    const family = await Family.around(new PartnershipTables(pool, cut), [ref]);
    return { settings: cut.settings.number, level: personPage(family.closed().caseOf(ref)).riskLevel };
  };

  /** Settings of their own record, in force from where it stands in the log. */
  const change = async (number: number, currentMonths: number): Promise<void> => {
    const { partnerships } = await readPartnershipsFile(demoPartnershipsFile);
    const stated = partnerships.find(({ code }) => code === 'northgate');
    const time = '2024-04-12T10:00:00.000Z';
    const data = { number, settings: { ...stated, thresholds: { currentMonths } } };
    const record = {
      partnership: 'northgate',
      source: HUB_SOURCE,
      id: `settings:${number}`,
      type: hubTypes.settingsChanged,
      time,
      recordedtime: time,
    };
    const [envelope] = await hub.sealer.sealAll([{ record: { ...record, data } }]);
    if (envelope !== undefined) await hub.parts.log.append([{ partnership: 'northgate', value: writeEnvelope(envelope) }]);
  };

  beforeAll(async () => {
    hub = await SmallHub.start();
    await hub.append([line('a', 'risk.assessment-completed', '2024-01-10T10:00:00Z', { tool: 'dash-ric', level: 'high' })]);
    await hub.append([line('b', 'coordination.view-given', '2024-04-10T10:00:00Z', { view: 'Not yet' })]);
    await change(2, 2);
    await hub.append([line('c', 'coordination.view-given', '2024-05-01T10:00:00Z', { view: 'Not yet' })]);
    await change(3, 24);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  it.each([
    ['2024-04-09T10:00:00Z', 1, 'high'],
    ['2024-05-02T10:00:00Z', 3, 'high'],
    [undefined, 3, 'high'],
  ] as const)('is told by the settings of that day (%s)', async (when, settings, level) => {
    expect(await pageAt(when)).toEqual({ settings, level });
  });

  it('not by those of a later day, which would tell it otherwise', async () => {
    expect(await pageAt('2024-04-30T10:00:00Z')).toEqual({ settings: 2, level: null });
  });
});

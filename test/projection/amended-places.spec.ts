import { newGeneration } from '../../apps/projector/generations';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { SmallHub } from './small-hub';

const quietly = { progress: () => undefined, isStopped: () => false };

const her = { ref: 'police:N-1', role: 'victim' };
const details = { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03' };
const mill = { lines: ['1 Mill Lane'], postcode: 'S1 2AB' };
const road = { lines: ['2 New Road'], postcode: 'S2 3CD' };

let count = 0;
const line = (type: string, on: string, data: Record<string, unknown>, agency = 'police'): { id: string; text: string } => {
  count += 1;
  const people = [{ ...her, ref: `${agency}:N-1` }];
  const at = `${on}T10:00:00Z`;
  const id = `amended-${count}`;
  const record = { specversion: '1.0', id, source: `/agencies/${agency}`, type: `throughline.${type}.v1`, subject: `${agency}:N-1` };
  return { id, text: JSON.stringify({ ...record, time: at, recordedtime: at, partnership: 'northgate', data: { people, ...data } }) };
};
const correction = (of: { id: string }, on: string, replacement: Record<string, unknown>, agency = 'police') => {
  const people = [{ ...her, ref: `${agency}:N-1` }];
  const corrects = { source: `/agencies/${agency}`, id: of.id };
  return line('record.corrected', on, { corrects, reason: 'Put right', replacement: { people, ...replacement } }, agency);
};

const known = (agency: string) =>
  line('person.details-recorded', '2024-01-02', { people: [{ ref: `${agency}:N-1`, role: 'victim', details }] }, agency);

const raised = async (hub: SmallHub, schema: string): Promise<number> =>
  (await hub.parts.pool.query(`SELECT 1 FROM ${schema}.alerts WHERE safeguard = 'address-marker-move'`)).rowCount ?? 0;

describe('A place that was corrected', () => {
  const flag = line('police.flag-placed', '2024-01-10', { flag: 'address-marker', address: mill });
  const tenancy = line(
    'housing.tenancy-started',
    '2024-02-01',
    { tenancyId: 'housing-1', reason: 'other', address: mill, startedOn: '2024-02-01' },
    'housing',
  );
  const moved = { tenancyId: 'housing-1', reason: 'other', address: road, startedOn: '2024-02-01' };

  it.each([
    [
      'a flag: no move where she lives now where it stands',
      [
        correction(flag, '2024-01-20', { flag: 'address-marker', address: road }),
        line('housing.tenancy-started', '2024-03-01', { ...moved, tenancyId: 'housing-2' }, 'housing'),
      ],
      0,
    ],
    ['a tenancy: a move where it is elsewhere', [tenancy, correction(tenancy, '2024-02-10', moved, 'housing')], 1],
  ] as const)('counts as it is corrected, live and after a restart: %s', async (_which, then, alerts) => {
    const history = [known('police'), known('housing'), flag, ...then].map(({ text }) => text);
    const [live, restarted] = [await SmallHub.start(), await SmallHub.start()];
    await live.append(history);
    await live.settle();
    for (const each of history) {
      await restarted.append([each]);
      await restarted.settle();
    }
    expect([await raised(live, live.live.schema), await raised(restarted, restarted.live.schema)]).toEqual([alerts, alerts]);
    const made = await newGeneration(restarted.parts.pool);
    await readInto({ ...restarted.parts, batch: 1_000 }, made, quietly);
    expect(await digestOf(restarted.parts.pool, made.schema)).toEqual(await digestOf(restarted.parts.pool, restarted.live.schema));
    await live.stop();
    await restarted.stop();
  });
});

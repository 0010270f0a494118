import { join } from 'node:path';
import { demoHistory } from '@throughline/infra/demo';
import { newGeneration } from '../../apps/projector/generations';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { mergedByRecordedTime, readStory } from '../stories/story';
import { SmallHub } from './small-hub';

const quietly = { progress: () => undefined, isStopped: () => false };

const shared = join(__dirname, '../../../shared/data/stories');
const own = join(__dirname, '../stories/histories');

const everything = async (): Promise<readonly string[]> => [
  ...mergedByRecordedTime([
    ...['briefing-family-two', 'leicester-audit'].map((name) => readStory(shared, name)),
    ...['a-rising-level', 'a-safe-home', 'adding-up', 'before-the-meeting', 'closing-with-everyone'].map((name) => readStory(own, name)),
  ]),
  ...(await demoHistory()),
];

describe('a rebuild', () => {
  let hub: SmallHub;

  beforeAll(async () => {
    hub = await SmallHub.start();
    const lines = await everything();
    for (let from = 0; from < lines.length; from += 37) {
      await hub.append(lines.slice(from, from + 37));
      await hub.settle();
    }
  });
  afterAll(() => hub.stop());

  it.each([1, 7, 1_000])('equals live byte for byte, read in batches of %i', async (batch) => {
    const live = await digestOf(hub.parts.pool, hub.live.schema);
    const made = await newGeneration(hub.parts.pool);
    await readInto({ ...hub.parts, batch }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(live);
  });

  it('raised something and set nothing aside', async () => {
    const raised = await hub.parts.pool.query(`SELECT DISTINCT safeguard FROM ${hub.live.schema}.alerts`);
    expect(raised.rows.length).toBeGreaterThan(30);
    const aside = await hub.parts.pool.query(`SELECT * FROM ${hub.live.schema}.set_aside`);
    expect(aside.rows).toEqual([]);
  });
});

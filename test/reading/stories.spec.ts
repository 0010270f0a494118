import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { safeguards } from '@throughline/safeguards';
import type { Line } from '../../infra/bench/published';
import { checkStory } from '../stories/check-story';
import { HttpHub } from '../stories/http-hub';
import { SettledHub } from '../stories/settled-hub';
import { mergedByRecordedTime, readStory } from '../stories/story';
import { ReadingHub } from './reading-hub';

const folders = [join(__dirname, '../stories/histories'), join(__dirname, '../../../shared/data/stories')];
const stories = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.expect.json'))
    .map((file) => readStory(folder, file.replace(/\.expect\.json$/, ''))),
);

describe('The API tells of every story what it expects', () => {
  let hub: ReadingHub;
  let asked: SettledHub;

  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish(mergedByRecordedTime(stories).map((line) => JSON.parse(line) as Line));
    await hub.settle();
    asked = new SettledHub(new HttpHub(hub.origin, () => hub.tokenOf('auditor')));
  });
  afterAll(() => hub.stop());

  for (const story of stories) checkStory(story, () => asked, { safeguards: safeguards.map(({ id }) => id) });
});

import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { MasterKeyUnfit, MasterKeyUnsafe } from '../master-key';
import { FileMasterKey } from './file-master-key';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'throughline-master-'))));
afterEach(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, 'keys', 'master.json');
const key = randomBytes(32);
const place = 'reference\nnorthgate\n7';

describe('a master key in a file', () => {
  it('is made on first use, readable by its owner alone, and nothing is left beside it', async () => {
    await FileMasterKey.open(folder);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['master.json']);
  });

  it('opens after a restart what it wrapped before', async () => {
    const [wrapped] = await (await FileMasterKey.open(folder)).wrap([{ key, place }]);
    const again = await FileMasterKey.open(folder);
    expect(again.epoch).toBe(1);
    expect(await again.unwrap([{ wrapped: wrapped ?? key, place, epoch: 1 }])).toEqual([key]);
  });

  it('is the same for twenty processes that start at once', async () => {
    const masters = await Promise.all(Array.from({ length: 20 }, () => FileMasterKey.open(folder)));
    const [wrapped] = (await masters[0]?.wrap([{ key, place }])) ?? [];
    for (const master of masters) expect(await master.unwrap([{ wrapped: wrapped ?? key, place, epoch: 1 }])).toEqual([key]);
    expect(await readdir(join(folder, 'keys'))).toEqual(['master.json']);
  });

  it('opens nothing of another place, another epoch or another master key, and nothing that was changed', async () => {
    const master = await FileMasterKey.open(folder);
    const [wrapped = key] = await master.wrap([{ key, place }]);
    await expect(master.unwrap([{ wrapped, place: `${place}0`, epoch: 1 }])).rejects.toBeInstanceOf(MasterKeyUnfit);
    await expect(master.unwrap([{ wrapped, place, epoch: 2 }])).rejects.toBeInstanceOf(MasterKeyUnfit);
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await expect(master.unwrap([{ wrapped: changed, place, epoch: 1 }])).rejects.toBeInstanceOf(MasterKeyUnfit);
    }
    await rm(path());
    const other = await FileMasterKey.open(folder);
    await expect(other.unwrap([{ wrapped, place, epoch: 1 }])).rejects.toBeInstanceOf(MasterKeyUnfit);
  });

  it('is refused where others could read it', async () => {
    await FileMasterKey.open(folder);
    await chmod(path(), 0o640);
    await expect(FileMasterKey.open(folder)).rejects.toBeInstanceOf(MasterKeyUnsafe);
  });

  it.each(['', '{"format":1', '{"format":2}', '{"format":1,"epoch":2,"keys":{"1":""}}', '{"format":1,"epoch":1,"keys":{"1":"c2hvcnQ="}}'])(
    'is refused, and never replaced, where the file is damaged: %s',
    async (text) => {
      await FileMasterKey.open(folder);
      await writeFile(path(), text);
      await expect(FileMasterKey.open(folder)).rejects.toBeInstanceOf(MasterKeyUnsafe);
      expect(await readFile(path(), 'utf8')).toBe(text);
    },
  );
});

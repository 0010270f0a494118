import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsFile } from '@throughline/infra/foundation';

describe('the partnerships file that the generator writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-partnerships-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is one that a hub starts from, with the partnerships of the other file as they were', async () => {
    const path = join(folder, 'partnerships.yaml');
    const words = [
      '-r',
      './infra/run/typescript.cjs',
      'infra/demo/generator/main.ts',
      '--partnerships',
      '4',
      '--records',
      '0',
      '--write-file',
      path,
    ];
    execFileSync(process.execPath, words, { cwd: join(__dirname, '../../..') });
    const [before, written] = await Promise.all([readPartnershipsFile(demoPartnershipsFile), readPartnershipsFile(path)]);
    expect(written.partnerships.slice(0, before.partnerships.length)).toEqual(before.partnerships);
    expect(written.partnerships).toHaveLength(4);
    expect(written.clients).toEqual(before.clients);
  }, 60_000);
});

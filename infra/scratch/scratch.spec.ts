import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchFolder } from '.';

describe('a scratch folder', () => {
  const kind = `scratch-spec-${process.pid}`;
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  const keep = (folder: string): string => {
    made.push(folder);
    return folder;
  };
  /** What a process left that was killed: its number is nobody's any more. */
  const left = (name: string): string => {
    const pid = execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim();
    const folder = keep(join(tmpdir(), `throughline-${kind}-${pid}-${name}`));
    mkdirSync(folder);
    writeFileSync(join(folder, 'data'), 'a page');
    return folder;
  };

  it('is another one each time, and the same for the same purpose', () => {
    const [one, other] = [keep(scratchFolder({ kind })), keep(scratchFolder({ kind }))];
    expect(one).not.toBe(other);
    expect(keep(scratchFolder({ kind, purpose: 'tests' }))).toBe(scratchFolder({ kind, purpose: 'tests' }));
    expect([one, other].every((folder) => existsSync(folder))).toBe(true);
  });

  it('of a process that was killed goes when the next is asked for, unless something still works on it', () => {
    const [gone, used] = [left('gone'), left('used')];
    keep(scratchFolder({ kind, inUse: (folder) => folder === used }));
    expect([gone, used].map((folder) => existsSync(folder))).toEqual([false, true]);
  });
});

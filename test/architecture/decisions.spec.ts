import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingIn, root } from './repository';

describe('The decisions', () => {
  const folder = 'infra/decisions/';
  const decisions = everythingIn('infra')
    .filter((path) => path.startsWith(folder) && path !== folder)
    .map((path) => path.slice(folder.length))
    .sort();

  it('are there', () => {
    expect(decisions).not.toEqual([]);
  });

  it('are each a page named NNNN-title.md', () => {
    expect(decisions.filter((file) => !/^\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.test(file))).toEqual([]);
  });

  it('are numbered from 0001 without gaps', () => {
    expect(decisions.map((file) => file.slice(0, 4))).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  it('each begin with their title', () => {
    expect(decisions.filter((file) => !/^# \S/.test(readFileSync(join(root, folder, file), 'utf8')))).toEqual([]);
  });
});

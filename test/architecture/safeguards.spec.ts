import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { safeguards } from '@throughline/safeguards';
import { root } from './repository';

/** Guidance outside the five reviews, whose text is not beside the product. */
const OUTSIDE = new Set(['encompass', 'working-together']);

const seeds = resolve(root, '../shared/seeds');
const reviews = new Map(readdirSync(seeds).map((file) => [file.slice(0, 3), readFileSync(join(seeds, file), 'utf8')]));

/** One space for any white space, and one form of each quotation mark and dash: a quote may run over a line's end. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll('**', '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What runs the safeguards; every other folder beside it is one. */
const ENGINE = 'engine';
const folders = readdirSync(join(root, 'libs/safeguards'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== ENGINE)
  .map((entry) => entry.name)
  .sort();

describe('The list of safeguards', () => {
  const ids = safeguards.map((safeguard) => safeguard.id);

  it('names each once', () => {
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('is what stands in the folders', () => {
    expect(folders).toEqual([...ids].sort());
  });

  it.each(folders)('has stories beside each: %s', (folder) => {
    expect(readdirSync(join(root, 'libs/safeguards', folder)).filter((file) => file.endsWith('.stories.ts'))).not.toEqual([]);
  });
});

describe('The source of a safeguard', () => {
  it.each(safeguards.map((safeguard) => [safeguard.id, safeguard.source] as const))('is quoted word for word: %s', (_id, source) => {
    expect(source.quote.trim()).not.toBe('');
    if (!OUTSIDE.has(source.seed)) expect(plain(reviews.get(source.seed) ?? '')).toContain(plain(source.quote));
  });
});

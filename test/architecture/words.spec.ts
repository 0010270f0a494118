import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingIn, root } from './repository';

/** Put together here, so that this file does not find itself. */
const anyOf = (...words: readonly (readonly string[])[]) => `(?:${words.map((word) => word.join('')).join('|')})`;
const UNFINISHED = new RegExp(String.raw`\b${anyOf(['TO', 'DO'], ['FIX', 'ME'], ['X', 'XX'], ['not imple', 'mented'])}\b`);
const SWITCHED_OFF = new RegExp(
  anyOf(['eslint-', 'disable'], ['@ts-', 'ignore'], ['@ts-', 'nocheck'], ['@ts-', 'expect-error'], ['prettier-', 'ignore']),
);

const TEXT = /\.(?:ts|mjs|cjs|js|md|ya?ml|json|njk|scss|css|sql|sh|xml|properties|csv)$/;

describe('The words of the product', () => {
  const texts = everythingIn('.')
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const filesWith = (words: RegExp) => texts.filter(([, text]) => words.test(text)).map(([path]) => path);

  it('are there to be read', () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  it('promise nothing for later', () => {
    expect(filesWith(UNFINISHED)).toEqual([]);
  });

  it('switch no check off', () => {
    expect(filesWith(SWITCHED_OFF)).toEqual([]);
  });

  it.each([
    ['TO', 'DO: later'],
    ['a FIX', 'ME'],
    ['not imple', 'mented yet'],
  ])('would be found out: %s%s', (...parts) => {
    expect(UNFINISHED.test(parts.join(''))).toBe(true);
  });
});

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (html: string): string =>
  html.replaceAll(/&(?:#(\d+)|(\w+));/g, (_whole, number: string | undefined, name = '') =>
    number === undefined ? (NAMED[name as string] ?? '') : String.fromCodePoint(Number(number)),
  );

/** What a guide shows to be typed or read, word for word, in its order. */
export const shownBy = async (origin: string, guide: string): Promise<readonly string[]> => {
  const page = await (await fetch(`${origin}/docs/${guide}`)).text();
  return [...page.matchAll(/<pre class="tl-code"[^>]*><code>([^]*?)<\/code><\/pre>/g)].map(([, html = '']) => plain(html));
};

/** Types the commands of the guides one after the other, as who reads them does; answers what the hub answered each. */
export const typeGuides = async (origin: string, folder: string): Promise<readonly unknown[]> => {
  const [first, correcting, batches, reading] = await Promise.all(
    ['publish-your-first-record', 'keys-and-corrections', 'batches-and-limits', 'reading-back'].map((guide) => shownBy(origin, guide)),
  );
  const commands = (shown: readonly string[] = []): readonly string[] => shown.filter((text) => text.startsWith('curl '));
  writeFileSync(join(folder, 'correction.json'), correcting?.[0] ?? '');
  const example = first?.find((text) => text.startsWith('#!/bin/sh')) ?? '';
  writeFileSync(join(folder, 'publish.sh'), example);
  const type = async (script: readonly string[]): Promise<readonly unknown[]> => {
    const typed = [first?.[0] ?? '', ...script].join('\necho\n');
    const { stdout } = await promisify(execFile)('sh', ['-euc', typed], { cwd: folder });
    const [, ...answers] = stdout.split('\n').filter((line) => line !== '');
    return answers.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as unknown);
  };
  const published = await type(['sh publish.sh', ...commands(correcting), ...commands(batches)]);
  const { position = '' } = (published.at(-1) ?? {}) as { readonly position?: string };
  const read = await type(commands(reading).map((command) => command.replace('northgate:1234', position)));
  return [...published, ...read];
};

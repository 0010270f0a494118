import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'agencies.json');

/** Tells the demo's provider which agencies there are now: those that joined by later settings sign in like the others. */
export const tellAgencies = async (dataDir: string, codes: readonly string[]): Promise<void> => {
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${fileIn(dataDir)}.new`, JSON.stringify(codes));
  await rename(`${fileIn(dataDir)}.new`, fileIn(dataDir));
};

/** The agencies that the provider was last told of, read anew each time; none before. */
export const joinedAgencies = (dataDir: string): readonly string[] => {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as readonly string[];
  } catch {
    return [];
  }
};

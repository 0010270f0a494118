import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder in which the product stands. */
export const root = resolve(__dirname, '../..');

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.cache', '.throughline', '.git']);

/** Every file and folder of the product below `folder`, as paths from the root, folders with a slash at their end. */
export const everythingIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? [`${path}/`, ...everythingIn(path)] : [path];
    });

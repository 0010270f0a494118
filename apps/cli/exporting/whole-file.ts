import { Fault } from '@throughline/kernel';
import { constants } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Misuse } from '../hub/hub-place';

/** What was to be written is not on the disk, and nothing of it is left there. */
export class NotWritten extends Fault {
  readonly retriable = false;
}

/** Fails with `Misuse` where a file cannot be put there: it is asked before anything is made that would then be lost. */
export const mayBeWritten = async (path: string): Promise<void> => {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) throw new Misuse(`${path} is a folder`);
  await access(dirname(path), constants.W_OK | constants.X_OK).catch(() => {
    throw new Misuse(`${path} cannot be written`);
  });
};

/**
 * Puts a file in its place whole, for its owner alone to read, or not at all: an earlier file of the name stays until the new one is
 * on the disk. Fails with `NotWritten`.
 */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new NotWritten(`${path} could not be written, and nothing of it is there`, { cause });
  }
};

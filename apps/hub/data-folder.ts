import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { Fault } from '@throughline/kernel';

/** The hub can keep nothing where it was told to. */
export class DataFolderUnusable extends Fault {
  readonly retriable = false;
}

const whyNot: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'what it lies on cannot be written',
  ENOTDIR: 'it, or what it lies in, is a file',
  EEXIST: 'it is a file',
  ENOSPC: 'there is no room left',
};

/** Makes the folder where it is missing. Fails with `DataFolderUnusable` where nothing can be kept in it. */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new DataFolderUnusable(`the folder for data (DATA_DIR), ${folder}, cannot be used: ${whyNot[code] ?? code}`, { cause });
  }
};

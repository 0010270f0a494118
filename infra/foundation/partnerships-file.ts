import { readFile } from 'node:fs/promises';
import { Fault } from '@throughline/kernel';
import { type PartnershipsFile, readPartnershipsText } from '@throughline/projections';
import { safeguards } from '@throughline/safeguards';

/** The partnerships file cannot be used; the message names every fault with its line and column. */
export class PartnershipsFileInvalid extends Fault {
  readonly retriable = false;
}

/** Reads the partnerships that a new log starts from. */
export const readPartnershipsFile = async (path: string): Promise<PartnershipsFile> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new PartnershipsFileInvalid(`${path} (PARTNERSHIPS) cannot be read: it must be a file that this account may read`, { cause });
  });
  const read = readPartnershipsText(text, { safeguards: safeguards.map(({ id }) => id) });
  if ('file' in read) return read.file;
  throw new PartnershipsFileInvalid(read.faults.map(({ line, column, reason }) => `${path}:${line}:${column}: ${reason}`).join('\n'));
};

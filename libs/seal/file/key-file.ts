import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MasterKeyUnsafe } from '../master-key';

const KEY_BYTES = 32;

/** What the file holds: its current epoch, and the key of each epoch that it still opens. While an erasure runs these are two. */
export interface KeyFile {
  readonly epoch: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

interface Stored {
  readonly format: 1;
  readonly epoch: number;
  readonly keys: Readonly<Record<string, string>>;
}

/** Reads the key file, or makes one with a new key of epoch 1 where there is none. Of two processes at once, both get the same. */
export const keyFileAt = async (path: string): Promise<KeyFile> => {
  const present = await readKeyFile(path);
  if (present !== undefined) return present;
  await create(path, { format: 1, epoch: 1, keys: { 1: randomBytes(KEY_BYTES).toString('base64') } });
  const made = await readKeyFile(path);
  if (made === undefined) throw new MasterKeyUnsafe('the master key file was removed as soon as it was made');
  return made;
};

const readKeyFile = async (path: string): Promise<KeyFile | undefined> => {
  let text: string;
  try {
    await refuseLoose(path);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    if (error instanceof MasterKeyUnsafe) throw error;
    throw new MasterKeyUnsafe('the master key file cannot be read', { cause: error });
  }
  return parsed(text);
};

/** Windows has no such bits: there the folder's own access list must do. */
const refuseLoose = async (path: string): Promise<void> => {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new MasterKeyUnsafe('the master key file can be read by others than its owner: give it mode 0600 and think of the key as known');
  }
};

const parsed = (text: string): KeyFile => {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes the text, and the text is the key.
    throw new MasterKeyUnsafe('the master key file is not JSON');
  }
  if (!isStored(stored)) throw new MasterKeyUnsafe('the master key file has not the form of one');
  const keys = new Map(Object.entries(stored.keys).map(([epoch, key]) => [Number(epoch), Buffer.from(key, 'base64')]));
  if (!keys.has(stored.epoch)) throw new MasterKeyUnsafe('the master key file lacks the key of its own epoch');
  for (const key of keys.values()) {
    if (key.length !== KEY_BYTES) throw new MasterKeyUnsafe('the master key file holds a key of another length');
  }
  return { epoch: stored.epoch, keys };
};

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'epoch' in value &&
  Number.isSafeInteger(value.epoch) &&
  'keys' in value &&
  typeof value.keys === 'object' &&
  value.keys !== null &&
  Object.values(value.keys).every((key) => typeof key === 'string');

/**
 * Whole or not at all, and never over another's: the text is flushed beside its place and then linked into it, which fails
 * where a file is (a rename would replace the key that another process has begun to seal under).
 */
const create = async (path: string, stored: Stored): Promise<void> => {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(stored)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(beside, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw new MasterKeyUnsafe('the master key file cannot be made', { cause: error });
  } finally {
    await unlink(beside);
  }
  await flushFolder(folder);
};

/** A new name survives a power cut only when its folder is flushed as well; Windows flushes it by itself and refuses to be asked. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

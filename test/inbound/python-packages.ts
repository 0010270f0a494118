import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const cache = join(__dirname, '../../.cache/an-agency-in-python');
const run = promisify(execFile);

/**
 * The folder with the packages of a requirements file, fetched with pip the first time and taken from `.cache` ever after. Every file
 * is held against its hash. The folder's name follows from the requirements and from the Python, and it appears by a rename, so that
 * a fetch that was cut off never leaves half of it.
 */
export const pythonPackages = async (requirements: string): Promise<string> => {
  const { stdout: python } = await run('python3', ['--version']);
  const version = createHash('sha256')
    .update(python)
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const packages = join(cache, version);
  if (existsSync(packages)) return packages;
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'fetching-'));
  try {
    const fetched = join(scratch, 'packages');
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
    const exact = ['--require-hashes', '--only-binary', ':all:', '--requirement', requirements];
    await run('python3', ['-m', 'pip', 'install', ...quiet, ...exact, '--target', fetched]);
    await rename(fetched, packages).catch((reason: unknown) => {
      if (!existsSync(packages)) throw reason;
    });
    return packages;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

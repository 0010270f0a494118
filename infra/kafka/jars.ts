import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The first folder from here upwards that holds the project's package.json: the same from the sources and from dist/. */
const projectRoot = async (): Promise<string> => {
  let folder = __dirname;
  for (;;) {
    const isThere = await access(join(folder, 'package.json')).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
    if (dirname(folder) === folder) throw new Error('the folder of the project was not found');
    folder = dirname(folder);
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * The folder with the jars that a pom names, fetched with Maven the first time and taken from `.cache/{name}` ever after,
 * without a network. The folder's name follows from the pom, so that another version is another folder; it appears by a
 * rename, so that a fetch that was cut off, or two at once, never leave half of it.
 */
export const jarsOf = async (pom: string, name: string): Promise<string> => {
  const version = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const cache = join(await projectRoot(), '.cache', name);
  const jars = join(cache, version);
  if (await exists(jars)) return jars;

  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'fetching-'));
  try {
    await copyFile(pom, join(scratch, 'pom.xml'));
    const fetched = join(scratch, 'jars');
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${fetched}`];
    await run('mvn', ['--batch-mode', '--quiet', '--file', join(scratch, 'pom.xml'), ...goal], { maxBuffer: 16 * 1024 * 1024 });
    await rename(fetched, jars).catch(async (reason: unknown) => {
      if (!(await exists(jars))) throw reason;
    });
    return jars;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

/** The broker's own jars, 43 MB. */
export const brokerJars = (): Promise<string> => jarsOf(join(__dirname, 'pom.xml'), 'kafka');

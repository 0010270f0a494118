import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFolder, writePrivately } from './cluster';
import { runningPostmaster } from './postmaster';
import { scratchData } from './scratch';
import { startPostgres } from './server';
import { forgetful } from './settings';

export interface TestDatabase {
  readonly url: string;
  /** Deletes the database; connections to it are cut. */
  drop(): Promise<void>;
}

const MAX_CONNECTIONS = '200';

/**
 * The server of this test process. Each spec file of a worker gets its own modules and globals, so what the files share
 * is found by the worker's number, in a folder.
 */
const sharedServer = async (): Promise<string> => {
  const dataDir = scratchData('tests');
  const urlFile = join(dataDir, 'url');
  if (runningPostmaster(clusterFolder(dataDir))?.ready === true && existsSync(urlFile)) return readFileSync(urlFile, 'utf8');
  const { url } = await startPostgres({ dataDir, settings: { ...forgetful, max_connections: MAX_CONNECTIONS } });
  writePrivately(urlFile, url);
  return url;
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url, application_name: 'throughline test databases' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * A fresh, empty database on a server that this test process shares among its spec files. The server forgets on a power cut
 * (`startPostgres` does not) and ends with the process.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const server = await sharedServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};

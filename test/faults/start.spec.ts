import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type TestDatabase, testDatabase } from '@throughline/infra/postgres';
import { freePort } from '@throughline/infra/ports';
import { buildHub } from '../running-hub';

const root = resolve(__dirname, '../..');

interface Ended {
  readonly code: number | null;
  /** What a person before the terminal reads: the lines that are no log. */
  readonly said: readonly string[];
}

/** `npm start` to its end, without npm. */
const startToItsEnd = async (env: Readonly<Record<string, string>>): Promise<Ended> => {
  const child = spawn(process.execPath, [join(root, 'infra/run/start.mjs')], {
    cwd: root,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number | null>((settle) => child.once('exit', settle));
  return { code, said: text.split('\n').filter((line) => line !== '' && !line.startsWith('{')) };
};

const once = (why: string): readonly string[] => [
  'throughline: building',
  'throughline: starting the hub',
  `throughline: cannot start: ${why}`,
];

describe('npm start, where the hub cannot start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-start-'));
  const file = join(folder, 'a-file');
  let database: TestDatabase;

  beforeAll(async () => {
    writeFileSync(file, 'partnerships: [');
    database = await testDatabase();
    await buildHub();
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const DATA_DIR = join(folder, 'data');
  const onTheDatabase = () => ({ DATA_DIR, DATABASE_URL: database.url });

  it('says which setting is wrong, once, and ends', async () => {
    const ended = await startToItsEnd({ DATA_DIR, PORT: 'eighty', DEMO: 'perhaps' });
    expect(ended.said).toEqual(once('the environment is not usable: PORT must be a port number, 0 to 65535; DEMO must be on or off'));
    expect(ended.code).toBe(2);
  }, 60_000);

  it('says that a file is no folder for data', async () => {
    const { said } = await startToItsEnd({ DATA_DIR: join(file, 'data') });
    expect(said).toEqual(once(`the folder for data (DATA_DIR), ${file}/data, cannot be used: it, or what it lies in, is a file`));
  }, 60_000);

  it('says where a partnerships file is wrong, and that a folder is none', async () => {
    const wrong = await startToItsEnd({ ...onTheDatabase(), PARTNERSHIPS: file });
    expect(wrong.said.join('\n')).toContain(`cannot start: ${file}:1:`);
    const none = await startToItsEnd({ ...onTheDatabase(), PARTNERSHIPS: folder });
    expect(none.said).toEqual(once(`${folder} (PARTNERSHIPS) cannot be read: it must be a file that this account may read`));
  }, 90_000);

  it('says which database lets it not in, and not by which password', async () => {
    const address = new URL(database.url);
    const [place, password] = [`${address.hostname}:${address.port}`, 'not-the-password'];
    address.pathname = '/nowhere';
    const missing = await startToItsEnd({ DATA_DIR, DATABASE_URL: address.href });
    expect(missing.said).toEqual(once(`PostgreSQL at ${place}/nowhere (DATABASE_URL): there is no such database`));
    address.password = password;
    const closed = await startToItsEnd({ DATA_DIR, DATABASE_URL: address.href });
    expect(closed.said).toEqual(once(`PostgreSQL at ${place}/nowhere (DATABASE_URL): the password is not the one of that user`));
  }, 90_000);

  it('tries a few times whether a database comes up that does not answer', async () => {
    const address = `127.0.0.1:${await freePort()}/hub`;
    const { code, said } = await startToItsEnd({ DATA_DIR, DATABASE_URL: `postgres://hub:hunter2@${address}` });
    expect(said.filter((line) => line.includes(`PostgreSQL at ${address} (DATABASE_URL) does not answer: ECONNREFUSED`))).toHaveLength(3);
    expect(said.join('\n')).not.toContain('hunter2');
    expect(code).toBe(3);
  }, 120_000);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DataFolderInUse, type Postgres, startPostgres, testDatabase } from './index';

const ask = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

const eventually = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
};

describe('the embedded PostgreSQL', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'throughline-spec-')), 'postgres');
  let server: Postgres;

  beforeAll(async () => {
    server = await startPostgres({ dataDir });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(dirname(dataDir), { recursive: true, force: true });
  });

  it('takes connections on the loopback interface with its password and with no other', async () => {
    expect(await ask(server.url, 'SELECT current_database() AS name')).toEqual([{ name: 'throughline' }]);
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps what it acknowledged: it writes through to the disk', async () => {
    const settings = await ask(
      server.url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'jit') ORDER BY 1`,
    );
    expect(settings.map((row) => row.setting)).toEqual(['on', 'off', 'on']);
  });

  it('keeps the password in a file of its owner alone, and logs no value of a failing row', async () => {
    expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
    await expect(ask(server.url, `SELECT 'Canary Row'::int`)).rejects.toThrow('invalid input syntax');
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Canary');
  });

  it('has the extensions that matching needs', async () => {
    const names = ['fuzzystrmatch', 'pg_trgm', 'pgcrypto', 'unaccent'];
    const rows = await ask(server.url, `SELECT name FROM pg_available_extensions WHERE name = ANY ('{${names.join(',')}}') ORDER BY 1`);
    expect(rows.map((row) => row.name)).toEqual(names);
  });

  it('starts again by itself, at the same address, when it is killed', async () => {
    await ask(server.url, 'CREATE TABLE facts AS SELECT 1 AS fact');
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    expect(await eventually(() => ask(server.url, 'SELECT fact FROM facts'))).toEqual([{ fact: 1 }]);
    expect(server.pid).not.toBe(before);
  });

  it('starts again on the same folder after a kill that nobody answered, with all that was committed, at the same address', async () => {
    await ask(server.url, 'CREATE TABLE more AS SELECT 2 AS fact');
    const { url } = server;
    server.kill();
    server = await startPostgres({ dataDir });
    expect(server.url).toBe(url);
    expect(await ask(server.url, 'SELECT fact FROM more')).toEqual([{ fact: 2 }]);
  });

  it('is not kept from starting by a stranger that runs under the number of a killed server', async () => {
    server.kill();
    await pause(300);
    const left = join(dataDir, 'cluster/postmaster.pid');
    writeFileSync(left, readFileSync(left, 'utf8').replace(/^\d+/, String(process.pid)));
    server = await startPostgres({ dataDir });
    expect(await ask(server.url, 'SELECT fact FROM more')).toEqual([{ fact: 2 }]);
  });

  it('stops in order and starts again', async () => {
    await server.stop();
    server = await startPostgres({ dataDir });
    expect(await ask(server.url, 'SELECT fact FROM more')).toEqual([{ fact: 2 }]);
  });

  it('starts though it is killed while it does', async () => {
    await server.stop();
    const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
    const starting = startPostgres({ dataDir });
    while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await pause(1);
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    server = await starting;
    expect(await eventually(() => ask(server.url, 'SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  it('refuses a second hub on the same folder', async () => {
    await expect(startPostgres({ dataDir })).rejects.toThrow(DataFolderInUse);
    expect(await ask(server.url, 'SELECT fact FROM more')).toEqual([{ fact: 2 }]);
  });

  it('runs beside another on a scratch folder, which is gone afterwards', async () => {
    const [one, other] = await Promise.all([startPostgres(), startPostgres()]);
    const place = await ask(one.url, 'SHOW data_directory');
    expect(await ask(other.url, 'SELECT 1 AS fact')).toEqual([{ fact: 1 }]);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.stop(), other.stop()]);
    expect(existsSync(String(place[0]?.data_directory))).toBe(false);
  });
});

describe('a hub that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-spec-'));
  const dataDir = join(folder, 'postgres');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A process of its own that starts the server, tells its number and address, and waits. */
  const hub = async (): Promise<{ process: ChildProcess; pid: number; url: string }> => {
    const script = `require(${JSON.stringify(__dirname)}).startPostgres({ dataDir: ${JSON.stringify(dataDir)} })
      .then(({ pid, url }) => console.log(JSON.stringify({ pid, url })) ?? setInterval(() => {}, 1000))`;
    const child = spawn(process.execPath, ['-r', join(__dirname, '../run/typescript.cjs'), '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { process: child, ...(JSON.parse(line.toString()) as { pid: number; url: string }) };
  };

  it('takes its server with it, and the next one starts on its folder at once', async () => {
    const first = await hub();
    await ask(first.url, 'CREATE TABLE facts AS SELECT 1 AS fact');
    first.process.kill('SIGKILL');
    const second = await startPostgres({ dataDir });
    expect(second.pid).not.toBe(first.pid);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT fact FROM facts')).toEqual([{ fact: 1 }]);
    await second.stop();
  });

  it('keeps a second hub off its folder while it lives', async () => {
    const first = await hub();
    await expect(startPostgres({ dataDir })).rejects.toThrow(DataFolderInUse);
    first.process.kill('SIGKILL');
    await (await startPostgres({ dataDir })).stop();
  });
});

describe('a test database', () => {
  it('is empty, is another one each time, and goes when it is dropped', async () => {
    const [one, other] = [await testDatabase(), await testDatabase()];
    await ask(one.url, 'CREATE TABLE facts AS SELECT 1 AS fact');
    await expect(ask(other.url, 'SELECT * FROM facts')).rejects.toThrow('does not exist');
    expect(new URL(one.url).port).toBe(new URL(other.url).port);
    await Promise.all([one.drop(), other.drop()]);
    await expect(ask(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '@throughline/infra/postgres';
import { Pool } from 'pg';
import { type LogHarness, logContract } from '../contract';
import { entry, freshName, textOf, until, wholePartition } from '../contract/harness';
import { OffsetStore, StoringReader } from '../contract/reader';
import { allowAppending, createPostgresLog } from './index';

const connected = (url: string): Pool => {
  const pool = new Pool({ connectionString: url, max: 40 });
  // A connection that the test cuts is reported here as well as to whoever used it.
  pool.on('error', () => undefined);
  return pool;
};

/** Logs in schemas of one database. */
const postgres = async (): Promise<LogHarness> => {
  const database = await testDatabase();
  const pool = connected(database.url);
  return {
    open: (name, { partitions }) => createPostgresLog(pool, { partitions, schema: name }),
    trim: async (name, partition, before) => {
      await pool.query(`alter table ${name}.entries disable trigger entries_append_only`);
      await pool.query(`delete from ${name}.entries where partition = $1 and place < $2`, [partition, before]);
      await pool.query(`update ${name}.heads set first_place = $2 where partition = $1`, [partition, before]);
    },
    unseat: async (name) => {
      await pool.query(`select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.granted and a.datname = current_database() and a.query like '%${name}.heads%' and l.pid <> pg_backend_pid()`);
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};

logContract('PostgreSQL', postgres);

describe('the PostgreSQL log, beside what every log must do', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await testDatabase();
    pool = connected(database.url);
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('never misses an append that is held open between taking its positions and committing, while others append', async () => {
    const schema = freshName();
    const log = await createPostgresLog(pool, { partitions: 2, schema });
    const [late = '', other = ''] = ['area-0', 'area-1', 'area-2', 'area-3']
      .sort((a, b) => log.partitionOf(a) - log.partitionOf(b))
      .filter((code, index, all) => index === all.findIndex((each) => log.partitionOf(each) === log.partitionOf(code)));
    // Commits of a late entry wait for a lock that the test holds.
    await pool.query(`create function ${schema}.wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4711); return null; end $$;
      create constraint trigger late after insert on ${schema}.entries deferrable initially deferred
      for each row when (new.value = 'late') execute function ${schema}.wait()`);
    const holder = await pool.connect();
    await holder.query('select pg_advisory_lock(4711)');

    const store = new OffsetStore();
    const subscription = await log.subscribe(new StoringReader(store), { group: 'projector', maxEntries: 10 });
    const slow = log.append([entry(late, 'late')]);
    await pause(200);
    const behind = log.append([entry(late, 'behind')]);
    await log.append([entry(other, 'elsewhere')]);
    await until('another partition goes on', () => store.all.includes('elsewhere'));
    await pause(300);
    expect(store.all).toEqual(['elsewhere']);
    expect(await log.bounds(log.partitionOf(late))).toEqual({ begin: 0n, end: 0n });

    await holder.query('select pg_advisory_unlock(4711)');
    holder.release();
    const [first = 0n, second = 0n] = [...(await slow), ...(await behind)];
    expect(second).toBeGreaterThan(first);
    await until('both are read', () => store.effects(log.partitionOf(late)).length === 2);
    expect(store.effects(log.partitionOf(late))).toEqual(['late', 'behind']);
    await subscription.stop();
    await log.close();
  });

  it('is made once by processes that start at the same time', async () => {
    const schema = freshName();
    const logs = await Promise.all([1, 2, 3, 4].map(() => createPostgresLog(pool, { partitions: 3, schema })));
    await Promise.all(logs.map((log) => log.append([entry('northgate', 'x')])));
    expect(await logs[0]?.bounds(logs[0].partitionOf('northgate'))).toEqual({ begin: 0n, end: 4n });
  });

  it('refuses to change or remove an entry, to its owner too', async () => {
    const schema = freshName();
    const log = await createPostgresLog(pool, { partitions: 1, schema });
    await log.append([entry('northgate', 'x')]);
    for (const change of [`update ${schema}.entries set value = ''`, `delete from ${schema}.entries`, `truncate ${schema}.entries`]) {
      await expect(pool.query(change)).rejects.toThrow('the log is append-only');
    }
  });

  it('lets a role that may append do that and nothing else', async () => {
    const schema = freshName();
    await createPostgresLog(pool, { partitions: 1, schema });
    await pool.query(`create role ${schema}_writer login password 'writer'`);
    await allowAppending(pool, `${schema}_writer`, schema);
    const url = new URL(database.url);
    [url.username, url.password] = [`${schema}_writer`, 'writer'];
    const narrow = connected(url.href);
    const log = await createPostgresLog(narrow, { partitions: 1, schema });
    await log.append([entry('northgate', 'x')]);
    expect((await wholePartition(log, 0)).map(textOf)).toEqual(['x']);
    for (const change of [
      `update ${schema}.entries set value = ''`,
      `delete from ${schema}.entries`,
      `truncate ${schema}.entries`,
      `update ${schema}.heads set first_place = 1`,
      `alter table ${schema}.entries disable trigger all`,
    ]) {
      await expect(narrow.query(change)).rejects.toThrow(/permission denied|must be owner/);
    }
    await narrow.end();
  });

  it('finds its way back after every connection was cut, and reads on without a loss', async () => {
    const schema = freshName();
    const log = await createPostgresLog(pool, { partitions: 2, schema });
    const store = new OffsetStore();
    const reader = new StoringReader(store);
    const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 10 });
    await log.append([entry('area-0', '0'), entry('area-1', '1')]);
    await until('the first are read', () => store.all.length === 2);
    await pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await until('all is revoked', () => reader.owned.size === 0);
    await until('all is owned again', () => reader.owned.size === 2);
    await log.append([entry('area-0', '2'), entry('area-1', '3')]);
    await until('the others are read', () => store.all.length === 4);
    expect([...store.all].sort()).toEqual(['0', '1', '2', '3']);
    await subscription.stop();
    await log.close();
  });
});

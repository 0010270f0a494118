import type { Pool } from 'pg';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '@throughline/infra/postgres';
import { createDataSource, runMigrations } from '../entities';
import { createPool } from './pool';
import { underAdvisoryLock } from './advisory-lock';
import { inTransaction, inTransactionAlone } from './transaction';

@Entity('people_met')
class PersonMet {
  @PrimaryColumn('bigint')
  number: bigint;

  @Column('date', { name: 'born_on' })
  bornOn: string;
}

class PeopleMet1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE people_met (number bigint CONSTRAINT people_met_pk PRIMARY KEY, born_on date NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE people_met');
  }
}

describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const parts = () => ({ url: database.url, name: 'spec', entities: [PersonMet], migrations: [PeopleMet1700000000000] });

  it('keeps a date of birth as the day that it is and a 64-bit integer whole', async () => {
    const pool = createPool({ url: database.url, name: 'spec' });
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT date '1984-03-09' AS day, 9007199254740993::int8 AS number, count(*) AS count,
              '{1984-03-09,NULL}'::date[] AS days, '{9007199254740993,NULL}'::int8[] AS numbers, 7::int AS small`,
    );
    await pool.end();
    expect(rows).toEqual([
      { day: '1984-03-09', number: 9007199254740993n, count: 1n, days: ['1984-03-09', null], numbers: [9007199254740993n, null], small: 7 },
    ]);
  });

  it('shows which part of the hub each connection belongs to', async () => {
    const pool = createPool({ url: database.url, name: 'projector' });
    expect((await pool.query('SHOW application_name')).rows).toEqual([{ application_name: 'throughline projector' }]);
    await pool.end();
  });

  it('gives a statement up after its time', async () => {
    const pool = createPool({ url: database.url, name: 'spec', statementTimeout: 100 });
    await expect(pool.query('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout');
    await pool.end();
  });

  it('goes on after a connection broke while it was idle', async () => {
    const told: string[] = [];
    const pool = createPool({ url: database.url, name: 'spec', max: 1, onIdleError: (error) => told.push(error.message) });
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const other = createPool({ url: database.url, name: 'spec' });
    await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await other.query('SELECT pg_sleep(0.1)');
    expect((await pool.query('SELECT 1 AS fact')).rows).toEqual([{ fact: 1 }]);
    expect(told).toEqual([expect.stringContaining('terminating connection')]);
    await Promise.all([pool.end(), other.end()]);
  });

  it('runs each migration once, however many hubs start at the same moment', async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => runMigrations(parts())));
    expect(ran.flat()).toEqual(['PeopleMet1700000000000']);
  });

  it('reads and writes entities without moving a day', async () => {
    const source = await createDataSource(parts()).initialize();
    const people = source.getRepository(PersonMet);
    await people.insert({ number: 9007199254740993n, bornOn: '1984-03-31' });
    expect(await people.find()).toEqual([{ number: 9007199254740993n, bornOn: '1984-03-31' }]);
    await source.destroy();
  });

  it('refuses to look for everything where a condition is undefined', async () => {
    const source = await createDataSource(parts()).initialize();
    const nobody = new Map<string, string>().get('nobody');
    await expect(source.getRepository(PersonMet).find({ where: { bornOn: nobody as string } })).rejects.toThrow('undefined');
    await source.destroy();
  });

  it.each([
    [
      'one at a time under one name',
      (pool: Pool, place: number, work: () => Promise<void>) => underAdvisoryLock(pool, String(place), work),
    ],
    [
      'one transaction at a time under one lock',
      (pool: Pool, place: number, work: () => Promise<void>) => inTransactionAlone(pool, place, work),
    ],
  ])('lets %s, and those of another beside it', async (_what, alone) => {
    const pool = createPool({ url: database.url, name: 'spec' });
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await pool.query('SELECT pg_sleep(0.05)');
      order.push(`${name} ends`);
    };
    await Promise.all([alone(pool, 1, work('one')), alone(pool, 1, work('two'))]);
    expect(order.map((entry) => entry.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
    await alone(pool, 1, () => alone(pool, 2, work('three')));
    await expect(alone(pool, 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await alone(pool, 1, work('four'));
    await pool.end();
  });

  it('keeps all that a transaction did, or nothing of it', async () => {
    const pool = createPool({ url: database.url, name: 'spec', max: 1 });
    await pool.query('CREATE TABLE kept (fact text NOT NULL)');
    const keep = (fact: string, next: () => Promise<string>) =>
      inTransaction(pool, async (client) => {
        await client.query('INSERT INTO kept (fact) VALUES ($1)', [fact]);
        return next();
      });
    expect(await keep('moved', () => Promise.resolve('done'))).toBe('done');
    await expect(keep('half', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await pool.query('SELECT fact FROM kept')).rows).toEqual([{ fact: 'moved' }]);
    await pool.end();
  });

  it('throws a connection away that is cut within a transaction, and takes another', async () => {
    const [pool, other] = [createPool({ url: database.url, name: 'spec', max: 1 }), createPool({ url: database.url, name: 'spec' })];
    const pids: (number | undefined)[] = [];
    const cut = inTransaction(pool, async (client) => {
      pids.push((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid);
      const under = client.query('SELECT pg_sleep(60)');
      await Promise.all([under, other.query('SELECT pg_terminate_backend($1)', [pids[0]])]);
    });
    await expect(cut).rejects.toThrow();
    await inTransaction(pool, async (client) => {
      pids.push((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid);
    });
    expect(new Set(pids).size).toBe(2);
    await Promise.all([pool.end(), other.end()]);
  });
});

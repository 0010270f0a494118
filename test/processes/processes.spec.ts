import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '@throughline/infra/postgres';
import { createPool } from '@throughline/platform';
import type { Pool } from 'pg';
import { EventStream } from '../delivery/event-stream';
import { tenancy } from '../delivery/tenancies';
import { buildHub } from '../running-hub';
import { MeetingPlace, type RunningApp, runToItsEnd } from './running-apps';

const PATIENCE = 90_000;

type CloudEvent = Readonly<Record<string, unknown>>;

/** The record of the README. */
const README_RECORD: CloudEvent = {
  specversion: '1.0',
  id: 'tenancy-1',
  source: '/agencies/housing',
  type: 'throughline.housing.tenancy-started.v1',
  subject: 'housing:N-1042',
  time: '2026-11-20T09:30:00Z',
  data: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    tenancyId: 'housing-T-88',
    reason: 'rehoused-domestic-abuse',
    address: { lines: ['11 Orchard Mews'], postcode: 'S7 1HE' },
    startedOn: '2026-11-20',
  },
};

interface Accepted {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
}

interface Alert {
  readonly id: string;
  readonly safeguard: string;
  readonly evidence: readonly { readonly id: string }[];
}

const until = async <Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> => {
  for (const end = performance.now() + PATIENCE; ; await pause(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`still waiting until ${what}`);
  }
};

describe('the four apps, each in processes of its own', () => {
  let database: TestDatabase;
  let pool: Pool;
  let place: MeetingPlace;
  let intakes: readonly [RunningApp, RunningApp];
  let projectors: readonly RunningApp[];
  let notifiers: readonly RunningApp[];
  let portal: RunningApp;
  let stream: EventStream | undefined;

  const json = async (answer: Response): Promise<unknown> => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
    return JSON.parse(text) as unknown;
  };

  const ask = async (app: RunningApp, path: string, client: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await place.token(client)}`, 'content-type': 'application/json' };
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return json(await fetch(`${app.origin}${path}`, { headers, ...post }));
  };

  const publish = async (intake: RunningApp, record: CloudEvent): Promise<Accepted> => {
    const headers = { authorization: `Bearer ${await place.token('housing')}`, 'content-type': 'application/cloudevents+json' };
    return (await json(await fetch(`${intake.origin}/v1/records`, { method: 'POST', headers, body: JSON.stringify(record) }))) as Accepted;
  };

  /** The alerts that a record of a tenancy has raised. */
  const alertsOf = async (record: CloudEvent): Promise<readonly Alert[]> => {
    const query = new URLSearchParams({ person: String(record['subject']), limit: '200' });
    const { items } = (await ask(portal, `/v1/alerts?${query.toString()}`, 'auditor')) as { items: readonly Alert[] };
    return items.filter(({ safeguard, evidence }) => safeguard === 'sanctuary-referral' && evidence.some(({ id }) => id === record['id']));
  };

  const alertOf = (record: CloudEvent): Promise<Alert> =>
    until('the portal shows the alert', async () => (await alertsOf(record).catch(() => []))[0]);

  const told = (alert: Alert) =>
    until('the stream tells of the alert', () => Promise.resolve(stream?.events.find(({ data }) => data.alert === alert.id)));

  /** How many partitions each projector owns, by what the database says; none where it is none's. */
  const owned = async (): Promise<readonly number[]> => {
    const { rows } = await pool.query<{ partitions: number }>(
      `SELECT count(*)::int AS partitions FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.mode = 'ExclusiveLock' AND l.granted AND a.datname = current_database()
          AND a.application_name = 'throughline projector' AND a.query LIKE '%.heads%' GROUP BY a.pid ORDER BY 1`,
    );
    return rows.map(({ partitions }) => partitions);
  };

  const eachOwnsHalf = () =>
    until('each projector owns half of the partitions', async () => ((await owned()).join() === '4,4' ? true : undefined));

  beforeAll(async () => {
    await buildHub();
    database = await testDatabase();
    pool = createPool({ url: database.url, name: 'processes spec', max: 2 });
    place = await MeetingPlace.at(database.url);
    const start = (app: Parameters<MeetingPlace['start']>[0]): Promise<RunningApp> => place.start(app);
    // In no order: those that need tables wait for them.
    intakes = [await start('intake'), await start('intake')];
    portal = await start('portal');
    notifiers = [await start('notifier'), await start('notifier')];
    projectors = [await start('projector'), await start('projector')];
    await Promise.all([...intakes, portal, ...notifiers, ...projectors].map((app) => app.ready()));
    stream = await EventStream.open(`${portal.origin}/v1/alerts/events`, await place.token('auditor'));
  });
  afterAll(async () => {
    await stream?.cut();
    await place.leave();
    await pool.end();
    await database.drop();
  });

  it('say what they need, and start no server of their own', async () => {
    const { code, said } = await runToItsEnd('intake', { PORT: '0' });
    expect(code).not.toBe(0);
    for (const variable of ['DATABASE_URL', 'PARTNERSHIPS', 'OIDC_ISSUER']) expect(said).toContain(`${variable} must be set`);
  });

  it('carry a record from the agency to the alert that is told', async () => {
    expect(await publish(intakes[0], README_RECORD)).toMatchObject({ accepted: 1, duplicates: 0 });
    const { data } = await told(await alertOf(README_RECORD));
    expect(data).toMatchObject({ safeguard: 'sanctuary-referral', change: 'raised' });
  });

  it('give a record one effect, though both intakes take it at the same moment', async () => {
    const record = tenancy('2026-11-20T10:00:00Z');
    const taken = await Promise.all([publish(intakes[0], record), publish(intakes[1], record)]);
    for (const { accepted, duplicates } of taken) expect(accepted + duplicates).toBe(1);
    const alert = await alertOf(record);
    await told(alert);
    // Once it is in the tables, either of them knows it.
    for (const intake of intakes) expect(await publish(intake, record)).toMatchObject({ accepted: 0, duplicates: 1 });
    const later = tenancy('2026-11-20T10:01:00Z');
    await publish(intakes[1], later);
    await told(await alertOf(later));
    expect(await alertsOf(record)).toEqual([alert]);
    expect(stream?.events.filter(({ data }) => data.alert === alert.id)).toHaveLength(1);
  });

  it('share the partitions between two projectors, and go on where one is killed', async () => {
    await eachOwnsHalf();
    const [killed, other] = projectors;
    const records = Array.from({ length: 20 }, (_, minute) => tenancy(`2026-11-20T11:${String(minute).padStart(2, '0')}:00Z`));
    const publishing = Promise.all(records.map((record) => publish(intakes[0], record)));
    await killed?.kill();
    await publishing;
    for (const record of records) await told(await alertOf(record));
    // The partition of these records may have been the other's all the time: the rest come to it when it next looks.
    await until('the other projector owns all partitions', async () => ((await owned()).join() === '8' ? true : undefined));
    const another = await place.start('projector');
    await another.ready();
    await eachOwnsHalf();
    projectors = [...(other === undefined ? [] : [other]), another];
    const alerts = (stream?.events ?? []).map(({ data }) => data.alert);
    expect(new Set(alerts).size).toBe(alerts.length);
  });

  it('all go over to tables that one of the projectors built anew', async () => {
    const [one, another] = projectors;
    if (one === undefined || another === undefined) throw new Error('two projectors run');
    await ask(one, '/v1/operate/rebuild', 'operator', {});
    await until('the tables are built anew', async () => {
      const { state } = (await ask(one, '/v1/operate/rebuild', 'operator')) as { state: string };
      if (state === 'failed') throw new Error(one.said());
      return state === 'done' ? true : undefined;
    });
    const record = tenancy('2026-11-20T12:00:00Z');
    await publish(intakes[1], record);
    await told(await alertOf(record));
    expect(await publish(intakes[0], record)).toMatchObject({ accepted: 0, duplicates: 1 });
    await eachOwnsHalf();
    for (const app of [one, another]) expect(app.said()).not.toContain('"level":"fatal"');
  });

  it('end in order when they are asked to', async () => {
    await stream?.cut();
    const codes = await Promise.all([...intakes, portal, ...notifiers, ...projectors].map((app) => app.stop()));
    expect(codes).toEqual(codes.map(() => 0));
  });
});

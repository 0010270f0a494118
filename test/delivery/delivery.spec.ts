import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { javaIsThere, readTopic, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import { MailServer, WebhookReceiver } from '@throughline/infra/receivers';
import type { Pool } from 'pg';
import { Webhook } from 'standardwebhooks';
import { tablesOf } from '../faults/hub-tables';
import { type RunningHub, startHub } from '../running-hub';
import { EventStream } from './event-stream';
import { about, SECRETS, tenancy } from './tenancies';

interface Alert {
  readonly id: string;
  readonly to: { readonly agency: string };
}

/** Waits until it holds; machines that test are slow at times. */
const until = async (what: string, holds: () => boolean | Promise<boolean>, seconds = 90): Promise<void> => {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100)) if (await holds()) return;
  throw new Error(`it never came about that ${what}`);
};

const TOPIC = 'throughline.alerts.sanctuary';

const told = (): void => {
  const mail = new MailServer();
  const receiver = new WebhookReceiver();
  let dataDir: string;
  let hub: RunningHub;
  let pool: Pool;
  let secret: string;
  let kafka: RunningKafka;

  const start = async (port?: number): Promise<void> => {
    const env = { SMTP_URL: mail.url, SMTP_FROM: 'hub@throughline.example', WEBHOOKS_TO_LOOPBACK: 'on', KAFKA_BROKERS: kafka.brokers };
    hub = await startHub({ dataDir, env, ...(port === undefined ? {} : { port }) });
  };
  const call = async (client: string, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${hub.origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${await hub.token(client)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  const publish = async (client: string, records: readonly object[]): Promise<string> => {
    const answer = await fetch(`${hub.origin}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token(client)}`, 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(records),
    });
    const body = (await answer.json()) as { readonly position?: string };
    expect([answer.status, body]).toEqual([202, expect.objectContaining({ accepted: records.length })]);
    return body.position ?? '';
  };
  const alertsOf = async (agency: string, after: string): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await call(agency, 'GET', `/v1/alerts?limit=200&safeguard=sanctuary-referral&after=${after}&cursor=${cursor}`);
      expect(page.status).toBe(200);
      ids.push(...(page.body['items'] as readonly Alert[]).map(({ id }) => id));
      cursor = page.body['next'] as string | null;
    }
    return ids;
  };
  const raisedIn = (stream: EventStream): readonly string[] =>
    stream.events.filter(({ data }) => data.change === 'raised' && data.safeguard === 'sanctuary-referral').map(({ data }) => data.alert);
  const alertsCalled = (): readonly string[] =>
    receiver.calls.map(({ body }) => (JSON.parse(body) as { readonly data: { readonly alert: string } }).data.alert);
  const alertsOnTopic = async (): Promise<readonly { readonly key: string; readonly alert: string }[]> =>
    (await readTopic(kafka.brokers, TOPIC)).map(({ headers, value }) => ({
      key: headers['idempotency-key'] ?? '',
      alert: (JSON.parse(value) as { readonly data: { readonly alert: string } }).data.alert,
    }));
  const follow = async (last?: number): Promise<EventStream> =>
    EventStream.open(`${hub.origin}/v1/alerts/events`, await hub.token('sanctuary'), last);
  const allDelivered = async (): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `SELECT FROM hub.deliveries WHERE state = 'waiting' UNION ALL SELECT FROM hub.alert_changes WHERE NOT planned LIMIT 1`,
    );
    return rowCount === 0;
  };

  /** A digest that the mail server does not take just now, so that it is tried again in a moment; its key. */
  const digestUnderWay = async (): Promise<string> => {
    const referralId = 'sanctuary-77';
    await publish('sanctuary', [
      about('sanctuary', 'referral.made', { referralId, service: 'idva', reason: 'Support', sharingBasis: 'consent' }),
    ]);
    await publish('idva', [about('idva', 'referral.decided', { referralId, outcome: 'accepted' })]);
    const know = `SELECT FROM hub.alert_changes WHERE agency = 'sanctuary' AND class = 'know' AND change = 'raised' AND planned`;
    await until('the outcome of the referral is to be known', async () => (await pool.query(know)).rowCount === 1);
    await until('everything is delivered', allDelivered);
    mail.refuses = 450;
    // It is as if that was last week, and no digest had gone out since.
    const week = 8 * 24 * 3_600_000;
    await pool.query(`UPDATE hub.alert_clocks SET started_at = started_at - ${2 * week}`);
    await pool.query(`UPDATE hub.alert_changes SET raised_at = raised_at - ${week} WHERE class = 'know'`);
    await pool.query('DELETE FROM hub.digests');
    const digest = `SELECT key FROM hub.deliveries WHERE channel = 'digest' AND agency = 'sanctuary' AND attempts > 0`;
    await until('the digest was not taken', async () => (await pool.query(digest)).rowCount === 1);
    mail.refuses = undefined;
    return (await pool.query<{ key: string }>(digest)).rows[0]?.key ?? '';
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'throughline-delivery-'));
    kafka = (await Promise.all([startKafka(), mail.start(), receiver.start()]))[0];
    await start();
    pool = tablesOf(dataDir);
  }, 240_000);
  afterAll(async () => {
    await pool.end();
    await hub.stop();
    await Promise.all([mail.stop(), receiver.stop(), kafka.stop()]);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 60_000);

  it('where their own systems say', async () => {
    const channels = { mail: [{ address: 'duty@sanctuary.example', service: 'sanctuary' }], webhook: { url: receiver.url } };
    const made = await call('sanctuary', 'PUT', '/v1/channels', channels);
    expect(made).toMatchObject({
      status: 200,
      body: { agency: 'sanctuary', mail: channels.mail, webhook: { url: receiver.url, state: 'enabled' } },
    });
    secret = (made.body['webhook'] as { readonly secret: string }).secret;
    expect(secret).toMatch(/^whsec_/);
    const shown = await call('sanctuary', 'GET', '/v1/channels');
    expect(JSON.stringify(shown.body)).not.toContain('whsec_');
    const { rows } = await pool.query<{ secret: Buffer }>('SELECT secret FROM hub.channel_targets WHERE secret IS NOT NULL');
    expect(rows.map((row) => row.secret.includes(Buffer.from(secret.slice(6), 'base64')))).toEqual([false]);
    expect((await call('gp', 'GET', '/v1/channels')).body).toEqual({ agency: 'gp', mail: [], webhook: null });
    expect((await call('operator', 'PUT', '/v1/channels', channels)).status).toBe(403);
    const wrong = await call('gp', 'PUT', '/v1/channels', {
      mail: [{ address: 'no', service: 'zoo' }],
      webhook: { url: 'https://10.0.0.1/' },
      sms: 1,
    });
    expect([wrong.status, (wrong.body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/sms', '/mail/0/address', '/mail/0/service', '/webhook/url'],
    ]);
  }, 60_000);

  it('on a topic that is there before their first alert', async () => {
    await until('the topic is there', () =>
      readTopic(kafka.brokers, TOPIC).then(
        (messages) => messages.length === 0,
        () => false,
      ),
    );
  }, 120_000);

  it('of history that is loaded in their inbox alone', async () => {
    const position = await publish(
      'operator',
      Array.from({ length: 20 }, (_, day) => {
        const at = `2024-03-${String(day + 1).padStart(2, '0')}T10:00:00Z`;
        return tenancy(at, at);
      }),
    );
    expect(await alertsOf('sanctuary', position)).toHaveLength(20);
    await until('everything is delivered', allDelivered);
    const { rows } = await pool.query<{ channel: string }>('SELECT DISTINCT channel FROM hub.deliveries ORDER BY 1');
    expect(rows.map(({ channel }) => channel)).toEqual(['events', 'inbox']);
    expect((await pool.query(`SELECT FROM hub.inbox WHERE agency = 'sanctuary'`)).rowCount).toBe(20);
    expect([mail.arrived.length, receiver.calls.length]).toEqual([0, 0]);
  }, 120_000);

  it('of what is raised now on every channel, without a word of it', async () => {
    const stream = await follow();
    const elsewhere = await EventStream.open(`${hub.origin}/v1/alerts/events`, await hub.token('gp'));
    const position = await publish('housing', [tenancy(new Date().toISOString())]);
    await until(
      'the alert is told on the stream, by mail, by webhook and by Kafka',
      async () => raisedIn(stream).length > 0 && mail.arrived.length > 0 && receiver.calls.length > 0 && (await alertsOnTopic()).length > 0,
    );
    const [alert = ''] = raisedIn(stream);
    expect(await alertsOf('sanctuary', position)).toContain(alert);
    expect(alertsCalled()).toContain(alert);
    const [hooked = { headers: {}, body: '' }] = receiver.calls;
    expect(() => new Webhook(secret).verify(hooked.body, hooked.headers as Record<string, string>)).not.toThrow();
    expect(mail.arrived[0]?.to).toEqual(['duty@sanctuary.example']);
    const topic = JSON.stringify(await readTopic(kafka.brokers, TOPIC));
    expect(topic).toContain(alert);
    const outside = [stream.text, topic, JSON.stringify(receiver.calls), ...mail.arrived.map(({ source }) => source)].join('\n');
    for (const word of SECRETS) expect(outside).not.toContain(word);
    expect(elsewhere.events).toEqual([]);
    await until('everything is delivered', allDelivered);
    // The alerts of the history escalated meanwhile; they were not raised while the clock ran.
    expect(new Set(alertsCalled())).toEqual(new Set([alert]));
    const disclosed = await call('auditor', 'GET', '/v1/disclosures?limit=200');
    const sent = (disclosed.body['items'] as readonly { what: string; basis: string; agency: string }[]).filter(
      ({ what }) => what === 'delivery',
    );
    expect(sent.map(({ basis }) => basis).sort()).toEqual(['kafka', 'mail', 'webhook']);
    await Promise.all([stream.cut(), elsewhere.cut()]);
  }, 120_000);

  it('by a stream that goes on where it was cut', async () => {
    const first = await follow();
    await publish('housing', [tenancy(new Date().toISOString())]);
    await until('an alert is told', () => raisedIn(first).length === 1);
    await first.cut();
    await publish('housing', [tenancy(new Date().toISOString()), tenancy(new Date().toISOString())]);
    await until('everything is delivered', allDelivered);
    const second = await follow(first.last);
    await publish('housing', [tenancy(new Date().toISOString())]);
    await until('three more are told', () => raisedIn(second).length >= 3);
    expect(new Set([...raisedIn(first), ...raisedIn(second)]).size).toBe(4);
    expect(raisedIn(second)).toHaveLength(3);
    await second.cut();
    expect((await fetch(`${hub.origin}/v1/alerts/events`)).status).toBe(401);
    const bad = await fetch(`${hub.origin}/v1/alerts/events`, {
      headers: { authorization: `Bearer ${await hub.token('sanctuary')}`, 'last-event-id': 'yesterday' },
    });
    expect(bad.status).toBe(422);
  }, 120_000);

  it('at least once under one key on every channel, and once in the inbox, though the hub is killed while it sends', async () => {
    const port = Number(new URL(hub.origin).port);
    const digest = await digestUnderWay();
    const before = (await pool.query(`SELECT FROM hub.inbox WHERE agency = 'sanctuary'`)).rowCount ?? 0;
    const earlier = new Set(alertsCalled());
    const position = await publish(
      'housing',
      Array.from({ length: 30 }, () => tenancy(new Date().toISOString())),
    );
    const [called, mailed, topic] = [receiver.calls.length, mail.arrived.length, (await alertsOnTopic()).length];
    await until(
      'the hub is in the middle of sending',
      async () => receiver.calls.length > called && mail.arrived.length > mailed && (await alertsOnTopic()).length > topic,
    );
    await hub.kill();
    await start(port);
    await pool.end();
    pool = tablesOf(dataDir);
    await until('everything is delivered', allDelivered, 120);
    const ids = await alertsOf('sanctuary', position);
    const alerts = ids.length;
    const inbox = await pool.query<{ alert: string }>(`SELECT alert FROM hub.inbox WHERE agency = 'sanctuary'`);
    expect(inbox.rowCount).toBe(before + 30);
    const shown = new Set(inbox.rows.map(({ alert }) => alert));
    expect([shown.size, ids.filter((id) => !shown.has(id))]).toEqual([inbox.rowCount, []]);
    expect(new Set(alertsCalled().filter((alert) => !earlier.has(alert))).size).toBe(30);
    // The same message has the same key however often it was sent.
    const bodies = new Map<string, string>();
    for (const { headers, body } of receiver.calls) {
      const id = String(headers['webhook-id']);
      expect(bodies.get(id) ?? body).toBe(body);
      bodies.set(id, body);
    }
    const onTopic = await alertsOnTopic();
    const raisedNow = new Set(alertsCalled().filter((alert) => !earlier.has(alert)));
    expect(new Set(onTopic.map(({ alert }) => alert).filter((alert) => raisedNow.has(alert)))).toEqual(raisedNow);
    const alertOfKey = new Map<string, string>();
    for (const { key, alert } of onTopic) {
      expect(alertOfKey.get(key) ?? alert).toBe(alert);
      alertOfKey.set(key, alert);
    }
    // What was mailed twice has one key, and is one message to whoever sorts by it.
    const mails = mail.headers('X-Idempotency-Key').slice(mailed);
    expect(new Set(mails.filter((key) => key.endsWith('.raised'))).size).toBe(30);
    expect(new Set(mails.filter((key) => key.startsWith('digest.')))).toEqual(new Set([digest]));
    const stream = await follow(0);
    await until('the stream has told all', () => new Set(raisedIn(stream)).size === alerts);
    expect(raisedIn(stream)).toHaveLength(alerts);
    await stream.cut();
  }, 300_000);

  it('of a record that they have read, when it is taken back as of the wrong person', async () => {
    const incident = about('police', 'police.incident-recorded', { incidentNumber: 'police-77', nature: ['physical'] });
    await publish('csc', [about('csc', 'case.opened', { caseId: 'csc-77', service: 'childrens-social-care' })]);
    const at = await publish('police', [incident]);
    const chronology = await call('csc', 'GET', `/v1/people/csc:N-77/chronology?after=${at}`);
    const types = (chronology.body['items'] as readonly { readonly type: string }[]).map(({ type }) => type);
    expect(types).toContain('throughline.police.incident-recorded.v1');
    const back = about('police', 'record.retracted', {
      retracts: { source: incident['source'], id: incident['id'] },
      reason: 'wrong-person',
    });
    const position = await publish('police', [back]);
    const toldOf = async (agency: string): Promise<unknown> =>
      (await call(agency, 'GET', `/v1/alerts?safeguard=wrong-person&after=${position}`)).body['items'];
    expect(await toldOf('csc')).toMatchObject([
      { class: 'now', to: { agency: 'csc' }, evidence: [{ id: back['id'] }, { id: incident['id'] }], status: 'open' },
    ]);
    expect(await toldOf('gp')).toEqual([]);
    expect(await toldOf('police')).toEqual([]);
  }, 120_000);

  it('once, though the tables are built anew', async () => {
    const [mails, calls] = [mail.arrived.length, receiver.calls.length];
    const { rows } = await pool.query<{ count: bigint }>('SELECT count(*) FROM hub.deliveries');
    await call('operator', 'POST', '/v1/operate/rebuild', {});
    await until('the tables are built anew', async () => (await call('operator', 'GET', '/v1/operate/rebuild')).body['state'] === 'done');
    await until('everything is delivered', allDelivered);
    await pause(1_500);
    expect((await pool.query<{ count: bigint }>('SELECT count(*) FROM hub.deliveries')).rows).toEqual(rows);
    expect([mail.arrived.length, receiver.calls.length]).toEqual([mails, calls]);
  }, 120_000);

  it('no more, where they say so', async () => {
    expect((await call('sanctuary', 'DELETE', '/v1/channels')).status).toBe(204);
    expect((await call('sanctuary', 'POST', '/v1/channels/webhook/rotate')).status).toBe(404);
    const calls = receiver.calls.length;
    await publish('housing', [tenancy(new Date().toISOString())]);
    await until('everything is delivered', allDelivered);
    expect(receiver.calls).toHaveLength(calls);
    const listed = await call('operator', 'GET', '/v1/operate/deliveries');
    expect(listed).toMatchObject({ status: 200, body: { items: [], next: null, disabledWebhooks: [] } });
    expect((await call('sanctuary', 'GET', '/v1/operate/deliveries')).status).toBe(403);
    const ready = (await (await fetch(`${hub.origin}/health/ready`)).json()) as { checks: { channels: { ok: boolean } } };
    expect(ready.checks.channels.ok).toBe(true);
    expect(await (await fetch(`${hub.origin}/metrics`)).text()).toContain(
      'throughline_deliveries_total{channel="kafka",result="delivered"}',
    );
  }, 120_000);
};

// Where CI is "true", a missing Java is a failure and never a pass.
describe('Agencies are told of their alerts', () => {
  if (javaIsThere()) told();
  else it('was NOT TRIED: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));
});

import { event, nhsNumber, person } from './events';
import { type Answer, ReadingHub } from './reading-hub';

type Alert = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly to: { readonly agency: string };
  readonly raisedAt: string;
};

const alertsIn = ({ body }: Answer): readonly Alert[] => body['items'] as readonly Alert[];

const tenancy = (place: number) =>
  event(
    'housing.tenancy-started',
    `2026-11-0${String(place)}T10:00:00Z`,
    [
      person(`housing:T-${String(place)}`, 'victim', {
        given: 'Ada',
        family: `Tenant${'abc'[place - 1] ?? ''}`,
        nhsNumber: nhsNumber(50 + place),
      }),
    ],
    {
      tenancyId: `housing-t-${String(place)}`,
      reason: 'rehoused-domestic-abuse',
      address: { lines: ['9 New Street'], postcode: 'S3 9DF' },
      startedOn: `2026-11-0${String(place)}`,
    },
  );

describe('Alerts over the API', () => {
  let hub: ReadingHub;
  const tenancies = [1, 2, 3].map(tenancy);

  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish(tenancies);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  const list = (client: string, query = ''): Promise<Answer> => hub.get(client, `/v1/alerts${query}`);
  const ofSanctuary = async (person: number): Promise<Alert> => {
    const [alert] = alertsIn(await list('sanctuary', `?safeguard=sanctuary-referral&person=housing:T-${String(person)}`));
    if (alert === undefined) throw new Error('no alert was raised');
    return alert;
  };

  it('say to whom, about whom, why, what shows it and what would answer it', async () => {
    const { body } = await hub.get('auditor', '/v1/people/housing:T-1');
    expect(await ofSanctuary(1)).toMatchObject({
      safeguard: 'sanctuary-referral',
      class: 'now',
      to: { agency: 'sanctuary', service: 'sanctuary' },
      person: body['id'],
      raisedAt: '2026-11-01T10:00:00.000Z',
      evidence: [{ source: '/agencies/housing', id: tenancies[0]?.id }],
      source: expect.stringContaining('Sanctuary') as unknown,
      answeredBy: expect.any(String) as unknown,
      pathway: { title: 'Sanctuary and home security', link: 'https://pathways.northgate.example/sanctuary' },
      escalatedFrom: null,
      closedBy: null,
    });
  });

  it('are read by the agency that they are for, and all of them by auditors', async () => {
    expect(new Set(alertsIn(await list('sanctuary')).map(({ to }) => to.agency))).toEqual(new Set(['sanctuary']));
    expect(alertsIn(await list('sanctuary', '?agency=housing'))).toEqual([]);
    expect(alertsIn(await list('gp'))).toEqual([]);
    expect(alertsIn(await list('auditor')).length).toBeGreaterThan(3);
    expect(alertsIn(await list('auditor', '?person=housing:nobody'))).toEqual([]);
  });

  it('let the agency read about the person while they are open', async () => {
    expect((await hub.get('sanctuary', '/v1/people/housing:T-1')).status).toBe(200);
    expect((await hub.get('gp', '/v1/people/housing:T-1')).status).toBe(404);
  });

  it('stand on the page of the person, and beside the record that raised them', async () => {
    const alert = await ofSanctuary(2);
    const { body } = await hub.get('auditor', '/v1/people/housing:T-2');
    expect(body['openAlerts']).toContainEqual(alert);
    const told = await hub.get('auditor', '/v1/people/housing:T-2/chronology');
    expect((told.body['items'] as readonly { alerts: readonly string[] }[])[0]?.alerts).toContain(alert.id);
    const before = await hub.get('auditor', '/v1/people/housing:T-2?asAt=2026-11-02T10:00:00Z');
    expect(before.body['openAlerts']).toMatchObject([{ id: alert.id, status: 'open' }]);
  });

  it('come page by page in the order in which they were raised, once each', async () => {
    const all = alertsIn(await list('auditor'));
    expect(all.map(({ raisedAt }) => raisedAt)).toEqual(all.map(({ raisedAt }) => raisedAt).sort());
    const seen: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await list('auditor', `?limit=2${cursor}`);
      expect(status).toBe(200);
      seen.push(...(body['items'] as readonly Alert[]).map(({ id }) => id));
      cursor = body['next'] === null ? '' : `&cursor=${body['next'] as string}`;
    } while (cursor !== '');
    expect(seen).toEqual(all.map(({ id }) => id));
    const { body } = await list('auditor', '?limit=2');
    expect((await list('auditor', `?status=open&cursor=${body['next'] as string}`)).status).toBe(400);
  });

  it('are acknowledged and closed by their agency, with what was said sealed on the log', async () => {
    const alert = await ofSanctuary(1);
    const seen = await hub.post('sanctuary', `/v1/alerts/${alert.id}/acknowledge`);
    expect([seen.status, seen.body]).toEqual([202, { position: expect.stringMatching(/^northgate:\d+$/) as unknown }]);
    await hub.settle();
    expect((await ofSanctuary(1))['status']).toMatch(/acknowledged|escalated/);
    const closing = { outcome: 'Locks changed', justification: 'Done at her wish by Mrs Tenanta' };
    expect((await hub.post('sanctuary', `/v1/alerts/${alert.id}/close`, closing)).status).toBe(202);
    await hub.settle();
    expect(await ofSanctuary(1)).toMatchObject({ status: 'closed', closedBy: { source: '/hub' } });
    expect((await hub.post('sanctuary', `/v1/alerts/${alert.id}/close`, closing)).status).toBe(409);
    const { rows } = await hub.pool.query<{ body: Buffer }>(`SELECT body FROM ${await hub.parts.liveSchema()}.records`);
    expect(rows.filter(({ body }) => body.includes('Locks changed') || body.includes('Tenanta'))).toEqual([]);
  });

  it('of another agency look like none, but an operator may decide them', async () => {
    const alert = await ofSanctuary(3);
    const closing = { outcome: 'Seen to', justification: 'By telephone' };
    const none = await hub.post('gp', '/v1/alerts/nothing/acknowledge');
    expect(none.status).toBe(404);
    for (const answer of [
      await hub.post('gp', `/v1/alerts/${alert.id}/acknowledge`),
      await hub.post('auditor', `/v1/alerts/${alert.id}/close`, closing),
    ]) {
      expect([answer.status, answer.body]).toEqual([404, none.body]);
    }
    expect((await hub.post('operator', `/v1/alerts/${alert.id}/close`, closing)).status).toBe(202);
  });

  it('are not closed without an outcome and a justification', async () => {
    const alert = await ofSanctuary(2);
    const { status, body } = await hub.post('sanctuary', `/v1/alerts/${alert.id}/close`, { outcome: ' ' });
    expect([status, (body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/outcome', '/justification'],
    ]);
  });
});

import { event, incident, nhsNumber, person } from './events';
import type { Line } from '../../infra/bench/published';
import { type Answer, ReadingHub } from './reading-hub';

const ada = { given: 'Ada', family: 'Moreau', dateOfBirth: '1990-05-17', nhsNumber: nhsNumber(400) };
const bea = { given: 'Bea', family: 'Fenn', dateOfBirth: '1991-02-03' };
const refuge = { lines: ['4 Quiet Close'], postcode: 'S8 0AA', sensitive: true };

const itemsOf = ({ body }: Answer): readonly Readonly<Record<string, unknown>>[] =>
  body['items'] as readonly Readonly<Record<string, unknown>>[];

/** A case that was heard here is passed on to where the person lives now. */
const request = (to: object): Line =>
  event('marac.transfer-requested', '2026-10-05T10:00:00Z', [person('marac:T-1', 'victim')], {
    reason: 'She lives there now',
    timesHeard: 2,
    ...to,
  });

const history = (transfer: Line): readonly Line[] => [
  incident('2026-09-01T10:00:00Z', [person('police:T-1', 'victim', ada)], { narrative: 'What the officer saw' }),
  event('person.details-recorded', '2026-09-02T10:00:00Z', [
    person('marac:T-1', 'victim', { ...ada, phone: '+447700900123', address: refuge }),
  ]),
  transfer,
];

describe('A MARAC transfer to another partnership', () => {
  let hub: ReadingHub;
  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish([
      incident('2026-09-20T10:00:00Z', [person('riverside-police:R-1', 'victim', ada)], {}, { partnership: 'riverside' }),
      event('person.details-recorded', '2026-10-12T10:00:00Z', [person('riverside-idva:R-9', 'other')], {}, { partnership: 'riverside' }),
      ...history(request({ toPartnership: 'riverside' })),
      event('marac.transfer-requested', '2026-10-06T10:00:00Z', [person('marac:T-2', 'victim', bea)], {
        toPartnership: 'riverside',
        reason: 'She lives there now',
        timesHeard: 1,
      }),
    ]);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  const chronology = async (who: string, ref: string) => itemsOf(await hub.get(who, `/v1/people/${ref}/chronology`));

  it('is received there, about the person whom both know', async () => {
    const items = await chronology('riverside-marac', 'riverside-police:R-1');
    const received = items.find(({ type }) => type === 'throughline.marac.transfer-received.v1');
    expect(received).toMatchObject({ occurredAt: '2026-10-05T10:00:00.000Z', recordedAt: '2026-10-12T10:00:00.000Z' });
    expect(received?.['record']).toMatchObject({
      source: '/hub',
      data: {
        fromPartnership: 'northgate',
        reason: 'She lives there now',
        timesHeard: 2,
        people: [{ role: 'victim', details: { phone: '+447700900123' } }],
      },
    });
  });

  it('names there somebody whom no agency of that area has met', async () => {
    const found = itemsOf(await hub.get('riverside-marac', '/v1/people?name=Fenn'));
    expect(found).toMatchObject([{ name: 'Bea Fenn', dateOfBirth: '1991-02-03' }]);
    const { body } = await hub.get('riverside-marac', `/v1/people/${String(found[0]?.['id'])}`);
    expect(body).toMatchObject({ name: 'Bea Fenn', dateOfBirth: '1991-02-03', details: [] });
    const [item] = itemsOf(await hub.get('riverside-marac', `/v1/people/${String(found[0]?.['id'])}/chronology`));
    expect(item?.['summary']).toBe('MARAC transfer received, heard once elsewhere');
  });

  it('brings nothing else along: no other record, and no address that is sealed', async () => {
    const items = await chronology('auditor', 'riverside-police:R-1');
    expect(items.map(({ type }) => type)).toEqual(['throughline.police.incident-recorded.v1', 'throughline.marac.transfer-received.v1']);
    expect(JSON.stringify(items)).not.toMatch(/Quiet Close|S8 0AA|What the officer saw/);
  });

  it('leaves the sender’s history where it was, and tells its readers nothing of the receiver’s', async () => {
    const items = await chronology('auditor', 'police:T-1');
    expect(items).toHaveLength(3);
    expect(JSON.stringify(items)).not.toContain('riverside-police');
  });

  it('is one record however often it is sent', async () => {
    const count = async () => (await chronology('auditor', 'riverside-police:R-1')).length;
    await hub.pool.query(
      `INSERT INTO hub.outbox (partnership, id, record) SELECT 'riverside', 'again-' || index, '{"transfer":{"from":"northgate","index":' || index || ',"to":"riverside"}}'
         FROM ${await hub.parts.liveSchema()}.records WHERE partnership = 'northgate' AND position(convert_to('transfer-requested', 'UTF8') IN body) > 0`,
    );
    await hub.settle();
    expect(await count()).toBe(2);
  });

  it('starts no clock there', async () => {
    const { rows } = await hub.pool.query(
      `SELECT clock_started FROM ${await hub.parts.liveSchema()}.partnerships WHERE partnership = 'riverside'`,
    );
    expect(rows).toEqual([{ clock_started: false }]);
  });
});

describe('A MARAC transfer to an area without the hub', () => {
  it('sends nothing to any partnership', async () => {
    const hub = await ReadingHub.start();
    await hub.publish(history(request({ toPartnership: 'elsewhere' })));
    await hub.settle();
    const { rows } = await hub.pool.query('SELECT count(*)::int AS waiting FROM hub.outbox');
    expect(rows).toEqual([{ waiting: 0 }]);
    await hub.stop();
  });
});

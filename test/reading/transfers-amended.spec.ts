import type { Line } from '../../infra/bench/published';
import { corrected, event, nhsNumber, person, retracted } from './events';
import { ReadingHub } from './reading-hub';

type Shown = Readonly<Record<string, unknown>>;

const refuge = { lines: ['4 Quiet Close'], postcode: 'S8 0AA' };

/** Somebody of whom no agency there knows, by a number. */
const somebody = (number: number): Shown => ({
  given: 'Ida',
  family: 'Moss',
  dateOfBirth: `1990-05-${String(number + 10)}`,
  nhsNumber: nhsNumber(700 + number),
});

const request = (number: number, day: string, to: object): Line =>
  event('marac.transfer-requested', `${day}T10:00:00Z`, [person(`marac:T-${number}`, 'victim', somebody(number))], {
    reason: 'She lives there now',
    timesHeard: 2,
    ...to,
  });

const said = (number: number, more: object): Shown => ({
  people: [person(`marac:T-${number}`, 'victim', somebody(number))],
  reason: 'She lives there now',
  timesHeard: 2,
  ...more,
});

describe('A MARAC transfer', () => {
  let hub: ReadingHub;
  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish([
      event('person.details-recorded', '2026-09-01T10:00:00Z', [person('riverside-idva:R-9', 'other')], {}, { partnership: 'riverside' }),
    ]);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  /** What was received of somebody. */
  const receivedOf = async (number: number): Promise<readonly Shown[]> => {
    const people = await hub.get('riverside-marac', `/v1/people?nhsNumber=${nhsNumber(700 + number)}`);
    const [found] = people.body['items'] as readonly Shown[];
    if (found === undefined) return [];
    const { body } = await hub.get('auditor', `/v1/people/${String(found['id'])}/chronology?partnership=riverside`);
    return (body['items'] as readonly Shown[]).filter(({ type }) => type === 'throughline.marac.transfer-received.v1');
  };

  /** How many transfers were received there, of whomever. */
  const received = async (): Promise<number> => {
    const { rowCount } = await hub.pool.query(
      `SELECT FROM ${await hub.parts.liveSchema()}.records WHERE partnership = 'riverside' AND position(convert_to('transfer-received', 'UTF8') IN body) > 0`,
    );
    return rowCount ?? 0;
  };

  /** How many records were set aside there. */
  const setAside = async (): Promise<number> => {
    const { rowCount } = await hub.pool.query(`SELECT FROM ${await hub.parts.liveSchema()}.set_aside WHERE partnership = 'riverside'`);
    return rowCount ?? 0;
  };

  it('crosses, where it is not taken back', async () => {
    await hub.publish([request(0, '2026-10-01', { toPartnership: 'riverside' })]);
    await hub.settle();
    expect(await receivedOf(0)).toHaveLength(1);
  });

  it('does not cross where it is taken back before it is sent', async () => {
    const before = await received();
    const wrong = request(1, '2026-10-02', { toPartnership: 'riverside' });
    await hub.publish([wrong, retracted('2026-10-02T10:05:00Z', wrong, 'wrong-person')]);
    await hub.settle();
    expect([await receivedOf(1), await received()]).toEqual([[], before]);
  });

  it('crosses as it was corrected, where that was before it is sent', async () => {
    const first = request(2, '2026-10-03', { toPartnership: 'riverside' });
    await hub.publish([first, corrected('2026-10-03T10:05:00Z', first, said(2, { toPartnership: 'riverside', timesHeard: 5 }))]);
    await hub.settle();
    expect(await receivedOf(2)).toMatchObject([{ record: { data: { timesHeard: 5 } } }]);
  });

  it('does not cross to where it was not meant to go', async () => {
    const before = await received();
    const first = request(3, '2026-10-04', { toPartnership: 'riverside' });
    await hub.publish([first, corrected('2026-10-04T10:05:00Z', first, said(3, { toArea: 'Farshire' }))]);
    await hub.settle();
    expect([await receivedOf(3), await received()]).toEqual([[], before]);
  });

  it('crosses once a correction names the partnership that an area without the hub turned out to be', async () => {
    const first = request(4, '2026-10-05', { toArea: 'Riverside' });
    await hub.publish([first]);
    await hub.settle();
    expect(await receivedOf(4)).toEqual([]);
    await hub.publish([corrected('2026-10-06T10:00:00Z', first, said(4, { toPartnership: 'riverside', reason: 'She moved in June' }))]);
    await hub.settle();
    expect(await receivedOf(4)).toMatchObject([{ record: { data: { reason: 'She moved in June', timesHeard: 2 } } }]);
  });

  it('crosses once, though a correction says it again', async () => {
    const first = request(5, '2026-10-07', { toPartnership: 'riverside' });
    await hub.publish([first]);
    await hub.settle();
    await hub.publish([corrected('2026-10-08T10:00:00Z', first, said(5, { toPartnership: 'riverside', timesHeard: 3 }))]);
    await hub.settle();
    expect(await receivedOf(5)).toMatchObject([{ record: { data: { timesHeard: 2 } } }]);
    expect(await setAside()).toBe(0);
  });

  it('is one record, though it is sent again after she was written down otherwise', async () => {
    await hub.publish([request(8, '2026-10-12', { toPartnership: 'riverside' })]);
    await hub.settle();
    await hub.publish([
      event('person.details-recorded', '2026-10-12T11:00:00Z', [person('marac:T-8', 'victim', { ...somebody(8), phone: '+447700900456' })]),
    ]);
    // As if the process had died after it was sent, and before that was ticked off.
    await hub.pool.query(
      `INSERT INTO hub.outbox (partnership, id, record) SELECT 'riverside', 'again-' || index, '{"transfer":{"from":"northgate","index":' || index || ',"to":"riverside"}}'
         FROM ${await hub.parts.liveSchema()}.records WHERE partnership = 'northgate' AND position(convert_to('transfer-requested', 'UTF8') IN body) > 0`,
    );
    await hub.settle();
    expect(await receivedOf(8)).toHaveLength(1);
    expect(await setAside()).toBe(0);
  });

  it.each([
    [
      'one agency marked sensitive',
      event('person.details-recorded', '2026-10-09T10:00:00Z', [
        person('haven:H-6', 'victim', { ...somebody(6), address: { ...refuge, sensitive: true } }),
      ]),
    ],
    [
      'she was placed at in safety',
      event('housing.safe-accommodation-placed', '2026-10-09T11:00:00Z', [person('housing:H-7', 'victim', somebody(7))], {
        address: refuge,
        from: '2026-10-09',
      }),
    ],
  ])('takes no address along that %s, though another agency wrote it down without a word', async (_whose, seals) => {
    const number = seals.subject.endsWith('6') ? 6 : 7;
    await hub.publish([
      seals,
      event('person.details-recorded', '2026-10-10T10:00:00Z', [
        person(`gp:G-${number}`, 'victim', { ...somebody(number), address: refuge }),
      ]),
      request(number, '2026-10-11', { toPartnership: 'riverside', reason: 'She is at 4 Quiet Close, S8 0AA, and safe' }),
    ]);
    await hub.settle();
    const received = await receivedOf(number);
    expect(received).toMatchObject([{ record: { data: { reason: expect.stringContaining('and safe') as unknown } } }]);
    expect(JSON.stringify(received)).not.toMatch(/Quiet Close|S8 0AA/);
  });
});

import { incident, person } from './events';
import { ReadingHub } from './reading-hub';

describe('A record that slipped past intake, as when two intakes took its key at once', () => {
  let hub: ReadingHub;
  let positions: readonly string[];
  const taken = incident('2026-03-04T22:00:00Z', [person('police:N-1', 'victim')]);
  const others = ['sexual', 'threats'].map((nature) => ({ ...taken, data: { ...taken.data, nature: [nature] } }));
  const ofCsc = incident('2026-03-04T22:00:00Z', [person('csc:C-1', 'child')], {}, { source: '/agencies/csc/liquid' });
  const ofCscAgain = { ...ofCsc, data: { ...ofCsc.data, nature: ['threats'] } };

  beforeAll(async () => {
    hub = await ReadingHub.start();
    positions = await hub.publish([taken, ...others, ofCsc, ofCscAgain]);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  it('is reported to its agency, the newest first, and to no other', async () => {
    const { status, body } = await hub.get('police', '/v1/set-aside');
    expect([status, body]).toEqual([
      200,
      {
        items: [positions[2], positions[1]].map((position) => ({
          ...{ partnership: 'northgate', position, source: taken.source, id: taken.id },
          reason: 'another record has the same source and id',
        })),
        next: null,
      },
    ]);
    expect((await hub.get('housing', '/v1/set-aside')).body).toEqual({ items: [], next: null });
    expect((await hub.get('csc', '/v1/set-aside')).body['items']).toEqual([
      expect.objectContaining({ source: '/agencies/csc/liquid', id: ofCsc.id }),
    ]);
  });

  it('has no effect: the first is what holds', async () => {
    const { body } = await hub.get('auditor', '/v1/people/police:N-1/chronology');
    expect(body['items']).toEqual([expect.objectContaining({ position: positions[0] })]);
  });

  it('is listed for auditors with those of all agencies, page after page', async () => {
    const first = await hub.get('auditor', '/v1/set-aside?limit=2');
    const rest = await hub.get('auditor', `/v1/set-aside?limit=2&cursor=${String(first.body['next'])}`);
    const places = [first, rest].flatMap(({ body }) =>
      (body['items'] as readonly { readonly position: string }[]).map((item) => item.position),
    );
    expect([places, rest.body['next']]).toEqual([[positions[4], positions[2], positions[1]], null]);
    expect((await hub.get('police', `/v1/set-aside?cursor=${String(first.body['next'])}`)).status).toBe(400);
    expect((await hub.get('police', '/v1/set-aside?partnership=riverside')).status).toBe(403);
  });
});

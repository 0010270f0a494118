import { agencyKind } from '@throughline/projections';
import { Assets } from '../../apps/portal/assets/assets';
import { TransferController } from '../../apps/portal/pages/transfer/transfer.controller';
import { Templates } from '../../apps/portal/pages/rendering/templates';
import type { Visitor } from '../../apps/portal/pages/entering/visitor';
import { readingWith } from '../../apps/portal/portal.module';
import { personId, refToken } from '@throughline/kernel';
import { corrected, event, person } from './events';
import { ReadingHub } from './reading-hub';

const mary = { given: 'Mary Ann', family: "O'Neill", dateOfBirth: '1984-03-09', nhsNumber: '9434765919' };
const tom = { given: 'Tom', family: 'Reeve', dateOfBirth: '1981-01-02' };
const cy = { given: 'Cy', family: "O'Neill", dateOfBirth: '2015-07-08' };
const refuge = { lines: ['4 Quiet Close'], postcode: 'S8 0AA' };

const victim = person('marac:M-1', 'victim', { ...mary, address: { lines: ['12 Long Row'], postcode: 'S1 2AB' } });
const risk = person('marac:M-2', 'person-posing-risk', tom);
const child = person('marac:M-3', 'child', cy);
const parentOf = { relationships: [{ from: 'marac:M-1', to: 'marac:M-3', kind: 'parent-of' }] };

const heard = event('marac.case-heard', '2026-09-03T10:00:00Z', [victim, risk, child], {
  ...parentOf,
  meetingOn: '2026-09-03',
  attended: ['police', 'idva'],
  level: 'high',
  actions: [
    { id: 'marac-1', what: 'Visit her at 4 Quiet Close', who: 'idva', by: '2026-09-10' },
    { id: 'marac-2', what: 'Flag the number 0114 496 0123', who: 'police', by: '2026-09-20' },
  ],
});
const done = event('marac.action-completed', '2026-09-09T10:00:00Z', [person('marac:M-1', 'victim')], { actionId: 'marac-1' });
const placed = event('housing.safe-accommodation-placed', '2026-09-12T10:00:00Z', [person('housing:H-1', 'victim', mary)], {
  address: refuge,
  from: '2026-09-12',
});
const assessed = event('risk.assessment-completed', '2026-09-01T10:00:00Z', [person('idva:I-1', 'victim', mary)], {
  tool: 'dash-ric',
  level: 'high',
});
const opened = event('case.opened', '2026-09-02T10:00:00Z', [person('idva:I-1', 'victim', mary)], { caseId: 'idva-1', service: 'idva' });
const order = event(
  'justice.protection-order-recorded',
  '2026-09-15T10:00:00Z',
  [person('police:P-1', 'victim', mary), person('police:P-2', 'person-posing-risk', tom)],
  {
    ...{ orderId: 'police-o1', order: 'non-molestation', status: 'granted' },
    ...{ protects: ['police:P-1'], against: 'police:P-2', startsOn: '2026-09-15', expiresOn: '2027-09-15' },
  },
);
const request = event(
  'marac.transfer-requested',
  '2026-11-02T10:00:00Z',
  [person('marac:M-1', 'victim'), person('marac:M-2', 'person-posing-risk', tom)],
  {
    toArea: 'Farshire',
    reason: 'She has moved there from 4 Quiet Close, S8 0AA',
    timesHeard: 2,
  },
);
const onHub = event('marac.transfer-requested', '2026-11-03T10:00:00Z', [person('marac:M-1', 'victim')], {
  ...{ toPartnership: 'riverside', reason: 'Moved', timesHeard: 2 },
});
const other = event('marac.transfer-requested', '2026-11-04T10:00:00Z', [person('marac:M-1', 'victim'), person('marac:M-3', 'child')], {
  ...{ toArea: 'Elsewhere', reason: 'Moved', timesHeard: 2 },
});
const correction = corrected('2026-11-05T10:00:00Z', other, {
  ...{
    people: [person('marac:M-1', 'victim'), person('marac:M-3', 'child')],
    toPartnership: 'farshire',
    reason: 'Moved on',
    timesHeard: 3,
  },
});
const programme = event(
  'justice.perpetrator-programme-updated',
  '2026-11-06T10:00:00Z',
  [person('change:C-2', 'person-posing-risk', tom)],
  {
    ...{ programme: 'Building better relationships', status: 'started' },
  },
);

describe('The document of a transfer to an area without the hub', () => {
  let hub: ReadingHub;
  let controller: TransferController;
  let positions: readonly string[];

  const visitor = (agency: string): Visitor => {
    const settings = hub.parts.settings.of('northgate');
    if (settings === undefined) throw new Error('no settings');
    expect(agencyKind(settings, agency)).toBeDefined();
    const actor = {
      id: `demo#${agency}`,
      role: 'worker',
      partnerships: ['northgate'],
      scopes: new Set<string>(),
      agency,
    } as Visitor['actor'];
    return { actor, settings, place: agency, permissions: new Set(), practitioner: { name: agency } } as unknown as Visitor;
  };
  const numberOf = (at: number): string => positions[at]?.split(':')[1] ?? '';
  const page = (agency: string, at: number, id = 'marac:M-1') => controller.show(visitor(agency), id, numberOf(at));
  const texts = async (agency: string, at: number): Promise<string> => {
    const shown = await page(agency, at);
    const html = new Templates(new Assets()).render(shown, { visitor: undefined, formToken: '', path: '' });
    return html
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&#39;', "'");
  };

  beforeAll(async () => {
    hub = await ReadingHub.start();
    controller = new TransferController(readingWith(hub.parts));
    const all = await hub.publish([assessed, opened, heard, done, placed, order, request, onHub, other, correction, programme]);
    positions = all.slice(6, 9);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  it('says who, why, how often, how high, what was agreed and what came of it', async () => {
    const text = await texts('marac', 0);
    for (const said of [
      'Transfer to Farshire',
      "Mary Ann O'Neill 9 March 1984 Victim",
      'Tom Reeve 2 January 1981 Person posing risk',
      "Cy O'Neill 8 July 2015 Child of the household",
      '2 times, of which the hub knows: 3 September 2026',
      'Risk level High',
      'Actions of the last meeting, 3 September 2026',
      'Done, recorded 9 September 2026',
      'Not recorded as done',
      'Non molestation, until 15 September 2027',
    ]) {
      expect(text).toContain(said);
    }
    expect((await page('marac', 0)).view.agencies.length).toBeGreaterThan(0);
  });

  it('tells no place and no telephone number, whoever wrote it where', async () => {
    const text = await texts('marac', 0);
    expect(text).toMatch(/She has moved there from \[sealed\], \[sealed\]/);
    expect(text).toMatch(/Visit her at \[sealed\]/);
    for (const place of ['Quiet', 'S8 0AA', 'Long Row', 'S1 2AB', '0114']) expect(text).not.toContain(place);
  });

  it('is the same from whichever of its people it is opened', async () => {
    const [fromHer, fromChild] = [await page('marac', 2), await page('marac', 2, 'marac:M-3')];
    expect({ ...fromChild.view, id: '' }).toEqual({ ...fromHer.view, id: '' });
    expect(fromHer.view.people.map(({ name }) => name)).toEqual(["Mary Ann O'Neill", "Cy O'Neill"]);
    // Nobody whom the MARAC may not read about leads to it.
    await expect(page('marac', 0, 'marac:M-2')).rejects.toMatchObject({ status: 404 });
  });

  it('is on the record before it is opened, with the records that it shows', async () => {
    await page('marac', 0);
    const shown = (await hub.disclosures()).filter(({ items }) => String(items).includes(`transfer ${request.source} ${request.id}`));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.at(-1)).toMatchObject({ agency: 'marac', outcome: 'shown' });
    expect(String(shown.at(-1)?.['positions'])).toContain(numberOf(0));
  });

  const transfersOn = async (who: string, path: string) => {
    const { body } = await hub.get(who, `/v1/people/${path}`);
    return (body['marac'] as { readonly transfers: readonly Readonly<Record<string, unknown>>[] }).transfers;
  };
  const to = (partnership: string | null, area: string | null) => expect.objectContaining({ partnership, area }) as unknown;

  it('goes where the person’s page says: a partnership by its code, an area without the hub by its name', async () => {
    const transfers = await transfersOn('marac', 'marac:M-1');
    expect(transfers).toEqual([to(null, 'Farshire'), to('riverside', null), to('farshire', null)]);
    expect(Object.keys(transfers[0] ?? {})).toEqual(['direction', 'partnership', 'area', 'timesHeard', 'at']);
    const before = await transfersOn('marac', 'marac:M-1?asAt=2026-11-04T12:00:00Z');
    expect(before.at(-1)).toEqual(to(null, 'Elsewhere'));
    const shown = (await hub.disclosures()).at(-1);
    expect([shown?.['agency'], shown?.['positions']]).toEqual(['marac', [numberOf(0), numberOf(2)].map(BigInt)]);
  });

  it('is not told to whoever serves the person posing risk alone', async () => {
    expect(await transfersOn('auditor', 'marac:M-2')).toEqual([to(null, 'Farshire')]);
    expect(await transfersOn('change', 'marac:M-2')).toEqual([]);
  });

  it('goes by what the request says since it was corrected', async () => {
    expect((await page('marac', 2)).view).toMatchObject({ to: 'farshire', reason: 'Moved on', timesHeard: 3 });
  });

  it.each([
    ['to a partnership of this hub, which receives it by itself', 'marac', 1],
    ['for another agency, though it reads the chronology', 'idva', 0],
  ])('is not there %s', async (_why, agency, at) => {
    await expect(page(agency, at)).rejects.toMatchObject({ status: 404 });
  });

  it('is not there for a number that is no request, and for nobody', async () => {
    await expect(controller.show(visitor('marac'), 'marac:M-1', '999999')).rejects.toMatchObject({ status: 404 });
    await expect(controller.show(visitor('marac'), 'marac:M-1', 'x')).rejects.toMatchObject({ status: 404 });
    await expect(controller.show(visitor('marac'), personId(refToken(7)), numberOf(0))).rejects.toMatchObject({ status: 404 });
  });
});

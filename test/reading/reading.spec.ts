import { caseOpened, corrected, event, incident, nhsNumber, person, retracted } from './events';
import type { Line } from '../../infra/bench/published';
import { type Answer, ReadingHub } from './reading-hub';

type Item = Readonly<Record<string, unknown>> & { readonly record: Readonly<Record<string, unknown>> };

const itemsOf = ({ body }: Answer): readonly Item[] => body['items'] as readonly Item[];
const idsOf = (answer: Answer): readonly unknown[] => itemsOf(answer).map(({ record }) => record['id']);

const mary = { given: 'Mary Ann', family: "O'Neill", dateOfBirth: '1984-03-09', sex: 'female', nhsNumber: nhsNumber(1) };
const tom = { given: 'Tom', family: 'Reeve', dateOfBirth: '1981-01-02', sex: 'male', nhsNumber: nhsNumber(2) };
const zoe = { given: 'Zoë', family: 'Quist', dateOfBirth: '1990-05-05', sex: 'female', nhsNumber: nhsNumber(3) };
const longRow = { lines: ['12 Long Row'], postcode: 'S1 2AB' };
const refuge = { lines: ['4 Quiet Close'], postcode: 'S8 0AA' };

/** What happened to Mary, Tom and Zoë; "now" is 20 November 2026, London noon. */
const first = incident(
  '2026-03-04T22:00:00Z',
  [person('police:N-1', 'victim', { ...mary, address: longRow }), person('police:N-2', 'person-posing-risk', tom)],
  {
    relationships: [{ from: 'police:N-1', to: 'police:N-2', kind: 'ex-partner-of' }],
    narrative: 'She rang from 12 Long Row, S1 2AB, on 0114 496 0123. He had left.',
  },
);
const opened = caseOpened('2026-03-06T10:00:00Z', [person('idva:I-1', 'victim', { ...mary, given: 'Marianne' })], 'idva');
const placed = event('housing.safe-accommodation-placed', '2026-03-08T10:00:00Z', [person('housing:H-1', 'victim', mary)], {
  address: refuge,
  from: '2026-03-08',
});
const gpCopy = event('person.details-recorded', '2026-03-10T10:00:00Z', [person('gp:G-1', 'victim', { ...mary, address: refuge })], {
  narrative: 'Now at 4 Quiet  Close; nobody is to be told.',
});
const other = incident('2026-04-01T22:00:00Z', [
  person('police:N-3', 'victim', zoe),
  person('police:N-1', 'victim'),
  person('police:N-2', 'person-posing-risk', tom),
]);
const programme = event(
  'justice.perpetrator-programme-updated',
  '2026-04-03T10:00:00Z',
  [person('change:C-2', 'person-posing-risk', tom)],
  {
    programme: 'Change',
    status: 'started',
  },
);
const wrong = event('abuse.disclosed', '2026-05-01T10:00:00Z', [person('haven:V-1', 'victim', mary)], {
  incidentOn: '2026-04-30',
  narrative: 'Said in confidence',
});
const contact = event('engagement.contact-recorded', '2026-05-02T10:00:00Z', [person('haven:V-1', 'victim', mary)], {
  service: 'specialist-da',
  outcome: 'engaged',
});
const old = event('engagement.contact-recorded', '2024-05-02T10:00:00Z', [person('recovery:R-1', 'victim', mary)], {
  service: 'substance-misuse',
  outcome: 'engaged',
});
const history: readonly Line[] = [
  old,
  first,
  opened,
  placed,
  gpCopy,
  other,
  programme,
  wrong,
  contact,
  retracted('2026-05-03T10:00:00Z', wrong, 'inaccurate'),
  corrected('2026-05-04T10:00:00Z', opened, { people: [person('idva:I-1', 'victim', mary)], caseId: 'idva-1', service: 'idva' }),
];

describe('Reading what the hub holds', () => {
  let hub: ReadingHub;

  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish(history);
    // Not imported: from here on the partnership's clock runs, and T is now.
    await hub.publish(
      [incident('2026-11-19T22:00:00Z', [person('police:N-1', 'victim'), person('police:N-2', 'person-posing-risk')])],
      false,
    );
    await hub.settle();
  });
  afterAll(() => hub.stop());

  const page = async (client: string, id = 'police:N-1', query = ''): Promise<Answer> => hub.get(client, `/v1/people/${id}${query}`);
  const chronology = (client: string, query = '', id = 'police:N-1'): Promise<Answer> =>
    hub.get(client, `/v1/people/${id}/chronology${query}`);
  const recordOf = (answer: Answer, of: Line): Item => {
    const found = itemsOf(answer).find(({ record }) => record['id'] === of.id);
    if (found === undefined) throw new Error(`${of.id} is not in the chronology`);
    return found;
  };

  describe('a person', () => {
    it('is one for every reference, and for every id that one of them makes', async () => {
      const pages = await Promise.all(['police:N-1', 'idva:I-1', 'housing:H-1', 'gp:G-1'].map((id) => page('auditor', id)));
      expect(new Set(pages.map(({ body }) => body['id'])).size).toBe(1);
      const keys = await hub.parts.keys.find('northgate', ['gp:G-1', 'idva:I-1']);
      for (const number of keys.values()) expect((await page('auditor', `p-${number.toString(36)}`)).body['id']).toBe(pages[0]?.body['id']);
    });

    it('is found by reference, by NHS number, and by name with date of birth however it is spelled', async () => {
      const id = (await page('auditor')).body['id'];
      for (const query of [
        'ref=gp:G-1',
        `nhsNumber=${mary.nhsNumber.slice(0, 3)}%20${mary.nhsNumber.slice(3)}`,
        'name=mary-ann%20O%E2%80%99Neill&dateOfBirth=1984-03-09',
        'name=mary%20ann%20oneill',
      ]) {
        const found = await hub.get('auditor', `/v1/people?${query}`);
        expect([query, found.status, itemsOf(found).map((item) => item['id'])]).toEqual([query, 200, [id]]);
        expect(itemsOf(found)[0]).toMatchObject({ name: "Mary Ann O'Neill", dateOfBirth: '1984-03-09' });
      }
    });

    it('is found by the postcode of a home that is not sealed', async () => {
      const found = await hub.get('auditor', '/v1/people?postcode=s1%202ab');
      expect(itemsOf(found).map((item) => item['id'])).toContain((await page('auditor')).body['id']);
    });

    it('is not found by the postcode of a sealed place', async () => {
      expect(itemsOf(await hub.get('auditor', '/v1/people?postcode=S80AA'))).toEqual([]);
      const near = await hub.get('auditor', `/v1/people?nhsNumber=${mary.nhsNumber}&postcode=S80AA`);
      const far = await hub.get('auditor', `/v1/people?nhsNumber=${mary.nhsNumber}&postcode=ZZ99ZZ`);
      expect(itemsOf(near)[0]?.['score']).toBe(itemsOf(far)[0]?.['score']);
    });

    it('that nobody ever named leaves no trace of having been asked for', async () => {
      const count = async (): Promise<unknown> => (await hub.pool.query('SELECT count(*) FROM keys.reference_keys')).rows[0];
      const before = await count();
      expect((await page('auditor', 'police:nobody')).status).toBe(404);
      expect(itemsOf(await hub.get('auditor', '/v1/people?ref=police:nobody'))).toEqual([]);
      expect(await count()).toEqual(before);
    });

    it('is not there before it existed', async () => {
      expect((await page('auditor', 'police:N-1', '?asAt=2024-01-01T00:00:00Z')).status).toBe(404);
      expect((await page('auditor', 'recovery:R-1', '?asAt=2024-06-01T00:00:00Z')).body['refs']).toEqual(['recovery:R-1']);
    });

    it('has a page with what agencies hold, and where they disagree', async () => {
      const { body } = await page('auditor', 'police:N-1', '?asAt=2026-03-07T00:00:00Z');
      expect(body['discrepancies']).toEqual([
        {
          field: 'name',
          values: [
            { agency: 'recovery', value: "Mary Ann O'Neill" },
            { agency: 'police', value: "Mary Ann O'Neill" },
            { agency: 'idva', value: "Marianne O'Neill" },
          ],
        },
      ]);
      expect(body['incidentsByYear']).toEqual({ '2026': 1 });
      expect(body['involvedAgencies']).toEqual([{ agency: 'idva', since: '2026-03-06T10:00:00.000Z' }]);
      expect((await page('auditor')).body['discrepancies']).toEqual([]);
    });
  });

  describe('a reader', () => {
    it('who works with the person is let in, and one who does not sees nobody, in the same words', async () => {
      for (const client of ['idva', 'police', 'haven', 'housing']) expect([client, (await page(client)).status]).toEqual([client, 200]);
      const nobody = await page('education', 'police:nobody');
      for (const client of ['education', 'probation', 'recovery', 'change']) {
        expect([client, (await page(client)).status, (await page(client)).body]).toEqual([client, 404, nobody.body]);
        expect((await chronology(client)).body).toEqual(nobody.body);
        expect(itemsOf(await hub.get(client, `/v1/people?nhsNumber=${mary.nhsNumber}`))).toEqual([]);
      }
    });

    it('of another partnership sees nobody', async () => {
      expect((await page('riverside-police')).status).toBe(404);
      expect((await hub.get('riverside-police', '/v1/people/police:N-1?partnership=northgate')).status).toBe(403);
    });

    it('who works with the person posing risk alone reads of them what is about them, and nothing of the victim', async () => {
      const seen = await chronology('change', '', 'change:C-2');
      expect(idsOf(seen)).toEqual([programme.id]);
      const him = await page('change', 'change:C-2');
      expect(him.body).toMatchObject({ relationships: [], involvedAgencies: [], incidentsByYear: {} });
      expect(JSON.stringify(him.body)).not.toMatch(/N-1|N-3|O'Neill|Quist/);
    });

    it('who works with one victim is told who poses the risk, and not who else suffered from him', async () => {
      const text = JSON.stringify(recordOf(await chronology('idva'), other));
      expect(text).toContain('Reeve');
      expect(text).not.toMatch(/Quist|N-3/);
      expect(JSON.stringify(recordOf(await chronology('police'), other))).toContain('Quist');
    });

    it('without a token is asked for one', async () => {
      const answer = await fetch(`${hub.origin}/v1/people/police:N-1`);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    });
  });

  describe('a sealed location', () => {
    it('is shown to nobody, in no record, and in no copy that lacks the mark', async () => {
      for (const client of ['auditor', 'housing', 'gp', 'idva']) {
        const everything = [await page(client), await chronology(client), await chronology(client, '?household=true')];
        for (const { status, body } of everything) {
          expect(status).toBe(200);
          expect(JSON.stringify(body)).not.toMatch(/Quiet|S8 ?0AA/i);
        }
      }
      expect(recordOf(await chronology('auditor'), placed).record['data']).toMatchObject({ address: 'sealed' });
      const { body } = await page('auditor');
      expect(body['details']).toContainEqual(expect.objectContaining({ agency: 'gp', address: 'sealed' }));
      expect(body['details']).toContainEqual(expect.objectContaining({ agency: 'police', address: longRow }));
    });

    it('goes from a narrative with every postcode, telephone number and known address', async () => {
      expect(recordOf(await chronology('auditor'), first).record['data']).toMatchObject({
        narrative: 'She rang from [sealed], [sealed], on [sealed]. He had left.',
      });
    });
  });

  describe('a chronology', () => {
    it('keeps what was corrected and what was retracted in its place', async () => {
      const seen = await chronology('auditor');
      expect(idsOf(seen).slice(0, 8)).toEqual([old, first, opened, placed, gpCopy, other, wrong, contact].map(({ id }) => id));
      const item = recordOf(seen, opened);
      expect(item.record['data']).toMatchObject({ people: [{ details: { given: 'Marianne' } }] });
      expect(item['corrected']).toMatchObject({
        reason: 'It was written down wrongly',
        replacement: { people: [{ ref: 'idva:I-1', details: { given: 'Mary Ann' } }] },
      });
    });

    it('keeps a record whose retraction parted its reference from the person, for nothing else holds the two together', async () => {
      const known = event('health.attendance-recorded', '2026-07-01T10:00:00Z', [person('hospital:P-1', 'victim', zoe)], { setting: 'gp' });
      const mistaken = event('health.disclosure-recorded', '2026-07-02T10:00:00Z', [person('mental-health:M-1', 'victim', zoe)], {
        setting: 'mental-health',
      });
      await hub.publish([known, mistaken]);
      await hub.settle();
      await hub.publish([retracted('2026-07-03T10:00:00Z', mistaken, 'wrong-person')]);
      await hub.settle();
      const seen = await chronology('auditor', '', 'hospital:P-1');
      expect(idsOf(seen)).toEqual([other.id, known.id, mistaken.id]);
      expect(recordOf(seen, mistaken)['retracted']).toMatchObject({ reason: 'wrong-person' });
      expect(recordOf(await chronology('hospital', '', 'hospital:P-1'), mistaken).record['data']).toBeUndefined();
      expect((await page('auditor', 'hospital:P-1')).body['refs']).toEqual(['police:N-3', 'hospital:P-1']);
    });

    it('shows a retracted record to its publisher and to auditors alone', async () => {
      for (const client of ['auditor', 'haven']) {
        const item = recordOf(await chronology(client), wrong);
        expect(item).toMatchObject({ record: { data: { narrative: 'Said in confidence' } }, retracted: { reason: 'inaccurate' } });
      }
      const item = recordOf(await chronology('idva'), wrong);
      expect(item).toMatchObject({ summary: 'Record retracted', retracted: { reason: 'inaccurate' } });
      expect(item.record['data']).toBeUndefined();
      expect(JSON.stringify(item)).not.toMatch(/confidence|2026-04-30/);
    });

    it('is filtered by time, type and agency, either way round', async () => {
      expect(idsOf(await chronology('auditor', '?type=case.opened&type=housing.safe-accommodation-placed'))).toEqual([
        opened.id,
        placed.id,
      ]);
      expect(idsOf(await chronology('auditor', '?agency=gp,idva&order=desc'))).toEqual([gpCopy.id, opened.id]);
      expect(idsOf(await chronology('auditor', '?from=2026-03-06&to=2026-03-08'))).toEqual([opened.id, placed.id]);
    });

    it('stays the same from page to page while the log grows, and its cursor fits no other query', async () => {
      const whole = idsOf(await chronology('auditor'));
      const seen: unknown[] = [];
      let next: unknown = '';
      for (let turn = 0; next !== null; turn += 1) {
        const part: Answer = await chronology('auditor', `?limit=3${next === '' ? '' : `&cursor=${next as string}`}`);
        expect(part.status).toBe(200);
        seen.push(...idsOf(part));
        next = part.body['next'];
        if (turn === 0) {
          expect((await chronology('auditor', `?limit=3&order=desc&cursor=${next as string}`)).status).toBe(400);
          expect((await chronology('auditor', '?cursor=nonsense')).status).toBe(400);
          await hub.publish([
            event('engagement.contact-recorded', '2026-11-20T11:00:00Z', [person('haven:V-1', 'victim')], {
              service: 'specialist-da',
              outcome: 'engaged',
            }),
          ]);
          await hub.settle();
        }
      }
      expect(seen).toEqual(whole);
      expect(idsOf(await chronology('auditor')).length).toBe(whole.length + 1);
    });

    it('says what an agency knew: what it published, and what it was shown by then', async () => {
      expect(idsOf(await chronology('auditor', '?knownTo=asc'))).toEqual([]);
      const own = idsOf(await chronology('auditor', '?knownTo=mental-health'));
      expect(own).toEqual([]);
      expect(idsOf(await chronology('auditor', '?knownTo=housing&type=housing.safe-accommodation-placed'))).toEqual([placed.id]);
      await chronology('housing', '?type=engagement.contact-recorded');
      hub.now = Date.now() + 60_000;
      expect(idsOf(await chronology('auditor', '?knownTo=housing&type=engagement.contact-recorded'))).toEqual(expect.arrayContaining([old.id, contact.id]));
      expect(idsOf(await chronology('auditor', '?knownTo=housing&type=engagement.contact-recorded&asAt=2026-11-20T00:00:00Z'))).toEqual([]);
      hub.now = Date.parse('2026-11-20T12:00:00Z');
      expect((await chronology('auditor', '?knownTo=nobody')).status).toBe(422);
    });

    it('lists the faults of a query', async () => {
      const { status, body } = await chronology('auditor', '?from=yesterday&limit=0&order=up&type=nothing');
      expect([status, (body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer).sort()]).toEqual([
        422,
        ['/from', '/limit', '/order', '/type'],
      ]);
    });
  });

  describe('every reading', () => {
    const added = async (read: () => Promise<unknown>) => {
      const before = (await hub.disclosures()).length;
      await read();
      return (await hub.disclosures()).slice(before);
    };

    it('is written down: who, about whom, why and which records', async () => {
      const rows = await added(() => chronology('idva', '?type=case.opened'));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ agency: 'idva', actor: 'idva', role: 'system', outcome: 'shown', basis: 'involved' });
      expect(rows[0]?.['positions']).toHaveLength(1);
      expect(await added(() => page('auditor'))).toMatchObject([{ actor: 'auditor', role: 'auditor', outcome: 'shown', basis: 'audit' }]);
    });

    it('is written down when it is refused', async () => {
      const rows = await added(() => page('education'));
      expect(rows).toMatchObject([{ agency: 'education', outcome: 'refused' }]);
      expect(rows[0]?.['person']).not.toBeNull();
      expect(await added(() => page('education', 'police:nobody'))).toMatchObject([{ outcome: 'refused', person: null }]);
    });

    it('opens nothing where it cannot be written down', async () => {
      const open = jest.spyOn(hub.parts.keys, 'open');
      await hub.pool.query('ALTER TABLE hub.disclosures RENAME TO away');
      try {
        for (const path of [
          '/v1/people/police:N-1',
          '/v1/people/police:N-1/chronology',
          '/v1/alerts',
          `/v1/people?nhsNumber=${mary.nhsNumber}`,
          '/v1/disclosures',
        ]) {
          const answer = await hub.get('auditor', path);
          expect([path, answer.status, answer.headers.has('retry-after')]).toEqual([path, 503, true]);
          expect(JSON.stringify(answer.body)).not.toContain('Neill');
        }
        expect(open).not.toHaveBeenCalled();
      } finally {
        await hub.pool.query('ALTER TABLE hub.away RENAME TO disclosures');
        open.mockRestore();
      }
    });

    it('can be read by auditors, and by nobody else', async () => {
      const { status, body } = await hub.get('auditor', '/v1/disclosures?person=gp:G-1&limit=2');
      expect(status).toBe(200);
      expect(body['items']).toHaveLength(2);
      expect(typeof body['next']).toBe('string');
      expect((await hub.get('police', '/v1/disclosures?person=gp:G-1')).status).toBe(403);
    });
  });

  describe('a caller', () => {
    it('reads their own writes, and is told to come back where they are not there yet', async () => {
      const [position] = await hub.publish([
        event('engagement.contact-recorded', '2026-11-20T11:30:00Z', [person('idva:I-1', 'victim')], {
          service: 'idva',
          outcome: 'engaged',
        }),
      ]);
      const reading = chronology('idva', `?after=${position ?? ''}&order=desc&limit=1`);
      await hub.settle();
      expect(itemsOf(await reading)[0]?.['position']).toBe(position);
      expect((await chronology('idva', '?after=riverside:1')).status).toBe(403);
    });
  });
});

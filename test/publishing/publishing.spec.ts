import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { correctionOf, type Event, incident, retractionOf, stranger } from './events';
import { type Answer, RunningIntake } from './running-intake';

const SECRETS = ['Marigold', 'Quillfeather', '1984-03-09', 'Larkspur', 'mistyped', 'N-1042'];
/** Milliseconds after which intake has forgotten what the tables hold. */
const FORGOTTEN = 1_200;
const BATCH = 'application/cloudevents-batch+json';
const STRUCTURED = 'application/cloudevents+json';

describe('publishing', () => {
  let intake: RunningIntake;
  beforeAll(async () => {
    intake = await RunningIntake.start();
  });
  afterAll(() => intake.stop());

  const stored = async (id: string): Promise<number> => (await intake.envelopes()).filter((envelope) => envelope.id === id).length;

  describe('a record', () => {
    it('is acknowledged when the log has it, with its position', async () => {
      const record = incident();
      const { status, body } = await intake.publish(record);
      expect({ status, body }).toEqual({
        status: 202,
        body: { accepted: 1, duplicates: 0, position: expect.stringMatching(/^northgate:\d+$/) as string },
      });
      const [entry] = (await intake.entries()).filter(({ value }) => value.toString('utf8').includes(`"${record.id}"`));
      expect(body.position).toBe(`northgate:${String(entry?.position)}`);
    });

    it('is stamped by the hub, and no clock set back makes a stamp earlier', async () => {
      const records = [incident(), incident(), incident()];
      for (const record of records) await intake.publish(record);
      const all = await intake.envelopes();
      const stamps = records.map(({ id }) => all.find((envelope) => envelope.id === id)?.recordedtime ?? '');
      expect(stamps).toEqual([...stamps].sort());
      for (const stamp of stamps) expect(stamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it('leaves no name, story or reference readable in the log, nor in what the process logs', async () => {
      const record = incident();
      await intake.publish(record);
      await intake.publish(correctionOf(record, record.data));
      await intake.publish(incident({ time: 'yesterday' }));
      const bytes = Buffer.concat((await intake.entries()).map(({ value }) => value)).toString('utf8');
      for (const secret of SECRETS) {
        expect(bytes).not.toContain(secret);
        expect(intake.lines.join('')).not.toContain(secret);
      }
    });

    it('tells rules that another area has heard the case, and neither which nor anything else of the text', async () => {
      const referral = (where: string) => {
        const { type: _type, data, ...record } = incident();
        const { people } = data;
        const maracHistory = { status: 'heard', where };
        const made = { people, referralId: record.id, service: 'idva', reason: 'Support', sharingBasis: 'public-task', maracHistory };
        return { ...record, type: 'throughline.referral.made.v1', data: made };
      };
      const [elsewhere, here] = [referral('Otterbrook'), referral('Northgate')];
      const correction = correctionOf(elsewhere, here.data);
      for (const record of [elsewhere, here, correction]) expect((await intake.publish(record)).status).toBe(202);
      const all = await intake.envelopes();
      const facets = [elsewhere, here, correction].map(({ id }) => all.find((envelope) => envelope.id === id)?.facets);
      expect(facets).toEqual([{ heardElsewhere: true }, undefined, undefined]);
      expect(Buffer.concat((await intake.entries()).map(({ value }) => value)).toString('utf8')).not.toContain('Otterbrook');
    });

    it('may name its partnership, and parameters of its media type say nothing', async () => {
      const { status } = await intake.publish(incident({ partnership: 'northgate' }), 'police', {
        'content-type': `${STRUCTURED}; charset=utf-8`,
      });
      expect(status).toBe(202);
    });

    it('keeps other attributes, sealed, and an empty one is one', async () => {
      const record = incident({ traceparent: '00-planted-01', tracestate: '', priority: 3 });
      expect((await intake.publish(record)).status).toBe(202);
      const bytes = (await intake.entries()).map(({ value }) => value.toString('utf8')).join('');
      expect(bytes).not.toContain('planted');
    });
  });

  describe('in binary mode', () => {
    const headersOf = (record: ReturnType<typeof incident>): Record<string, string> => ({
      'content-type': 'application/json; charset=utf-8',
      'ce-specversion': '1.0',
      'ce-id': encodeURIComponent(record.id),
      'ce-source': record.source,
      'ce-type': record.type,
      'ce-subject': encodeURIComponent(record.subject),
      'ce-time': encodeURIComponent(record.time),
    });
    const send = (record: ReturnType<typeof incident>, headers: Record<string, string> = {}) =>
      intake.post('/v1/records', { headers: { ...headersOf(record), ...headers }, body: JSON.stringify(record.data) });

    it('the attributes stand in headers, percent-encoded, and the same record in structured mode is a duplicate', async () => {
      const record = incident({ id: 'Żółw 100% "née"' });
      expect((await send(record)).body).toMatchObject({ accepted: 1 });
      expect(await stored(record.id)).toBe(1);
      expect((await intake.publish(record)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    });

    it('the media type may be left out, as libraries do of which nobody asked for one', async () => {
      const record = incident();
      const { 'content-type': _left, ...headers } = headersOf(record);
      const answer = await intake.post('/v1/records', { headers, body: Buffer.from(JSON.stringify(record.data)) });
      expect([answer.status, answer.body.accepted]).toEqual([202, 1]);
      expect((await intake.publish(record)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    });

    it('a header in quotes is read without them', async () => {
      const record = incident();
      expect((await send(record, { 'ce-id': `"${record.id}"` })).status).toBe(202);
      expect(await stored(record.id)).toBe(1);
    });

    it('a header that stands twice is refused by its name, and nothing is stored under both values', async () => {
      const record = incident();
      const headers = {
        ...headersOf(record),
        'ce-id': [record.id, 'another'],
        authorization: `Bearer ${intake.tokens.get('police') ?? ''}`,
      };
      const answer = await new Promise<readonly [number | undefined, Answer['body']]>((settle, fail) => {
        const sent = request(`${intake.origin}/v1/records`, { method: 'POST', headers }, (response) => {
          json(response).then((body) => settle([response.statusCode, body as Answer['body']]), fail);
        });
        sent.on('error', fail).end(JSON.stringify(record.data));
      });
      expect(answer).toEqual([422, expect.objectContaining({ errors: [{ index: 0, pointer: '/id', detail: 'is given more than once' }] })]);
    });

    it('faults have the pointers of the structured form', async () => {
      const record = incident();
      const { status, body } = await send(record, { 'ce-time': 'yesterday', 'ce-id': '%ZZ' });
      expect(status).toBe(422);
      expect(body.errors).toEqual([{ index: 0, pointer: '/id', detail: 'must be percent-encoded UTF-8' }]);
      expect((await send(record, { 'ce-time': 'yesterday' })).body.errors).toEqual([
        expect.objectContaining({ index: 0, pointer: '/time' }),
      ]);
      const { nature: _left, ...data } = record.data;
      expect((await send({ ...record, data })).body.errors).toEqual([expect.objectContaining({ pointer: '/data/nature' })]);
    });

    it('a body is needed, and must be JSON', async () => {
      const headers = headersOf(incident());
      expect((await intake.post('/v1/records', { headers, body: '{' })).status).toBe(400);
      expect((await intake.post('/v1/records', { headers, body: '' })).body.errors?.map(({ pointer }) => pointer)).toContain('/data');
    });
  });

  describe('a batch', () => {
    it('is stored whole, in its order', async () => {
      const records = [incident(), incident(), incident()];
      expect((await intake.publishAll(records)).body).toMatchObject({ accepted: 3, duplicates: 0 });
      const ids = (await intake.envelopes()).map(({ id }) => id).filter((id) => records.some((record) => record.id === id));
      expect(ids).toEqual(records.map(({ id }) => id));
    });

    it('of none is taken, and stores nothing', async () => {
      expect((await intake.publishAll([])).body).toEqual({ accepted: 0, duplicates: 0, position: '' });
    });

    it('with a faulty record stores nothing and lists every fault of every record', async () => {
      const good = incident();
      const { status, body } = await intake.publishAll([good, incident({ time: 'yesterday' }, { nature: ['loud'], unheardOf: 1 })]);
      expect(status).toBe(422);
      expect(body.errors?.map(({ index, pointer }) => `${String(index)} ${pointer}`).sort()).toEqual([
        '1 /data/nature/0',
        '1 /data/unheardOf',
        '1 /time',
      ]);
      expect(body.errors?.every((error) => !('status' in error))).toBe(true);
      expect(await stored(good.id)).toBe(0);
    });

    it('takes the status of its gravest fault: 403 before 409 before 422', async () => {
      const first = incident();
      await intake.publish(first);
      const conflict = { ...first, time: '2024-03-05T10:00:00Z' };
      const faulty = incident({ time: 'yesterday' });
      const foreign = incident({ source: '/agencies/csc' });
      expect((await intake.publishAll([faulty, conflict])).status).toBe(409);
      expect((await intake.publishAll([faulty, conflict, foreign])).status).toBe(403);
      expect((await intake.publishAll([faulty, conflict, foreign])).body.errors?.map(({ index }) => index)).toEqual(
        expect.arrayContaining([0, 1, 2]) as number[],
      );
    });

    it('with the same record twice stores it once; with another of the same id it is a conflict', async () => {
      const record = incident();
      expect((await intake.publishAll([record, { ...record, time: '2024-03-04T11:00:00+01:00' }])).body).toMatchObject({
        accepted: 1,
        duplicates: 1,
      });
      const other = incident();
      const { status, body } = await intake.publishAll([other, { ...other, time: '2024-03-05T10:00:00Z' }]);
      expect(status).toBe(409);
      expect(body.errors).toEqual([expect.objectContaining({ index: 1, pointer: '/id' })]);
      expect(await stored(other.id)).toBe(0);
    });

    it('has at most 1,000 records and 5 MiB', async () => {
      const many = Array.from({ length: 1_001 }, stranger);
      expect((await intake.publishAll(many)).status).toBe(413);
      const most = await intake.publishAll(many.slice(0, 1_000));
      expect(most.body).toMatchObject({ accepted: 1_000 });
      const large = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
      expect((await intake.post('/v1/records', { headers: { 'content-type': BATCH }, body: large })).status).toBe(413);
      const justFits = Buffer.concat([Buffer.from(JSON.stringify([incident()])), Buffer.alloc(5 * 1024 * 1024, ' ')]).subarray(
        0,
        5 * 1024 * 1024,
      );
      expect((await intake.post('/v1/records', { headers: { 'content-type': BATCH }, body: justFits })).status).toBe(202);
    });

    it('that grows beyond one append when it is sealed is still taken', async () => {
      const narrative = 'Larkspur '.repeat(550);
      const records = Array.from({ length: 950 }, () => stranger(narrative));
      expect((await intake.publishAll(records)).body).toMatchObject({ accepted: 950 });
    });

    it('of an importer may go to several partnerships, and tells a position in each', async () => {
      const here = incident({ partnership: 'northgate', recordedtime: '2024-03-05T09:00:00Z' });
      const there = incident(
        { partnership: 'riverside', source: '/agencies/riverside-police', subject: 'riverside-police:R-1' },
        { people: [{ ref: 'riverside-police:R-1', role: 'victim' }] },
      );
      const { body } = await intake.publishAll([here, there], 'operator');
      expect(body.position?.split(',').map((position) => position.split(':')[0])).toEqual(['northgate', 'riverside']);
      const [imported] = (await intake.envelopes()).filter(({ id }) => id === here.id);
      expect(imported).toMatchObject({ recordedtime: '2024-03-05T09:00:00Z', imported: true });
      const [live] = (await intake.envelopes()).filter(({ id }) => id === there.id);
      expect(live).not.toHaveProperty('imported');
    });
  });

  describe('handled leniently', () => {
    const lenient = { prefer: 'respond-async, handling=lenient' };

    it('the good records are stored, and each fault has its status', async () => {
      const good = incident();
      const { status, body, headers } = await intake.publishAll(
        [incident({ source: '/agencies/csc' }), good, incident({ time: 'yesterday' })],
        'police',
        lenient,
      );
      expect(status).toBe(202);
      expect(headers.get('preference-applied')).toBe('handling=lenient');
      expect(body).toMatchObject({ accepted: 1, duplicates: 0 });
      expect(body.errors?.map(({ index, status: each }) => [index, each])).toEqual(
        expect.arrayContaining([
          [0, 403],
          [2, 422],
        ]) as unknown[],
      );
      expect(await stored(good.id)).toBe(1);
    });

    it('of two that contradict each other the first holds', async () => {
      const statuses = ['handling=strict, handling=lenient', 'handling=lenient, handling=strict'].map(async (prefer) => {
        const { status } = await intake.publishAll([incident(), incident({ time: 'yesterday' })], 'police', { prefer });
        return status;
      });
      expect(await Promise.all(statuses)).toEqual([422, 202]);
    });

    it('the answer is the status of the gravest fault where no record was good', async () => {
      const { status, body } = await intake.publishAll([incident({ time: 'yesterday' })], 'police', lenient);
      expect(status).toBe(422);
      expect(body.errors?.[0]).toMatchObject({ index: 0, pointer: '/time', status: 422 });
    });
  });

  describe('who may publish what', () => {
    it('nobody without a token, with a token of elsewhere, expired, or made out to another', async () => {
      const tokens = {
        none: undefined,
        garbage: 'abc.def.ghi',
        expired: await intake.identity.token('police', { expires: Math.floor(Date.now() / 1_000) - 60 }),
        elsewhere: await intake.identity.token('police', { audience: 'https://elsewhere.test' }),
        forged: await intake.identity.token('police', { issuer: 'https://elsewhere.test' }),
        unknown: await intake.identity.token('nobody'),
      };
      for (const [name, token] of Object.entries(tokens)) {
        if (token !== undefined) intake.tokens.set(name, token);
        const answer = await intake.publish(incident(), name);
        expect([name, answer.status]).toEqual([name, 401]);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    });

    it('an agency publishes in its own name, about its own people, and in its own partnership', async () => {
      expect((await intake.publish(incident({ source: '/agencies/csc' }))).status).toBe(403);
      const subject = await intake.publish(incident({ subject: 'csc:C-1' }));
      expect(subject.body.errors).toEqual([expect.objectContaining({ pointer: '/subject' })]);
      const other = await intake.publish(incident({ partnership: 'riverside' }));
      expect([other.status, other.body.errors?.[0]?.pointer]).toEqual([403, '/partnership']);
      const nowhere = await intake.publish(incident({ partnership: 'nowhere' }));
      expect([nowhere.status, nowhere.body.errors?.[0]?.pointer]).toEqual([422, '/partnership']);
    });

    it('only an importer tells when a record was recorded, and not in the future', async () => {
      const recordedtime = '2024-03-05T10:00:00Z';
      const refused = await intake.publish(incident({ recordedtime }));
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/recordedtime']);
      expect((await intake.publish(incident({ recordedtime, partnership: 'northgate' }), 'operator')).status).toBe(202);
      const future = await intake.publish(incident({ recordedtime: '2999-01-01T00:00:00Z', partnership: 'northgate' }), 'operator');
      expect([future.status, future.body.errors?.[0]?.pointer]).toEqual([422, '/recordedtime']);
    });

    it('an importer names the partnership, and an agency that is a member of it', async () => {
      const unnamed = await intake.publish(incident(), 'operator');
      expect([unnamed.status, unnamed.body.errors?.[0]?.pointer]).toEqual([422, '/partnership']);
      const elsewhere = await intake.publish(incident({ partnership: 'riverside' }), 'operator');
      expect([elsewhere.status, elsewhere.body.errors?.[0]?.pointer]).toEqual([422, '/source']);
    });

    it('an auditor publishes nothing, and a narrowed token loses what it leaves out', async () => {
      expect((await intake.publish(incident({ partnership: 'northgate' }), 'auditor')).status).toBe(403);
      intake.tokens.set('narrowed', await intake.identity.token('operator', { scope: 'audit:read' }));
      expect((await intake.publish(incident({ partnership: 'northgate' }), 'narrowed')).status).toBe(403);
    });

    it('nobody publishes what the hub alone writes', async () => {
      for (const type of ['throughline.hub.clock-started.v1', 'throughline.marac.transfer-received.v1']) {
        expect((await intake.publish(incident({ type, partnership: 'northgate' }), 'operator')).status).toBe(403);
      }
      expect((await intake.publish(incident({ source: '/hub', partnership: 'northgate' }), 'operator')).status).toBe(403);
    });
  });

  describe('what cannot be read', () => {
    const post = (contentType: string, body: string | Buffer, headers: Record<string, string> = {}) =>
      intake.post('/v1/records', { headers: { 'content-type': contentType, ...headers }, body });

    it('is 415 for any other media type or an encoded body', async () => {
      for (const type of ['text/plain', 'application/json', 'application/cloudevents', 'application/xml', '']) {
        expect([type, (await post(type, '{}')).status]).toEqual([type, 415]);
      }
      expect((await post(STRUCTURED, '{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    });

    it('is 400 where it is not JSON, or not UTF-8', async () => {
      for (const body of ['', '{', '{"id":"a",}', Buffer.from([0x22, 0xff, 0x22]), Buffer.from('\ufeff{}')]) {
        const answer = await post(STRUCTURED, body);
        expect(answer.status).toBe(400);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    });

    it('is 422 where it is JSON and no record', async () => {
      for (const body of ['null', '1', '"text"', '[]', '{}', `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
        expect([body.slice(0, 9), (await post(STRUCTURED, body)).status]).toEqual([body.slice(0, 9), 422]);
      }
      for (const body of ['null', '{}', '[null]', '[1,{}]']) expect([body, (await post(BATCH, body)).status]).toEqual([body, 422]);
    });

    it('is 422 with data in base64, a lone surrogate, an unknown type, and fields that nobody knows', async () => {
      const { data, ...bare } = incident();
      expect((await intake.publish({ ...bare, data_base64: 'e30=' })).body.errors?.map(({ pointer }) => pointer)).toContain('/data_base64');
      const raw = JSON.stringify(incident()).replace('green', String.raw`\ud800`);
      expect((await post(STRUCTURED, raw)).body.errors).toEqual([expect.objectContaining({ pointer: '/data/narrative' })]);
      expect((await intake.publish(incident({ type: 'throughline.nothing.v1' }))).body.errors?.[0]?.pointer).toBe('/type');
      expect((await intake.publish({ ...bare, data: { ...data, __proto__x: 1 } })).body.errors?.[0]?.pointer).toBe('/data/__proto__x');
    });

    it('leaves other methods and addresses to the rest of the hub', async () => {
      expect((await fetch(`${intake.origin}/v1/records`)).status).toBe(404);
      expect((await intake.post('/v1/recordsman', { body: '{}' })).status).toBe(404);
    });
  });

  describe('a record that is sent again', () => {
    it('is a duplicate at its old position, whether the projector has read it or not', async () => {
      const record = incident({ priority: 1 }, { location: 'Behind the mews' });
      const first = await intake.publish(record);
      const reordered = Object.fromEntries(
        Object.entries({ ...record, time: '2024-03-04T10:00:00.000+00:00', traceparent: '00-1-01' }).reverse(),
      );
      const before = await intake.publish(reordered);
      await intake.settle();
      await new Promise((resolve) => setTimeout(resolve, FORGOTTEN));
      const after = await intake.publish(reordered);
      for (const again of [before, after]) expect(again.body).toEqual({ accepted: 0, duplicates: 1, position: first.body.position });
      expect(await stored(record.id)).toBe(1);
    });

    it('with other content is a conflict, whether the projector has read it or not', async () => {
      const record = incident();
      await intake.publish(record);
      const changed = { ...record, subject: 'police:N-1050' };
      const before = await intake.publish(changed);
      await intake.settle();
      await new Promise((resolve) => setTimeout(resolve, FORGOTTEN));
      const after = await intake.publish(changed);
      for (const { status, body } of [before, after]) {
        expect(status).toBe(409);
        expect(body.errors).toEqual([{ index: 0, pointer: '/id', detail: expect.any(String) as string }]);
      }
      expect(await stored(record.id)).toBe(1);
    });

    it('by 64 at once is stored once, and everyone learns the same position', async () => {
      const record = incident();
      const answers = await Promise.all(Array.from({ length: 64 }, () => intake.publish(record)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
      expect(answers.reduce((sum, { body }) => sum + (body.accepted ?? 0), 0)).toBe(1);
      expect(new Set(answers.map(({ body }) => body.position)).size).toBe(1);
      expect(await stored(record.id)).toBe(1);
    });

    it('by 64 at once with two contents: one content is stored once, the other refused', async () => {
      const record = incident();
      const other = { ...record, time: '2024-03-06T10:00:00Z' };
      const answers = await Promise.all(Array.from({ length: 64 }, (_, at) => intake.publish(at % 2 === 0 ? record : other)));
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(32);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(32);
      expect(await stored(record.id)).toBe(1);
    });

    it('in overlapping batches at once is stored once each, and no batch waits for ever', async () => {
      const records = Array.from({ length: 40 }, () => incident());
      const windows = Array.from({ length: 20 }, (_, at) => [...records.slice(at, at + 20)].sort(() => (at % 2 === 0 ? 1 : -1)));
      const answers = await Promise.all(windows.map((window) => intake.publishAll(window)));
      expect(answers.every(({ status }) => status === 202)).toBe(true);
      const distinct = new Set(windows.flat().map(({ id }) => id));
      expect(answers.reduce((sum, { body }) => sum + (body.accepted ?? 0), 0)).toBe(distinct.size);
      const ids = (await intake.envelopes()).map(({ id }) => id);
      for (const id of distinct) expect(ids.filter((each) => each === id)).toHaveLength(1);
    });
  });

  describe('a correction', () => {
    it('is sealed as the record that it corrects, wherever that is found: acknowledged, projected, or earlier in the batch', async () => {
      const acknowledged = incident();
      await intake.publish(acknowledged);
      const projected = incident();
      await intake.publish(projected);
      await intake.settle();
      await new Promise((resolve) => setTimeout(resolve, FORGOTTEN));
      const inBatch = incident();
      const corrections = [acknowledged, projected, inBatch].map((record) =>
        correctionOf(record, { ...record.data, location: 'Foxglove Close' }),
      );
      expect((await intake.publishAll([inBatch, ...corrections])).body).toMatchObject({ accepted: 4 });
      const envelopes = await intake.envelopes();
      for (const { id } of corrections) {
        const sealed = envelopes.find((envelope) => envelope.id === id)?.data['replacement'];
        expect(sealed).toMatchObject({ nature: ['physical'], location: '[sealed]', narrative: '[sealed]' });
      }
      const bytes = (await intake.entries()).map(({ value }) => value.toString('utf8')).join('');
      expect(bytes).not.toContain('Foxglove');
    });

    it('is examined as the record that it corrects: every fault by its pointer', async () => {
      const record = incident();
      await intake.publish(record);
      const { status, body } = await intake.publish(
        correctionOf(record, { people: [{ ref: 'police:N-9', role: 'victim' }], nature: ['loud'] }),
      );
      expect(status).toBe(422);
      expect(body.errors?.map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(['/data/replacement/incidentNumber', '/data/replacement/nature/0', '/data/replacement/people']) as string[],
      );
      await intake.settle();
      await new Promise((resolve) => setTimeout(resolve, FORGOTTEN));
      const projected = await intake.publish(correctionOf(record, { ...record.data, people: [{ ref: 'police:N-9', role: 'victim' }] }));
      expect(projected.body.errors?.map(({ pointer }) => pointer)).toEqual(['/data/replacement/people']);
    });

    it('or a retraction of a record that is not there is refused, and only when the tables have caught up', async () => {
      const early = intake.publish(retractionOf({ source: '/agencies/police', id: 'never-was' }));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await intake.settle();
      expect((await early).body.errors).toEqual([expect.objectContaining({ pointer: '/data/retracts' })]);
      const missing = await intake.publish(correctionOf(incident(), {}));
      expect([missing.status, missing.body.errors?.[0]?.pointer]).toEqual([422, '/data/corrects']);
    });

    it('comes after what it corrects, and is of one’s own record', async () => {
      const record = incident();
      await intake.settle();
      expect((await intake.publishAll([correctionOf(record, record.data), record])).status).toBe(422);
      const foreign = await intake.publish(retractionOf({ source: '/agencies/csc', id: 'x' }));
      expect([foreign.status, foreign.body.errors?.[0]?.pointer]).toEqual([403, '/data/retracts/source']);
    });

    it('is not itself corrected or retracted: what it is about is corrected once more', async () => {
      const record = incident();
      const correction = correctionOf(record, record.data);
      await intake.publishAll([record, correction]);
      const retracted = await intake.publish(retractionOf(correction));
      const corrected = await intake.publish(correctionOf(correction, record.data));
      expect([retracted.status, retracted.body.errors?.[0]?.pointer]).toEqual([422, '/data/retracts']);
      expect([corrected.status, corrected.body.errors?.[0]?.pointer]).toEqual([422, '/data/corrects']);
    });
  });

  describe('a MARAC transfer', () => {
    const transfer = (data: object, changes: Partial<Event> = {}) => {
      const { people } = incident().data;
      return incident({
        type: 'throughline.marac.transfer-requested.v1',
        data: { people, reason: 'She lives there now', timesHeard: 2, ...data },
        ...changes,
      });
    };
    const told = ({ status, body }: Answer) => [status, body.errors?.map(({ pointer }) => pointer)];

    it('to the partnership that asks for it is refused, among every other fault of it, and so is a correction into one', async () => {
      expect(told(await intake.publish(transfer({ toPartnership: 'northgate' })))).toEqual([422, ['/data/toPartnership']]);
      const faulty = await intake.publish(transfer({ toPartnership: 'northgate', timesHeard: -1 }));
      expect(told(faulty)).toEqual([422, ['/data/timesHeard', '/data/toPartnership']]);
      const elsewhere = transfer({ toPartnership: 'riverside' });
      expect((await intake.publish(elsewhere)).status).toBe(202);
      const corrected = await intake.publish(correctionOf(elsewhere, { ...elsewhere.data, toPartnership: 'northgate' }));
      expect(told(corrected)).toEqual([422, ['/data/replacement/toPartnership']]);
      expect((await intake.publish(correctionOf(elsewhere, { ...elsewhere.data, toPartnership: 'westmoor' }))).status).toBe(202);
    });

    it('is judged by the partnership that an importer names', async () => {
      const source = { source: '/agencies/riverside-police', subject: 'riverside-police:N-1', partnership: 'riverside' };
      const people = [{ ref: 'riverside-police:N-1', role: 'victim' }];
      expect(told(await intake.publish(transfer({ toPartnership: 'riverside', people }, source), 'operator'))).toEqual([
        422,
        ['/data/toPartnership'],
      ]);
      expect((await intake.publish(transfer({ toPartnership: 'northgate', people }, source), 'operator')).status).toBe(202);
    });

    it('to an area without the hub is taken, and one that does not say where to', async () => {
      expect((await intake.publishAll([transfer({ toArea: 'Farshire' }), transfer({})])).body).toMatchObject({ accepted: 2 });
    });
  });

  describe('a check before an import', () => {
    const check = (records: readonly unknown[], earlier: readonly unknown[] = [], as = 'operator') =>
      intake.post('/v1/operate/import/check', {
        as,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records, earlier }),
      });
    const line = (changes = {}) => incident({ partnership: 'northgate', recordedtime: '2024-03-04T12:00:00Z', ...changes });

    it('lists every fault and stores nothing', async () => {
      const good = line();
      const { status, body } = await check([good, line({ time: 'yesterday' })]);
      expect([status, body.errors]).toEqual([200, [expect.objectContaining({ index: 1, pointer: '/time', status: 422 })]]);
      expect(await stored(good.id)).toBe(0);
    });

    it('takes what stands in lines before for stored', async () => {
      const { id, source, type, subject, data } = line();
      const correction = { ...correctionOf(incident({ id }), data), partnership: 'northgate' };
      await intake.settle();
      expect((await check([correction])).body.errors).toEqual([expect.objectContaining({ pointer: '/data/corrects' })]);
      const earlier = { partnership: 'northgate', source, id, type, agency: 'police', subject };
      expect((await check([correction], [earlier])).body.errors).toEqual([]);
    });

    it('is for importers, and clear about what it does not understand', async () => {
      expect((await check([], [], 'police')).status).toBe(403);
      expect((await check([], [{}])).status).toBe(422);
      expect((await intake.post('/v1/operate/import/check', { as: 'operator', body: 'null' })).status).toBe(422);
    });
  });
});

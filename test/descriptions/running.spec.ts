import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { javaIsThere } from '@throughline/infra/kafka';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { describedTypes, routes } from '../../apps/portal/describing';
import { AssetsController } from '../../apps/portal/assets/assets.controller';
import { pages } from '../../apps/portal/pages/pages';
import { type RunningHub, startHub } from '../running-hub';
import { type Asked, askedOf, type Fitting, type Operation } from './asking';
import { shownBy, typeGuides } from './guides';

const root = join(__dirname, '../..');
const examples = join(root, 'apps/portal/pages/docs/examples');
const families = join(root, 'infra/demo/families');

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Operation['responses'][string]>> };
}

/** Where a path begins that belongs to pages for people; one with a star is what all requests pass on their way. */
const forPeople = [AssetsController, ...pages].map((controller) => String(Reflect.getMetadata('path', controller)).replace(/^\/*/, '/'));

const isForPeople = (path: string): boolean =>
  path.includes('*') ||
  forPeople.some((prefix) =>
    prefix === '/'
      ? /^\/(?:sign-in|signed-in|sign-out|session)?(?:\/callback)?$/.test(path)
      : path === prefix || path.startsWith(`${prefix}/`),
  );

describe('A hub that runs', () => {
  let hub: RunningHub;
  let scratch: string;
  let document: Document;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'throughline-routes-'));
    const env = { ROUTES_FILE: join(scratch, 'routes'), NODE_OPTIONS: `--require ${join(__dirname, 'tell-routes.cjs')}` };
    hub = await startHub({ env, patience: 120_000 });
    for (const client of ['housing', 'police', 'idva', 'auditor', 'operator']) tokens.set(client, await hub.token(client));
    const history = readdirSync(families).flatMap((file) => readFileSync(join(families, file), 'utf8').trim().split('\n'));
    const answer = await fetch(`${hub.origin}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get('operator') ?? ''}`, 'content-type': 'application/cloudevents-batch+json' },
      body: `[${history.join(',')}]`,
    });
    expect(answer.status).toBe(202);
    document = (await (await fetch(`${hub.origin}/openapi.json`)).json()) as Document;
  }, 150_000);

  afterAll(async () => {
    await (hub as RunningHub | undefined)?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('has the routes that are described, and no others but its pages', () => {
    const found = readFileSync(join(scratch, 'routes'), 'utf8')
      .split('\n')
      .map((line) => line.replaceAll(/:(\w+)/g, '{$1}'));
    const ofPrograms = found.filter((line) => !isForPeople(line.slice(line.indexOf(' ') + 1)));
    // Publishing is answered before the framework: its two routes are asked for below like all others.
    const ahead = ['POST /v1/records', 'POST /v1/operate/import/check'];
    expect([...ofPrograms, ...ahead].sort()).toEqual(routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort());
  });

  const runs = async (command: string, file: string): Promise<void> => {
    const { stdout } = await promisify(execFile)(command, [join(examples, file)], { env: { ...process.env, THROUGHLINE_URL: hub.origin } });
    const [body = '', status] = stdout.trim().split('\n');
    expect([status, JSON.parse(body)]).toEqual([
      '202',
      { accepted: 1, duplicates: 0, position: expect.stringMatching(/^northgate:\d+$/) as string },
    ]);
  };

  it('takes the first record of the example in curl', () => runs('sh', 'publish.sh'));
  it('takes the first record of the example in Python', () => runs('python3', 'publish.py'));
  it('takes the first record of the example in JavaScript', () => runs(process.execPath, 'publish.mjs'));
  if (javaIsThere()) it('takes the first record of the example in Java', () => runs('java', 'Publish.java'));
  else it('in Java: NOT RUN, this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));

  it('answers what its guides say to type, as they say', async () => {
    const shown = await shownBy(hub.origin, 'batches-and-limits');
    const { errors } = JSON.parse(shown.at(-1) ?? '') as { readonly errors: unknown };
    const [first, correction, binary, batch, chronology] = await typeGuides(hub.origin, scratch);
    expect(first).toMatchObject({ position: expect.stringMatching(/^northgate:/) as string });
    expect(correction).toMatchObject({ accepted: 1 });
    expect(binary).toMatchObject({ accepted: 1 });
    expect(batch).toMatchObject({ accepted: 1, errors });
    expect(chronology).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ corrected: expect.objectContaining({ reason: 'The tenancy started a day later' }) as object }),
      ]) as unknown[],
    });
  });

  it('gives the catalogue to anybody, and a problem for a type that it has not', async () => {
    const list = (await (await fetch(`${hub.origin}/v1/catalogue`)).json()) as { items: { type: string; link: string }[] };
    expect(list.items.map(({ type }) => type)).toEqual(describedTypes.map(({ type }) => type));
    const schema = await fetch(`${hub.origin}${list.items[0]?.link ?? ''}`);
    expect([schema.status, schema.headers.get('content-type')]).toEqual([200, 'application/schema+json; charset=utf-8']);
    const unknown = await fetch(`${hub.origin}/v1/catalogue/throughline.nothing.v1`);
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('says which methods an address has, and which media types it takes', async () => {
    const method = await fetch(`${hub.origin}/v1/records`, { method: 'DELETE' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    const options = await fetch(`${hub.origin}/v1/records`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    const headers = { authorization: `Bearer ${tokens.get('operator') ?? ''}`, 'content-type': 'text/plain' };
    expect((await fetch(`${hub.origin}/v1/operate/clock`, { method: 'POST', headers, body: '{}' })).status).toBe(415);
  });

  it('refuses a parameter that an address has not, by its name: a misspelt filter would filter nothing', async () => {
    const headers = { authorization: `Bearer ${tokens.get('housing') ?? ''}` };
    const asked = async (path: string): Promise<readonly unknown[]> => {
      const answer = await fetch(`${hub.origin}${path}`, { headers });
      const { errors = [] } = (await answer.json()) as { errors?: readonly { readonly pointer: string }[] };
      return [answer.status, ...errors.map(({ pointer }) => pointer)];
    };
    expect(await asked('/v1/alerts?agnecy=housing')).toEqual([400, '/agnecy']);
    expect(await asked('/v1/alerts?status[]=open&Person=x&agency=housing')).toEqual([400, '/status[]', '/Person']);
    expect(await asked('/v1/people?refs=housing:N-1042')).toEqual([400, '/refs']);
    expect(await asked('/v1/people/housing:N-1042/chronology?asat=2024-06-01')).toEqual([400, '/asat']);
    expect(await asked('/v1/people?ref=housing:N-1042&partnership=northgate&limit=5&cursor=')).toEqual([200]);
    expect(await asked('/v1/catalogue?lang=en')).toEqual([200]);
  });

  it('says nowhere what it is made of', async () => {
    const paths = ['/', '/docs', '/nowhere', '/v1/alerts', '/v1/nowhere', '/v1/catalogue', '/health/live', '/metrics', '/openapi.json'];
    const issuer = '/idp/.well-known/openid-configuration';
    const answers = await Promise.all([...paths, issuer].map((path) => fetch(`${hub.origin}${path}`, { redirect: 'manual' })));
    const published = await fetch(`${hub.origin}/v1/records`, { method: 'POST', body: '{}' });
    for (const { url, headers } of [...answers, published]) expect([url, headers.get('x-powered-by')]).toEqual([url, null]);
  });

  describe('answers as it is described', () => {
    const checks = new Map<string, ValidateFunction>();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });

    const itemsOf = async (client: string, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
      const answer = await fetch(`${hub.origin}${path}`, { headers: { authorization: `Bearer ${tokens.get(client) ?? ''}` } });
      return ((await answer.json()) as { items?: readonly Readonly<Record<string, unknown>>[] }).items ?? [];
    };

    /** What is wrong with an answer; undefined where it is as described. */
    const faultOf = async (operation: Operation, answer: Response): Promise<string | undefined> => {
      if (answer.status >= 500) return `${String(answer.status)}: ${await answer.text()}`;
      const stated = operation.responses[String(answer.status)];
      if (stated === undefined) return `${String(answer.status)} is not described: ${await answer.text()}`;
      const name = stated.$ref?.split('/').at(-1);
      const { content = {} } = name === undefined ? stated : (document.components.responses[name] ?? {});
      const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? '';
      if (type === 'text/event-stream') return answer.body?.cancel().then(() => undefined);
      const text = await answer.text();
      if (Object.keys(content).length === 0) return text === '' ? undefined : 'a body that is not described';
      const schema = content[type]?.schema;
      if (schema === undefined) return `${type} is not described`;
      if (!type.endsWith('json')) return undefined;
      const key = JSON.stringify(schema);
      const check = checks.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/', '"urn:throughline:api#/')) as object);
      checks.set(key, check);
      return check(JSON.parse(text)) ? undefined : `${ajv.errorsText(check.errors)}: ${text.slice(0, 400)}`;
    };

    const ask = ({ client, path, headers, body }: Asked, method: string): Promise<Response> =>
      fetch(`${hub.origin}${path}`, {
        method,
        headers: { ...(tokens.has(client) ? { authorization: `Bearer ${tokens.get(client) ?? ''}` } : {}), ...headers },
        ...(body === undefined ? {} : { body }),
      });

    beforeAll(() => {
      ajv.addSchema({ ...document, $id: 'urn:throughline:api' });
    });

    it('to who follows alerts: each event, and that events are not kept any more', async () => {
      const kinds = ['AlertEvent', 'AlertEventsReset'].map((name) => ajv.getSchema(`urn:throughline:api#/components/schemas/${name}`));
      const firstEvent = async (last: string): Promise<Readonly<Record<string, string>>> => {
        const headers = { authorization: `Bearer ${tokens.get('auditor') ?? ''}`, 'last-event-id': last };
        const { body } = await fetch(`${hub.origin}/v1/alerts/events`, { headers });
        let read = '';
        for await (const chunk of body ?? []) {
          read += Buffer.from(chunk).toString('utf8');
          const event = read.split('\n\n').find((each) => each.includes('data: '));
          if (event !== undefined && read.includes(`${event}\n\n`)) {
            return Object.fromEntries(
              event.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
            );
          }
        }
        throw new Error('the stream ended before an event came');
      };
      const events = await Promise.all(['0', '999999999999'].map(firstEvent));
      expect(events.map(({ event }) => event)).toEqual(['alert', 'reset']);
      events.forEach(({ data = '', id }, place) => {
        expect(id).toMatch(/^[0-9]{1,15}$/);
        expect([kinds[place]?.(JSON.parse(data)), kinds[place]?.errors]).toEqual([true, null]);
      });
    });

    it('to requests good and bad, by anybody', async () => {
      const alerts = await itemsOf('auditor', '/v1/alerts?limit=20');
      const people = [...new Set(alerts.map(({ person }) => String(person)))];
      const fitting: Fitting = {
        id: [...people, ...alerts.slice(0, 5).map(({ id }) => String(id)), 'housing:N-1042'],
        ref: ['housing:N-1042', 'police:N-1042'],
        person: [...people.slice(0, 3), 'housing:N-1042'],
        partnership: ['northgate', 'riverside', 'nowhere'],
        agency: ['housing', 'police', 'housing,police'],
        name: ['Mary Smith'],
        knownTo: ['police'],
        from: ['2020-01-01', '2020-01-01T00:00:00Z'],
        to: ['2030-01-01'],
        asAt: ['2024-06-01', '2000-01-01T00:00:00+01:00'],
        limit: ['1', '200', '5000'],
        after: ['northgate:1', 'riverside:1'],
        type: ['housing.tenancy-started', 'throughline.housing.tenancy-started.v1'],
      };
      const records = describedTypes.map(({ example }) => example);
      // A rebuild takes the tables away from all that is asked meanwhile; it has tests of its own.
      const operations = Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item)
          .filter(([, { operationId }]) => operationId !== 'startRebuild')
          .map(([method, operation]) => ({ path, method, operation, asked: askedOf(path, operation, fitting, records) })),
      );
      const statuses = new Map<number, number>();
      const request = fc.constantFrom(...operations).chain(({ asked, ...about }) => asked.map((each) => ({ ...about, asked: each })));
      const property = fc.asyncProperty(fc.array(request, { minLength: 8, maxLength: 8 }), async (several) => {
        const faults = await Promise.all(
          several.map(async ({ asked, method, operation }) => {
            const answer = await ask(asked, method.toUpperCase());
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            const fault = await faultOf(operation, answer);
            return fault === undefined ? [] : [{ method, asked, fault }];
          }),
        );
        expect(faults.flat()).toEqual([]);
      });
      await fc.assert(property, { numRuns: 80, seed: 20240304, endOnFailure: true });
      expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 202, 401, 403, 404, 415, 422]));
    }, 120_000);
  });
});

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpHub } from './http-hub';

describe('a hub asked over HTTP', () => {
  let server: Server;
  let baseUrl: string;
  const asked: IncomingMessage[] = [];
  let busy = 0;

  /** Three alerts in pages of two, a chronology of one page, and a page for one person. */
  const answer = (url: URL): object | undefined => {
    if (url.pathname === '/v1/alerts') {
      return url.searchParams.get('cursor') === 'c2'
        ? { items: [{ id: 'a3' }], next: null }
        : { items: [{ id: 'a1' }, { id: 'a2' }], next: 'c2' };
    }
    if (url.pathname === '/v1/people/police%3AN-1/chronology') {
      return {
        items: [{ record: { id: 'r1' }, corrected: null, retracted: { by: 'r2' } }],
      };
    }
    return url.pathname === '/v1/people/police%3AN-1' ? { id: 'p1' } : undefined;
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      if (busy > 0) {
        busy -= 1;
        response.writeHead(429, { 'retry-after': '0' }).end();
        return;
      }
      const body = answer(new URL(request.url ?? '', baseUrl));
      response
        .writeHead(body === undefined ? 404 : 200, {
          'content-type': 'application/json',
        })
        .end(JSON.stringify(body ?? { title: 'Not found' }));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  beforeEach(() => {
    asked.length = 0;
  });

  afterAll(() => new Promise((closed) => server.close(closed)));

  it('follows the cursor to the last page, with its token', async () => {
    const alerts = await new HttpHub(baseUrl, () => Promise.resolve('fresh')).alerts();
    expect(alerts.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer fresh', 'Bearer fresh']);
    expect(asked.map(({ url }) => url)).toEqual(['/v1/alerts?limit=200', '/v1/alerts?limit=200&cursor=c2']);
  });

  it('reads a chronology with its marks, as at a time and as known to an agency', async () => {
    const hub = new HttpHub(baseUrl, 'token');
    const view = {
      asAt: '2024-01-01T00:00:00Z',
      knownTo: 'csc',
      household: true,
    };
    expect(await hub.chronology('police:N-1', view)).toEqual([{ id: 'r1', corrected: false, retracted: true }]);
    const query = new URL(asked[0]?.url ?? '', baseUrl).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      ...view,
      household: 'true',
      order: 'asc',
      limit: '200',
    });
  });

  it('comes back when a busy hub says when', async () => {
    busy = 2;
    expect(await new HttpHub(baseUrl, 'token').summary('police:N-1')).toEqual({
      id: 'p1',
    });
    expect(asked).toHaveLength(3);
  });

  it('says what was refused', async () => {
    await expect(new HttpHub(baseUrl, 'token').summary('police:nobody')).rejects.toThrow('404');
  });
});

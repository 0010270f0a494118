import 'reflect-metadata';
import { Body, Controller, Get, type INestApplication, Module, NotFoundException, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { type AddressInfo } from 'node:net';
import { type Server } from 'node:http';
import { Fault } from '@throughline/kernel';
import { Health, HealthModule, MetricsModule, Problem, ProblemFilter, createLogger, loggingModule, observeRequests } from './index';

class LogBusy extends Fault {
  readonly retriable = true;
  readonly retryAfter = 7;
}
class BrokenSeal extends Fault {
  readonly retriable = false;
}
class RecordInConflict extends Fault {
  readonly retriable = false;
  readonly status = 409;
}

const thrown: Readonly<Record<string, () => Error>> = {
  busy: () => new LogBusy('the log is busy'),
  seal: () => new BrokenSeal('a seal is broken'),
  conflict: () => new RecordInConflict('the same key with other content'),
  faults: () => new Problem(422, 'the record is not usable', [{ index: 0, pointer: '/data/tenancyId', detail: 'is missing' }]),
  absent: () => new NotFoundException('no Canary here'),
  unnamed: () => Object.assign(new Error('duplicate key (name)=(Canary)'), { code: '23505', detail: 'Key (name)=(Canary)' }),
};

@Controller('v1/people')
class PeopleController {
  @Get(':id')
  show(@Param('id') id: string): { id: string } {
    const error = thrown[id]?.();
    if (error !== undefined) throw error;
    return { id };
  }

  @Post()
  take(@Body() body: object): object {
    return body;
  }
}

const lines: string[] = [];
const logger = createLogger('info', { write: (line) => lines.push(line) });

@Module({ imports: [loggingModule(logger), MetricsModule, HealthModule], controllers: [PeopleController] })
class SpecModule {}

describe('the platform under a Nest application', () => {
  let application: INestApplication<Server>;
  let origin: string;

  beforeAll(async () => {
    application = await NestFactory.create<INestApplication<Server>>(SpecModule, { bufferLogs: true });
    application.useLogger(application.get(Logger));
    application.use(observeRequests(logger));
    application.useGlobalFilters(new ProblemFilter(logger));
    await application.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(application.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => application.close());

  const problem = async (id: string): Promise<{ response: Response; document: Record<string, unknown> }> => {
    const response = await fetch(`${origin}/v1/people/${id}`);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return { response, document: (await response.json()) as Record<string, unknown> };
  };

  it('answers a fault that may pass with 503 and when to try again', async () => {
    const { response, document } = await problem('busy');
    expect(response.headers.get('retry-after')).toBe('7');
    expect(document).toEqual({
      type: 'urn:throughline:fault:log-busy',
      title: 'Service Unavailable',
      status: 503,
      detail: 'the log is busy',
    });
  });

  it('answers a fault by the status that it carries, and by 500 where it carries none', async () => {
    expect((await problem('conflict')).document).toMatchObject({ status: 409, type: 'urn:throughline:fault:record-in-conflict' });
    expect((await problem('seal')).document).toMatchObject({ status: 500, detail: 'a seal is broken' });
  });

  it('lists every fault of what was sent', async () => {
    expect((await problem('faults')).document).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'the record is not usable',
      errors: [{ index: 0, pointer: '/data/tenancyId', detail: 'is missing' }],
    });
  });

  it('tells nothing of an error that nobody named but a reference, which the log has too', async () => {
    const { document } = await problem('unnamed');
    const { reference, ...told } = document;
    expect(told).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
    expect(reference).toMatch(/^[\w-]{12}$/);
    const entry = lines.find((line) => line.includes(String(reference)));
    expect(entry).toContain('"code":"23505"');
    expect(entry).toContain('platform.spec');
  });

  it('does not quote what it was sent', async () => {
    expect((await problem('absent')).document).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
    const unmatched = await fetch(`${origin}/v1/nowhere?name=Canary`);
    expect(await unmatched.json()).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
    const torn = await fetch(`${origin}/v1/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"name": Canary',
    });
    expect(torn.status).toBe(400);
    expect(await torn.text()).not.toContain('Canary');
  });

  it('logs each request once by its template, and never an address, a body or a name', async () => {
    await fetch(`${origin}/v1/people/Canary?name=Canary`);
    await fetch(`${origin}/health/live`);
    logger.info({ record: { narrative: 'Canary' }, part: { name: 'Canary', count: 2 } }, 'redacted');
    logger.error({ err: new Error('failing row contains (Canary)') }, 'an error');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toContainEqual(expect.objectContaining({ method: 'GET', route: '/v1/people/:id', status: 200, msg: 'answered' }));
    expect(entries).toContainEqual(expect.objectContaining({ part: { count: 2 }, msg: 'redacted' }));
    expect(lines.join('')).not.toContain('Canary');
  });

  it('measures each request by its template', async () => {
    await fetch(`${origin}/v1/people/Canary`);
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toMatch(/throughline_http_request_seconds_count\{method="GET",route="\/v1\/people\/:id",status="200"\} \d+/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('Canary');
  });

  it('is live, and ready only when every part is', async () => {
    const health = application.get(Health);
    const ready = async (): Promise<[number, unknown]> => {
      const response = await fetch(`${origin}/health/ready`);
      return [response.status, await response.json()];
    };
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect(await ready()).toEqual([200, { status: 'ready', checks: {} }]);
    health.register('log', () => Promise.resolve({ ok: true, detail: 'reachable' }));
    health.register('projector', () => ({ ok: false, detail: { lag: 12 } }));
    expect(await ready()).toEqual([
      503,
      { status: 'not ready', checks: { log: { ok: true, detail: 'reachable' }, projector: { ok: false, detail: { lag: 12 } } } },
    ]);
    health.register('projector', () => Promise.reject(new Error('Canary')));
    expect(await ready()).toMatchObject([503, { checks: { projector: { ok: false, detail: 'failed' } } }]);
    health.register('projector', () => new Promise(() => undefined));
    expect((await ready())[1]).toMatchObject({ checks: { projector: { ok: false, detail: 'no answer within 3 seconds' } } });
    health.unregister('projector');
    health.beginToStop();
    expect((await ready())[0]).toBe(503);
  });
});

import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Callers } from '@throughline/access';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { testDatabase } from '@throughline/infra/postgres';
import type { Log, LogEntry } from '@throughline/log';
import { createPostgresLog } from '@throughline/log/postgres';
import { ExactMatching } from '@throughline/people';
import { createLogger, createPool } from '@throughline/platform';
import { CurrentSettings, settingsInTables } from '@throughline/projections';
import { type Envelope, readEnvelope } from '@throughline/records';
import { safeguards } from '@throughline/safeguards';
import { BlindIndex, ContentDigest, Opener, Sealer } from '@throughline/seal';
import { FileMasterKey } from '@throughline/seal/file';
import { createPostgresKeyTables, PostgresKeyStore } from '@throughline/seal/postgres';
import type { Pool } from 'pg';
import { putFirstSettings } from '../../apps/projector/first-settings';
import { type IntakeLimits, IntakeModule } from '../../apps/intake/intake.module';
import { liveGeneration } from '../../apps/projector/generations';
import { readInto } from '../../apps/projector/rebuild';
import { TestIdentity } from './identity';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly accepted?: number;
    readonly duplicates?: number;
    readonly position?: string;
    readonly status?: number;
    readonly detail?: string;
    readonly errors?: readonly { readonly index: number; readonly pointer: string; readonly detail: string; readonly status?: number }[];
  };
}

export type Post = (
  path: string,
  init: { readonly as?: string; readonly headers?: Record<string, string>; readonly body: string | Buffer },
) => Promise<Answer>;

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

export interface IntakeOptions {
  readonly limits?: IntakeLimits;
  /** Between intake and the log: a log that is slow, or away. */
  readonly throughLog?: (log: Log) => Log;
  readonly clock?: () => number;
}

/** Intake on a real server, a real database, a real log and real keys; the tables are read into when it is told to. */
export class RunningIntake {
  readonly lines: string[] = [];
  readonly tokens = new Map<string, string>();

  private constructor(
    readonly identity: TestIdentity,
    readonly pool: Pool,
    readonly log: Log,
    private readonly application: INestApplication<Server>,
    readonly origin: string,
    readonly settle: () => Promise<void>,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(options: IntakeOptions = {}): Promise<RunningIntake> {
    const identity = await TestIdentity.start();
    const database = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'throughline-intake-'));
    const pool = createPool({ url: database.url, name: 'intake spec', max: 10 });
    await createPostgresKeyTables(pool);
    const keys = await PostgresKeyStore.open(pool, await FileMasterKey.open(folder));
    const content = await ContentDigest.of(keys);
    const sealer = new Sealer(keys, content);
    const log = await createPostgresLog(pool, { partitions: 4 });
    const live = await liveGeneration(pool);
    const liveSchema = (): Promise<string> => Promise.resolve(live.schema);
    const { partnerships, clients } = await readPartnershipsFile(demoPartnershipsFile);
    await putFirstSettings({ pool, log, sealer }, live.schema, partnerships);
    const projector = {
      ...{ pool, log, safeguards, opener: new Opener(keys), matching: new ExactMatching(await BlindIndex.of(keys)) },
      ...{ now: () => Date.now(), events: { stopped: () => undefined, faltered: () => undefined, applied: () => undefined } },
    };
    const settle = (): Promise<void> => readInto(projector, live, { progress: () => undefined, isStopped: () => false });
    await settle();
    const settings = new CurrentSettings(settingsInTables(pool, liveSchema));
    await settings.refresh();
    const clock = options.clock ?? ((): number => Date.now());
    const callers = new Callers({
      ...{ issuer: identity.issuer, jwksUrl: identity.jwksUrl, audience: 'https://hub.test' },
      ...{ clients, settings, clock },
    });
    const lines: string[] = [];
    const module = IntakeModule.with({
      ...{ log: options.throughLog?.(log) ?? log, pool, keys, sealer, content, settings, callers, liveSchema, clock },
      logger: createLogger('info', { write: (line) => lines.push(line) }),
      limits: { requestsPerSecond: Infinity, ...options.limits },
    });
    const application = await NestFactory.create<INestApplication<Server>>(module, { logger: false });
    await application.listen(0, '127.0.0.1');
    const origin = `http://127.0.0.1:${(application.getHttpServer().address() as AddressInfo).port}`;
    const intake = new RunningIntake(identity, pool, log, application, origin, settle, async () => {
      await log.close();
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true });
    });
    for (const client of ['police', 'csc', 'riverside-police', 'operator', 'auditor'])
      intake.tokens.set(client, await identity.token(client));
    lines.forEach((line) => intake.lines.push(line));
    lines.push = (...more) => intake.lines.push(...more);
    return intake;
  }

  readonly post: Post = async (path, { as = 'police', headers = {}, body }) => {
    const token = this.tokens.get(as);
    const response = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
  };

  publish(record: unknown, as?: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/v1/records', {
      ...(as === undefined ? {} : { as }),
      headers: { 'content-type': STRUCTURED, ...headers },
      body: JSON.stringify(record),
    });
  }

  publishAll(records: readonly unknown[], as?: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/v1/records', {
      ...(as === undefined ? {} : { as }),
      headers: { 'content-type': BATCH, ...headers },
      body: JSON.stringify(records),
    });
  }

  /** Everything in the log that agencies published, in order within each partition. */
  async entries(): Promise<readonly LogEntry[]> {
    const entries: LogEntry[] = [];
    for (let partition = 0; partition < this.log.partitions; partition += 1) {
      const { begin: from, end: to } = await this.log.bounds(partition);
      for await (const batch of this.log.scan(partition, { from, to, maxEntries: 1_000 })) entries.push(...batch);
    }
    return entries.filter(({ value }) => readEnvelope(value).source !== '/hub');
  }

  async envelopes(): Promise<readonly Envelope[]> {
    return (await this.entries()).map(({ value }) => readEnvelope(value));
  }

  async stop(): Promise<void> {
    this.application.getHttpServer().closeAllConnections();
    await this.application.close();
    await this.drop();
    await this.identity.stop();
  }
}

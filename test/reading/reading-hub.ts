import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { Callers } from '@throughline/access';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { testDatabase } from '@throughline/infra/postgres';
import { createInMemoryLog } from '@throughline/log/in-memory';
import { ExactMatching } from '@throughline/people';
import { createLogger, createPool, ProblemFilter } from '@throughline/platform';
import { CurrentSettings, namesOf, settingsInTables } from '@throughline/projections';
import { facetsOf, writeEnvelope } from '@throughline/records';
import { safeguards } from '@throughline/safeguards';
import { BlindIndex, ContentDigest, Opener, type PublishedRecord, Sealer } from '@throughline/seal';
import { FileMasterKey } from '@throughline/seal/file';
import { createPostgresKeyTables, PostgresKeyStore } from '@throughline/seal/postgres';
import type { Pool } from 'pg';
import { putFirstSettings } from '../../apps/projector/first-settings';
import { Relay } from '../../apps/notifier/relay';
import { Transfers } from '../../apps/notifier/transfers';
import type { PortalParts } from '../../apps/portal/api';
import { PortalModule } from '../../apps/portal/portal.module';
import { type Generation, liveGeneration } from '../../apps/projector/generations';
import type { ProjectorParts } from '../../apps/projector/projector';
import { readInto } from '../../apps/projector/rebuild';
import type { Line } from '../../infra/bench/published';
import { TestIdentity } from '../publishing/identity';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The portal's API over a real database and a real key store, with the projector that reads when it is told to. */
export class ReadingHub {
  /** What the portal takes for now. */
  now = Date.parse('2026-11-20T12:00:00Z');
  private readonly types = new Map<string, string>();
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly parts: PortalParts,
    private readonly projector: ProjectorParts,
    private readonly live: Generation,
    private readonly identity: TestIdentity,
    private readonly settings: CurrentSettings,
    private readonly end: () => Promise<void>,
  ) {}

  private app: INestApplication | undefined;
  origin = '';

  static async start(): Promise<ReadingHub> {
    const database = await testDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'throughline-reading-'));
    const pool = createPool({ url: database.url, name: 'reading', max: 8 });
    await createPostgresKeyTables(pool);
    const keys = await PostgresKeyStore.open(pool, await FileMasterKey.open(folder));
    const log = createInMemoryLog({ partitions: 2 });
    const sealer = new Sealer(keys, await ContentDigest.of(keys));
    const opener = new Opener(keys);
    const blindIndex = await BlindIndex.of(keys);
    const live = await liveGeneration(pool);
    const { partnerships } = await readPartnershipsFile(demoPartnershipsFile);
    await putFirstSettings({ pool, log, sealer }, live.schema, partnerships);
    const identity = await TestIdentity.start();
    const liveSchema = (): Promise<string> => Promise.resolve(live.schema);
    const settings = new CurrentSettings(settingsInTables(pool, liveSchema));
    const clients = [
      { id: 'operator', scopes: ['records:import', 'audit:read', 'operate'] },
      { id: 'auditor', scopes: ['audit:read'] },
    ];
    const callers = new Callers({ issuer: identity.issuer, jwksUrl: identity.jwksUrl, clock: () => Date.now(), clients, settings });
    const words = new Map(safeguards.map(({ id, answer, source }) => [id, { answeredBy: answer.words, source: source.quote }]));
    const clock = (): number => hub.now;
    const parts: PortalParts = { pool, liveSchema, keys, opener, sealer, blindIndex, settings, callers, log, safeguards: words, clock };
    const projector: ProjectorParts = {
      pool,
      log,
      opener,
      matching: new ExactMatching(blindIndex),
      safeguards,
      events: { stopped: () => undefined, faltered: () => undefined, applied: () => undefined },
      now: () => hub.now,
    };
    const hub: ReadingHub = new ReadingHub(parts, projector, live, identity, settings, async () => {
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true });
    });
    await hub.settle();
    await hub.listen();
    return hub;
  }

  /** Appends records as an import does, and reads them into the tables. */
  async publish(events: readonly Line[], imported = true): Promise<readonly string[]> {
    for (const { source, id, type } of events) this.types.set(`${source} ${id}`, type);
    const envelopes = await this.parts.sealer.sealAll(events.map((event) => this.toSeal(event, imported)));
    const positions: string[] = [];
    for (let first = 0; first < envelopes.length; first += 500) {
      const some = envelopes.slice(first, first + 500);
      const given = await this.parts.log.append(
        some.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })),
      );
      positions.push(...given.map((position, at) => `${some[at]?.partnership ?? ''}:${String(position)}`));
    }
    return positions;
  }

  /** Reads to the end of the log, and puts what was derived on it, until nothing is left to do. */
  async settle(): Promise<void> {
    const { pool, log, sealer } = this.parts;
    const { opener, liveSchema } = this.parts;
    const homeTrace = this.projector.matching.homeTrace.bind(this.projector.matching);
    const transfers = new Transfers({ pool, opener, homeTrace, liveSchema, now: () => this.now });
    const relay = new Relay({ pool, log: log as ProjectorParts['log'], sealer, transfers, failed: () => undefined });
    do await readInto(this.projector, this.live, { progress: () => undefined, isStopped: () => false }, true);
    while ((await relay.relayOnce()) > 0);
    await this.settings.refresh();
  }

  async tokenOf(client: string): Promise<string> {
    const token = this.tokens.get(client) ?? (await this.identity.token(client));
    this.tokens.set(client, token);
    return token;
  }

  async get(client: string, path: string): Promise<Answer> {
    return this.ask(client, path, { method: 'GET' });
  }

  async post(client: string, path: string, body?: unknown): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.ask(client, path, { method: 'POST', headers: { 'content-type': 'application/json' }, ...sent });
  }

  /** Every disclosure that was written, the oldest first. */
  async disclosures(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { rows } = await this.pool.query<Record<string, unknown>>('SELECT * FROM hub.disclosures ORDER BY number');
    return rows;
  }

  /** Who gives the tokens. */
  get issuer(): string {
    return this.identity.issuer;
  }

  get pool(): Pool {
    return this.parts.pool;
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.identity.stop();
    await this.end();
  }

  private async ask(client: string, path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const headers = { ...init.headers, authorization: `Bearer ${await this.tokenOf(client)}` };
    const answer = await fetch(`${this.origin}${path}`, { ...init, headers });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  }

  private async listen(): Promise<void> {
    const app = await NestFactory.create(PortalModule.with(this.parts), { logger: false, abortOnError: false });
    app.useGlobalFilters(new ProblemFilter(createLogger('silent')));
    await app.listen(0, '127.0.0.1');
    this.app = app;
    this.origin = `http://127.0.0.1:${String((app.getHttpServer() as { address(): AddressInfo }).address().port)}`;
  }

  private toSeal(event: Line, imported: boolean) {
    const { partnership, source, id, type, subject, time, recordedtime, data } = event;
    const agency = source.split('/')[2] ?? '';
    const settings = this.settings.of(partnership);
    const facets = facetsOf(data, () => (settings === undefined ? [] : namesOf(settings)));
    const record: PublishedRecord = {
      ...{ partnership, source, id, type, subject, time, recordedtime, data, agency },
      ...(facets === undefined ? {} : { facets }),
      ...(imported ? { imported: true as const } : {}),
    };
    const { corrects } = data;
    const replacementType = corrects === undefined ? undefined : this.types.get(`${corrects.source} ${corrects.id}`);
    return replacementType === undefined ? { record } : { record, replacementType };
  }
}

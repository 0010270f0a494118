import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown, type OnModuleInit, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Callers } from '@throughline/access';
import { GroupedAppends, type Log } from '@throughline/log';
import type { AgencyDoor } from '@throughline/log/kafka';
import { Health } from '@throughline/platform';
import type { CurrentSettings } from '@throughline/projections';
import type { ContentDigest, KeyStore, Sealer } from '@throughline/seal';
import type { Server } from 'node:http';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { answerAhead } from './http/ahead-of-express';
import { PublishEndpoint } from './http/publish-endpoint';
import { BodyRoom } from './http/raw-body';
import { RequestRate } from './http/request-rate';
import { InboundDoor } from './inbound/inbound-door';
import { InboundRecords } from './inbound/inbound-records';
import { Upkeep } from './publishing/upkeep';
import { Examination } from './publishing/examination';
import { InFlight } from './publishing/in-flight';
import { LiveTables } from './publishing/live-tables';
import { ProjectionReach } from './publishing/projection-reach';
import { Publishing } from './publishing/publishing';
import { Readers } from './publishing/readers';
import { RecentlyAcknowledged } from './publishing/recently-acknowledged';
import { Stamp } from './publishing/stamp';
import { StoredRecords } from './publishing/stored-records';
import { WhatIsHeld } from './publishing/what-is-held';

/** What intake is bounded by; each has a default. */
export interface IntakeLimits {
  /** Requests of one client in one second; `Infinity` for no limit. Default 200 (contract.md, section 3). */
  readonly requestsPerSecond?: number;
  /** Bytes of bodies that are being taken in at once, over all requests. Default 128 MiB. */
  readonly bodyBytes?: number;
  /** Records that may wait for the log, over all requests. Default that of `GroupedAppends`. */
  readonly waitingEntries?: number;
}

/** What intake works with; whoever composes the process makes it and lets it go. */
export interface IntakeParts {
  readonly log: Log;
  readonly pool: Pool;
  readonly keys: KeyStore;
  readonly sealer: Sealer;
  readonly content: ContentDigest;
  /** Kept fresh by intake while it runs. */
  readonly settings: CurrentSettings;
  readonly callers: Callers;
  /** The topics by which agencies publish as well; absent where there is no Kafka. */
  readonly agencyDoor?: AgencyDoor;
  /** The schema of the generation that is live at the time of the call. */
  readonly liveSchema: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: Logger;
  readonly limits?: IntakeLimits;
}

const DEFAULT_LIMITS = { requestsPerSecond: 200, bodyBytes: 128 * 1024 * 1024 } as const;

interface Assembled {
  readonly endpoint: PublishEndpoint;
  readonly publishing: Publishing;
  readonly upkeep: Upkeep;
  readonly appends: GroupedAppends;
  readonly inbound?: InboundDoor;
}

const assembled = (parts: IntakeParts): Assembled => {
  const { log, pool, keys, sealer, content, settings, callers, liveSchema, clock, logger, agencyDoor } = parts;
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const tables = new LiveTables(pool, liveSchema);
  const recent = new RecentlyAcknowledged();
  const appends = new GroupedAppends(log, limits.waitingEntries === undefined ? {} : { waitingEntries: limits.waitingEntries });
  const held = new WhatIsHeld(recent, new StoredRecords(tables), new ProjectionReach(log, tables), keys);
  const examination = new Examination(settings);
  const stamp = new Stamp(clock);
  const inFlight = new InFlight();
  const readers = new Readers(pool);
  const publishing = new Publishing({ examination, inFlight, held, recent, readers, content, sealer, appends, stamp, clock });
  const rate = new RequestRate(limits.requestsPerSecond, clock);
  const endpoint = new PublishEndpoint({ callers, publishing, rate, room: new BodyRoom(limits.bodyBytes), logger });
  const upkeep = new Upkeep({ settings, recent, tables, logger });
  if (agencyDoor === undefined) return { endpoint, publishing, appends, upkeep };
  const inbound = new InboundDoor(agencyDoor, new InboundRecords(publishing, settings), settings, logger);
  return { endpoint, publishing, appends, upkeep, inbound };
};

const ASSEMBLED = Symbol('assembled');

@Injectable()
class Intake implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(ASSEMBLED) private readonly parts: Assembled,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Optional() @Inject(Health) private readonly health?: Health,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    answerAhead(server, (request, response) => this.parts.endpoint.take(request, response));
    this.parts.upkeep.start();
    const { inbound } = this.parts;
    if (inbound === undefined) return;
    inbound.start();
    this.health?.register('inbound topics', () => inbound.check());
  }

  /** After the last request and the last message: what was handed to the log is waited for. */
  async onApplicationShutdown(): Promise<void> {
    await this.parts.inbound?.stop();
    await this.parts.upkeep.stop();
    await this.parts.appends.settled();
  }
}

/**
 * The publishing API, and the inbound topics. In the process's own server it answers ahead of the framework, so no parser of bodies and no other layer of
 * the application stands before it.
 */
@Module({})
export class IntakeModule {
  static with(parts: IntakeParts): DynamicModule {
    const made = assembled(parts);
    return {
      module: IntakeModule,
      providers: [Intake, { provide: ASSEMBLED, useValue: made }, { provide: Publishing, useValue: made.publishing }],
      exports: [Publishing],
    };
  }
}

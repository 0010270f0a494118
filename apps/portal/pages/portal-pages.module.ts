import { type DynamicModule, Inject, type MiddlewareConsumer, Module, type NestModule, type OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PortalParts } from '../api';
import { READING } from '../api/questions';
import { Assets } from '../assets/assets';
import { AssetsController } from '../assets/assets.controller';
import { readingWith } from '../portal.module';
import { secureAsSeenOutside } from '../session/session-cookie';
import { Sessions } from '../session/sessions';
import { migrateSessions } from '../session/sessions-table';
import { Identity, type ProviderParts } from '../session/sign-in/identity';
import { SealedFlow } from '../session/sign-in/sealed-flow';
import { answerUnavailable } from './problem/answer-unavailable';
import { HUB_ADDRESS } from './docs/hub-address';
import { UnknownAddressController } from './problem/unknown-address.controller';
import { pages } from './pages';
import { PAGES, type PagesWiring } from './pages-wiring';
import { answerSecurity, securedBy } from './rendering/answer-security';
import { Templates } from './rendering/templates';

/** What the pages are put together from. */
export interface PortalPagesParts extends PortalParts {
  readonly provider: ProviderParts;
  readonly configuration: { readonly origin: string; readonly dataDir: string };
  readonly logger: Logger;
}

/**
 * The pages, for people who sign in. It needs the `PortalModule` beside it, which answers what they ask, and MUST be the last
 * of the hub's modules: what no other takes is a page that does not exist.
 */
@Module({})
export class PortalPagesModule implements NestModule, OnApplicationShutdown {
  constructor(
    @Inject(PAGES) private readonly wiring: PagesWiring,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(HUB_ADDRESS) private readonly origin: string,
  ) {}

  static with(parts: PortalPagesParts): DynamicModule {
    const { configuration, clock, keys, logger, pool, provider, settings } = parts;
    const { origin, dataDir } = configuration;
    const assets = new Assets(join(dataDir, 'portal'));
    assets.prepare();
    const makeWiring = async (): Promise<PagesWiring> => ({
      settings,
      clock,
      logger,
      identity: new Identity(provider, `${origin}/sign-in/callback`),
      flows: new SealedFlow(await keys.hubKey('sign-in')),
      templates: new Templates(assets),
      secured: securedBy(answerSecurity(origin)),
    });
    const makeSessions = async (): Promise<Sessions> => {
      await migrateSessions(pool);
      return new Sessions(pool, await keys.hubKey('sessions'), () => logger.warn('ended sessions could not be swept'));
    };
    return {
      module: PortalPagesModule,
      controllers: [AssetsController, ...pages, UnknownAddressController],
      providers: [
        { provide: PAGES, useFactory: makeWiring },
        { provide: Sessions, useFactory: makeSessions },
        { provide: Assets, useValue: assets },
        { provide: READING, useValue: readingWith(parts) },
        { provide: HUB_ADDRESS, useValue: origin },
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    const { middleware } = this.sessions;
    consumer
      .apply(answerSecurity(this.origin), secureAsSeenOutside(this.origin), answerUnavailable(middleware, this.wiring))
      .forRoutes(...pages);
  }

  onApplicationShutdown(): void {
    this.sessions.close();
  }
}

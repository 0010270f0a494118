import { type DynamicModule, Module } from '@nestjs/common';
import type { Callers } from '@throughline/access';
import { type Configuration, HealthModule, loggingModule, MetricsModule } from '@throughline/platform';
import type { CurrentSettings } from '@throughline/projections';
import { type Matching, safeguards } from '@throughline/safeguards';
import type { Logger } from 'pino';
import { IntakeModule } from '../intake/intake.module';
import type { Operations } from '../projector/operations';
import { PortalPagesModule } from '../portal/pages/portal-pages.module';
import { PortalModule } from '../portal/portal.module';
import { ProjectorModule } from '../projector/projector.module';
import type { Foundation } from './foundation';

export interface HubParts extends Foundation {
  readonly configuration: Configuration;
  readonly operations: Operations;
  readonly matching: Matching;
  readonly settings: CurrentSettings;
  readonly callers: Callers;
  readonly liveSchema: () => Promise<string>;
  readonly now: () => number;
  readonly logger: Logger;
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly proxied?: string | undefined };
}

/** What an alert says of its safeguard: what would answer it, and the words of the review. */
const wordsOfSafeguards = new Map(safeguards.map(({ id, answer, source }) => [id, { answeredBy: answer.words, source: source.quote }]));

/** Every app's module in one. */
@Module({})
export class HubModule {
  static with(parts: HubParts): DynamicModule {
    const portal = { ...parts, clock: parts.now, blindIndex: parts.index, safeguards: wordsOfSafeguards };
    return {
      module: HubModule,
      imports: [
        loggingModule(parts.logger),
        HealthModule,
        MetricsModule,
        IntakeModule.with({ ...parts, clock: parts.now }),
        ProjectorModule.with(parts),
        PortalModule.with(portal),
        PortalPagesModule.with({ ...portal, provider: parts.provider, configuration: parts.configuration, logger: parts.logger }),
      ],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import type { Callers } from '@throughline/access';
import { type Configuration, HealthModule, loggingModule, MetricsModule } from '@throughline/platform';
import type { CurrentSettings, Settings } from '@throughline/projections';
import { type Matching, safeguards } from '@throughline/safeguards';
import type { Logger } from 'pino';
import { IntakeModule } from '../intake/intake.module';
import type { Delivery } from '../notifier/delivery/delivery';
import { NotifierModule } from '../notifier/notifier.module';
import type { Operations } from '../projector/operations';
import { DescribingModule } from '../portal/describing/describing.module';
import { PortalPagesModule } from '../portal/pages/portal-pages.module';
import { PortalModule } from '../portal/portal.module';
import type { WhatIf } from '../projector/what-if/what-if';
import { ProjectorModule } from '../projector/projector.module';
import type { Foundation } from './foundation';

export interface HubParts extends Foundation {
  readonly configuration: Configuration;
  readonly operations: Operations;
  readonly whatIf: WhatIf;
  readonly delivery: Delivery;
  readonly matching: Matching;
  readonly settings: CurrentSettings;
  readonly callers: Callers;
  readonly liveSchema: () => Promise<string>;
  readonly now: () => number;
  /** Told of the settings in force once a change of them is. */
  readonly changed: (settings: readonly Settings[]) => Promise<void>;
  readonly logger: Logger;
  readonly provider: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly proxied?: string | undefined };
}

/** What an alert says of its safeguard: what would answer it, and the words of the review. */
const wordsOfSafeguards = new Map(safeguards.map(({ id, answer, source }) => [id, { answeredBy: answer.words, source: source.quote }]));

/** Where systems get their tokens; the demo's provider is below the hub's own address. */
const tokenUrlOf = ({ issuer, proxied }: HubParts['provider']): string => (proxied === undefined ? `${issuer}/token` : '/idp/token');

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
        NotifierModule.with({ ...parts, webhooks: { allowLoopback: parts.configuration.webhooksToLoopback === true } }),
        DescribingModule.with(tokenUrlOf(parts.provider)),
        PortalModule.with(portal),
        PortalPagesModule.with({ ...portal, provider: parts.provider, configuration: parts.configuration, logger: parts.logger }),
      ],
    };
  }
}

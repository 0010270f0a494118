import { Body, Get, Inject, Post, Query } from '@nestjs/common';
import { enableWebhook, failedMessages, webhooksInTrouble } from '@throughline/alerts';
import { formatInstant } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import type { Reading } from '../../api';
import { READING } from '../../api/questions';
import { Permits } from '../entering/page-guard';
import { Elsewhere } from '../entering/refusals';
import { SignedIn, type Visitor } from '../entering/visitor';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { agencyName } from '../words/codes';

/** What does not arrive where agencies want to be told. It names systems and services, and nobody. */
export interface DeliveriesView {
  readonly place: string;
  /** Whether the reader sees every agency of the partnership, or their own alone. */
  readonly isEveryAgency: boolean;
  readonly webhooks: readonly {
    readonly agency: string;
    readonly name: string;
    readonly state: 'failing' | 'disabled';
    readonly since: string;
    readonly because: string | null;
    readonly waiting: number;
    readonly mayEnable: boolean;
  }[];
  readonly failed: readonly {
    readonly name: string;
    readonly channel: string;
    readonly reference: string;
    readonly because: string | null;
    readonly failedAt: string;
  }[];
  /** What was just done. */
  readonly done: boolean;
}

const CHANNELS: Readonly<Record<string, string>> = {
  mail: 'Mail',
  digest: 'Mail: digest',
  trouble: 'Mail about deliveries',
  webhook: 'Webhook',
  kafka: 'Kafka',
};

/** The agencies whose deliveries a visitor sees: their own; who belongs to none sees the partnership's. */
const agenciesOf = ({ actor, settings }: Visitor): readonly string[] =>
  actor.agency === undefined ? settings.agencies.map(({ code }) => code) : [actor.agency];

/** Messages that do not reach agencies, for those who can mend it: people of the agency, and whoever runs the hub. */
@Pages('deliveries')
export class DeliveriesController {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Get()
  @Permits('see-deliveries')
  async show(@SignedIn() visitor: Visitor, @Query() query: Readonly<Record<string, unknown>>): Promise<Page<DeliveriesView>> {
    const { actor, settings, place, permissions } = visitor;
    const { pool, clock } = this.reading;
    const agencies = agenciesOf(visitor);
    const [webhooks, failed] = await Promise.all([webhooksInTrouble(pool, agencies, clock()), failedMessages(pool, agencies, clock())]);
    return new Page('deliveries/deliveries.njk', 'Deliveries', {
      place,
      isEveryAgency: actor.agency === undefined,
      webhooks: webhooks.map((webhook) => ({
        ...webhook,
        name: agencyName(settings, webhook.agency),
        since: formatInstant(webhook.since),
        mayEnable: webhook.state === 'disabled' && permissions.has('mend-deliveries'),
      })),
      failed: failed.map(({ agency, channel, failedAt, ...message }) => ({
        ...message,
        name: agencyName(settings, agency),
        channel: CHANNELS[channel] ?? channel,
        failedAt: formatInstant(failedAt),
      })),
      done: query['done'] === 'enabled',
    });
  }

  @Post('enable')
  @Permits('mend-deliveries')
  async enable(@SignedIn() visitor: Visitor, @Body() body: unknown): Promise<never> {
    const asked: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'agency') : undefined;
    const agency = agenciesOf(visitor).find((code) => code === asked);
    if (agency === undefined || !(await enableWebhook(this.reading.pool, agency))) throw new Problem(404, 'there is no such webhook');
    throw new Elsewhere('/deliveries?done=enabled');
  }
}

import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Put, UseGuards } from '@nestjs/common';
import { type Caller, CallerGuard, CallingSystem } from '@throughline/access';
import { formatInstant } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { Delivery } from './delivery';
import { type AllowLoopback, ALLOW_LOOPBACK, readChannels } from './given-channels';
import type { WebhookTarget } from './targets';

/** An agency's channels as its system sees them; a secret is shown once, when it is made. */
export interface ChannelsView {
  readonly agency: string;
  readonly mail: readonly { readonly address: string; readonly service: string | null }[];
  readonly webhook: {
    readonly url: string;
    readonly state: 'enabled' | 'disabled';
    readonly disabledAt: string | null;
    readonly disabledBecause: string | null;
    /** Messages that are kept until it is enabled again. */
    readonly missed: number;
    /** When it was last enabled, so many were too old to be sent, the last of them of this moment: read `/v1/alerts` instead. */
    readonly notSent: { readonly count: number; readonly until: string } | null;
    /** Until when messages are signed with the former secret too. */
    readonly formerSecretUntil: string | null;
    readonly secret?: string;
  } | null;
}

const instant = (value: number | null): string | null => (value === null ? null : formatInstant(value));

const webhookView = ({
  url,
  disabledAt,
  disabledBecause,
  formerUntil,
  missed,
  notSent,
}: WebhookTarget): NonNullable<ChannelsView['webhook']> => ({
  url,
  state: disabledAt === null ? 'enabled' : 'disabled',
  disabledAt: instant(disabledAt),
  disabledBecause,
  missed,
  notSent: notSent === null ? null : { count: notSent.count, until: formatInstant(notSent.until) },
  formerSecretUntil: instant(formerUntil),
});

const NO_WEBHOOK = 'the agency has no webhook';

/** Where an agency wants to be told; its own system alone manages it. */
@Controller('v1/channels')
@UseGuards(CallerGuard)
export class ChannelsController {
  constructor(
    @Inject(Delivery) private readonly delivery: Delivery,
    @Inject(ALLOW_LOOPBACK) private readonly rules: AllowLoopback,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  show(@CallingSystem() caller: Caller): Promise<ChannelsView> {
    return this.viewOf(agencyOf(caller));
  }

  /** Takes the place of all that was given before; a webhook keeps its secret, also at another address. */
  @Put()
  @Header('Cache-Control', 'no-store')
  async replace(@CallingSystem() caller: Caller, @Body() body: unknown): Promise<ChannelsView> {
    const agency = agencyOf(caller);
    const { mail, webhook } = readChannels(body, this.rules);
    const secret = await this.delivery.targets.replace(agency, mail, webhook?.url);
    const view = await this.viewOf(agency);
    return secret === undefined || view.webhook === null ? view : { ...view, webhook: { ...view.webhook, secret } };
  }

  @Delete()
  @HttpCode(204)
  async remove(@CallingSystem() caller: Caller): Promise<void> {
    await this.delivery.targets.remove(agencyOf(caller));
  }

  @Post('webhook/rotate')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async rotate(@CallingSystem() caller: Caller): Promise<{ readonly secret: string; readonly formerSecretUntil: string }> {
    const rotated = await this.delivery.targets.rotate(agencyOf(caller), this.delivery.now());
    if (rotated === undefined) throw new Problem(404, NO_WEBHOOK);
    return { secret: rotated.secret, formerSecretUntil: formatInstant(rotated.formerUntil) };
  }

  /** What it missed is sent now, in order and under the same keys; how much was too old for that stands in the answer. */
  @Post('webhook/enable')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async enable(@CallingSystem() caller: Caller): Promise<ChannelsView> {
    const agency = agencyOf(caller);
    if (!(await this.delivery.enable(agency))) throw new Problem(404, NO_WEBHOOK);
    return this.viewOf(agency);
  }

  private async viewOf(agency: string): Promise<ChannelsView> {
    const { mail = [], webhook } = (await this.delivery.targets.of([agency])).get(agency) ?? {};
    return {
      agency,
      mail: mail.map(({ address, service }) => ({ address, service })),
      webhook: webhook === undefined ? null : webhookView(webhook),
    };
  }
}

const agencyOf = ({ agency }: Caller): string => {
  if (agency === undefined) throw new Problem(403, 'channels belong to agencies: only an agency’s own system manages them');
  return agency;
};

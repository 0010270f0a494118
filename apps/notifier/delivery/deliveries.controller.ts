import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import { type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { formatInstant } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { Delivery } from './delivery';

const DEFAULT_LIMIT = 50;
const MOST = 200;

const limitIn = (text: unknown): number => {
  if (text === undefined) return DEFAULT_LIMIT;
  if (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text)) return Math.min(Number(text), MOST);
  throw new Problem(422, 'the query cannot be understood', [{ pointer: '/limit', detail: 'must be a whole number from 1' }]);
};

const cursorIn = (text: unknown): number => {
  if (text === undefined) return Number.MAX_SAFE_INTEGER;
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  throw new Problem(400, 'the cursor does not belong to this query');
};

/** What did not reach an agency, for whoever runs the hub. */
@Controller('v1/operate/deliveries')
@UseGuards(CallerGuard)
@NeedsScope('operate')
export class DeliveriesController {
  constructor(@Inject(Delivery) private readonly delivery: Delivery) {}

  /** What failed for good or is missed by a disabled webhook, the newest first; beside it how each channel stands and which webhooks are disabled. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async list(@CallingSystem() caller: Caller, @Query() query: Readonly<Record<string, unknown>>) {
    const limit = limitIn(query['limit']);
    const found = await this.delivery.queue.failed(caller.partnerships, limit + 1, cursorIn(query['cursor']));
    const items = found.slice(0, limit);
    return {
      items: items.map(({ number: _number, failedAt, ...item }) => ({ ...item, failedAt: formatInstant(failedAt) })),
      next: found.length > limit ? String(items.at(-1)?.number ?? 0) : null,
      channels: await this.delivery.states(),
      disabledWebhooks: (await this.delivery.targets.disabled()).map(({ agency, disabledAt, disabledBecause, missed }) => ({
        agency,
        disabledAt: formatInstant(disabledAt ?? 0),
        because: disabledBecause,
        missed,
      })),
    };
  }
}

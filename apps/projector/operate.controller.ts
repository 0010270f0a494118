import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { CurrentSettings } from '@throughline/projections';
import { Problem } from '@throughline/platform';
import { Operations } from './operations';

const text = (value: unknown, pointer: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new Problem(422, 'the request is not complete', [{ index: 0, pointer, detail: 'is missing' }]);
};

/** `northgate:1234`, or the number alone. */
const positionIn = (value: unknown): number => {
  const number = Number(
    text(typeof value === 'number' ? String(value) : value, '/position')
      .split(':')
      .at(-1),
  );
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Problem(422, 'the request is not complete', [{ index: 0, pointer: '/position', detail: 'must be a position' }]);
};

/** What whoever runs the hub may ask and do; the command line is its client. */
@Controller('v1/operate')
@UseGuards(CallerGuard)
@NeedsScope('operate')
export class OperateController {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(CurrentSettings) private readonly settings: CurrentSettings,
  ) {}

  @Get('lag')
  async lag() {
    return { items: await this.operations.lag() };
  }

  @Get('rejected')
  async rejected(@CallingSystem() caller: Caller) {
    return { items: await this.operations.rejected(caller.partnerships) };
  }

  @Post('rejected/redrive')
  @HttpCode(202)
  async redrive(@CallingSystem() caller: Caller, @Body() body: Readonly<Record<string, unknown>>) {
    const partnership = this.partnershipOf(caller, body);
    return { position: await this.operations.redrive(partnership, positionIn(body['position']), caller.clientId) };
  }

  @Post('rebuild')
  @HttpCode(202)
  rebuild() {
    return this.operations.startRebuild();
  }

  @Get('rebuild')
  rebuildState() {
    return this.operations.rebuildState();
  }

  @Post('clock')
  @HttpCode(202)
  async startClock(@CallingSystem() caller: Caller, @Body() body: Readonly<Record<string, unknown>>) {
    return { position: await this.operations.startClock(this.partnershipOf(caller, body)) };
  }

  @Get('settings')
  allSettings(@CallingSystem() caller: Caller) {
    return { items: this.settings.all().filter(({ code }) => caller.partnerships.includes(code)) };
  }

  private partnershipOf(caller: Caller, body: Readonly<Record<string, unknown>>): string {
    const partnership = text(body['partnership'], '/partnership');
    if (caller.partnerships.includes(partnership)) return partnership;
    throw new Problem(422, 'the request is not complete', [
      { index: 0, pointer: '/partnership', detail: 'is not a partnership of this caller' },
    ]);
  }
}

import { Body, Controller, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { CurrentSettings } from '@throughline/projections';
import { Problem } from '@throughline/platform';
import { Operations } from './operations';
import { SettingsChanges } from './settings-changes';

const text = (value: unknown, pointer: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new Problem(422, 'the request is not complete', [{ index: 0, pointer, detail: 'is missing' }]);
};

/** The fields of a body; a body that is none has no fields. */
const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};

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
    @Inject(SettingsChanges) private readonly changes: SettingsChanges,
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
  async redrive(@CallingSystem() caller: Caller, @Body() body: unknown) {
    const fields = fieldsOf(body);
    const partnership = this.partnershipOf(caller, fields);
    return { position: await this.operations.redrive(partnership, positionIn(fields['position']), caller.clientId) };
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
  async startClock(@CallingSystem() caller: Caller, @Body() body: unknown) {
    return { position: await this.operations.startClock(this.partnershipOf(caller, fieldsOf(body))) };
  }

  @Get('settings')
  allSettings(@CallingSystem() caller: Caller) {
    return { items: this.settings.all().filter(({ code }) => caller.partnerships.includes(code)) };
  }

  /** A partnerships file: each entry that differs from what is in force becomes the next settings of its partnership. */
  @Post('settings')
  @HttpCode(202)
  applySettings(@CallingSystem() caller: Caller, @Body() body: unknown) {
    const { file, replaces, partnership } = fieldsOf(body);
    const one = partnership === undefined ? {} : { partnership: text(partnership, '/partnership') };
    return this.changes.apply({ text: text(file, '/file'), replaces, among: caller.partnerships, ...one });
  }

  private partnershipOf(caller: Caller, fields: Readonly<Record<string, unknown>>): string {
    const partnership = text(fields['partnership'], '/partnership');
    if (caller.partnerships.includes(partnership)) return partnership;
    throw new Problem(403, 'the partnership is not one of yours');
  }
}

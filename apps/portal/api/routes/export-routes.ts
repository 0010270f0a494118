import { actorOf, type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { Body, Controller, Header, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ExportedCaseSummary, readCaseSummaryAsked } from '../exporting/export-case-summary';
import { ExportCaseSummary } from '../questions';

/**
 * What is taken out of the hub for somebody outside, one route for each kind. Each is for those alone who run the hub and may read
 * what they take out of it.
 */
@Controller('v1/exports')
@UseGuards(CallerGuard)
@NeedsScope('operate', 'audit:read')
export class ExportRoutes {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Post('case-summary')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async caseSummary(@CallingSystem() caller: Caller, @Body() body: unknown): Promise<ExportedCaseSummary> {
    return this.commands.execute(new ExportCaseSummary(actorOf(caller), readCaseSummaryAsked(body)));
  }
}

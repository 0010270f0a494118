import { actorOf, type Caller, CallerGuard, CallingSystem } from '@throughline/access';
import type { AlertView } from '@throughline/alerts';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { given } from '../asking/given';
import { Parameters, type QueryString } from '../asking/parameters';
import { waitUntilVisible } from '../asking/visible';
import { readClosing } from '../deciding/decide-alert';
import type { Decided } from '../deciding/put-on-log';
import type { Reading } from '../parts';
import { AcknowledgeAlert, CloseAlert, ListAlerts, READING, ShowAlert } from '../questions';
import { ALERT_STATUSES, type AlertsPage } from '../reading/list-alerts';

/** Alerts, and what their agency decides about them. */
@Controller('v1/alerts')
@UseGuards(CallerGuard)
export class AlertRoutes {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async list(@CallingSystem() caller: Caller, @Query() query: QueryString): Promise<AlertsPage> {
    const parameters = new Parameters(query);
    const asked = {
      limit: parameters.limit(),
      ...given({
        agency: parameters.text('agency'),
        status: parameters.listOf('status', ALERT_STATUSES),
        safeguard: parameters.text('safeguard'),
        person: parameters.text('person'),
        from: parameters.instant('from', 'begins'),
        to: parameters.instant('to', 'ends'),
        partnership: parameters.text('partnership'),
        cursor: parameters.text('cursor'),
      }),
    };
    const actor = actorOf(caller);
    const after = parameters.text('after');
    parameters.done();
    await waitUntilVisible(this.reading, actor, after);
    return this.queries.execute(new ListAlerts(actor, asked));
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  show(@CallingSystem() caller: Caller, @Param('id') id: string, @Query() query: QueryString): Promise<AlertView> {
    new Parameters(query).done();
    return this.queries.execute(new ShowAlert(actorOf(caller), id));
  }

  @Post(':id/acknowledge')
  @HttpCode(202)
  acknowledge(@CallingSystem() caller: Caller, @Param('id') id: string): Promise<Decided> {
    return this.commands.execute(new AcknowledgeAlert(actorOf(caller), id));
  }

  @Post(':id/close')
  @HttpCode(202)
  async close(@CallingSystem() caller: Caller, @Param('id') id: string, @Body() body: unknown): Promise<Decided> {
    return this.commands.execute(new CloseAlert(actorOf(caller), id, readClosing(body)));
  }
}

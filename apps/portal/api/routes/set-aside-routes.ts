import { actorOf, type Caller, CallerGuard, CallingSystem } from '@throughline/access';
import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { given } from '../asking/given';
import { Parameters, type QueryString } from '../asking/parameters';
import { ListSetAside } from '../questions';
import type { SetAsidePage } from '../reading/list-set-aside';

/** What an agency published and the hub could not let stand. */
@Controller('v1/set-aside')
@UseGuards(CallerGuard)
export class SetAsideRoutes {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  list(@CallingSystem() caller: Caller, @Query() query: QueryString): Promise<SetAsidePage> {
    const parameters = new Parameters(query);
    const asked = {
      limit: parameters.limit(),
      ...given({ partnership: parameters.text('partnership'), cursor: parameters.text('cursor') }),
    };
    parameters.done();
    return this.queries.execute(new ListSetAside(actorOf(caller), asked));
  }
}

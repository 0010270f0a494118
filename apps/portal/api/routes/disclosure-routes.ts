import { actorOf, type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { Controller, Get, Header, Inject, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { given } from '../asking/given';
import { Parameters, type QueryString } from '../asking/parameters';
import { ListDisclosures } from '../questions';
import type { DisclosuresPage } from '../reading/list-disclosures';

/** Who saw what, when and why. */
@Controller('v1/disclosures')
@UseGuards(CallerGuard)
@NeedsScope('audit:read')
export class DisclosureRoutes {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  list(@CallingSystem() caller: Caller, @Query() query: QueryString): Promise<DisclosuresPage> {
    const parameters = new Parameters(query);
    const asked = {
      limit: parameters.limit(),
      ...given({
        person: parameters.text('person'),
        partnership: parameters.text('partnership'),
        cursor: parameters.text('cursor'),
      }),
    };
    parameters.done();
    return this.queries.execute(new ListDisclosures(actorOf(caller), asked));
  }
}

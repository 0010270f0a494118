import { type Actor, actorOf, type Caller, CallerGuard, CallingSystem } from '@throughline/access';
import { Controller, Get, Header, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Parameters, type QueryString } from '../asking/parameters';
import { waitUntilVisible } from '../asking/visible';
import { given } from '../asking/given';
import type { Reading } from '../parts';
import { FindPeople, READING, ShowChronology, ShowPerson } from '../questions';
import type { FoundPeople } from '../reading/find-people';
import type { ChronologyPage } from '../reading/show-chronology';
import type { PersonView } from '../reading/show-person';

/** People, and what is held of them. */
@Controller('v1/people')
@UseGuards(CallerGuard)
export class PeopleRoutes {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async find(@CallingSystem() caller: Caller, @Query() query: QueryString): Promise<FoundPeople> {
    const parameters = new Parameters(query);
    const asked = {
      limit: parameters.limit(),
      ...given({
        ref: parameters.text('ref'),
        name: parameters.text('name'),
        dateOfBirth: parameters.day('dateOfBirth'),
        nhsNumber: parameters.text('nhsNumber'),
        postcode: parameters.text('postcode'),
        partnership: parameters.text('partnership'),
      }),
    };
    const actor = await this.ready(caller, parameters);
    return this.queries.execute(new FindPeople(actor, asked));
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  async show(@CallingSystem() caller: Caller, @Param('id') id: string, @Query() query: QueryString): Promise<PersonView> {
    const parameters = new Parameters(query);
    const asked = { id, ...given({ asAt: parameters.instant('asAt', 'ends'), partnership: parameters.text('partnership') }) };
    const actor = await this.ready(caller, parameters);
    return this.queries.execute(new ShowPerson(actor, asked));
  }

  @Get(':id/chronology')
  @Header('Cache-Control', 'no-store')
  async chronology(@CallingSystem() caller: Caller, @Param('id') id: string, @Query() query: QueryString): Promise<ChronologyPage> {
    const parameters = new Parameters(query);
    const asked = {
      id,
      household: parameters.yes('household'),
      order: parameters.oneOf('order', ['asc', 'desc']) ?? 'asc',
      limit: parameters.limit(),
      ...given({
        partnership: parameters.text('partnership'),
        from: parameters.instant('from', 'begins'),
        to: parameters.instant('to', 'ends'),
        types: parameters.types('type'),
        agencies: parameters.list('agency'),
        asAt: parameters.instant('asAt', 'ends'),
        knownTo: parameters.text('knownTo'),
        cursor: parameters.text('cursor'),
      }),
    };
    const actor = await this.ready(caller, parameters);
    return this.queries.execute(new ShowChronology(actor, asked));
  }

  private async ready(caller: Caller, parameters: Parameters): Promise<Actor> {
    const actor = actorOf(caller);
    const after = parameters.text('after');
    parameters.done();
    await waitUntilVisible(this.reading, actor, after);
    return actor;
  }
}

import { Get, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { PersonView } from '../../api';
import { ShowPerson } from '../../api/questions';
import { Permits } from '../entering/page-guard';
import { SignedIn, type Visitor } from '../entering/visitor';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { type PersonOnAPage, personOnAPage } from './person-on-a-page';

/** All that a duty worker must see of a person in ten seconds. */
@Pages('people')
export class PersonController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':id')
  @Permits('read-people')
  async show(@SignedIn() { actor, settings }: Visitor, @Param('id') id: string): Promise<Page<PersonOnAPage>> {
    const person = await this.queries.execute<ShowPerson, PersonView>(new ShowPerson(actor, { id }));
    return new Page('person/person.njk', person.name ?? 'Name not recorded', personOnAPage(person, settings));
  }
}

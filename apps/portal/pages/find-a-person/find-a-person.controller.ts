import { Body, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FoundPeople, FoundPerson } from '../../api';
import { FindPeople } from '../../api/questions';
import { Permits } from '../entering/page-guard';
import { SignedIn, type Visitor } from '../entering/visitor';
import { type FieldError, FillInAgain, Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { isEmpty, readSearch, type Search, searchIn } from './search';

interface ShownPerson extends FoundPerson {
  /** By what they were found. */
  readonly because: string;
}

/** The search and, once something was looked for, who fits. */
export interface FindAPersonView {
  readonly search: Search;
  readonly agency: string | undefined;
  readonly errors: readonly FieldError[];
  readonly found?: readonly ShownPerson[];
}

const reasonFor = (search: Search, { score }: FoundPerson): string => {
  if (search.ref !== '') return 'This reference';
  if (search.nhsNumber !== '' && score >= 1) return 'This NHS number';
  if (search.name === '') return 'This postcode';
  return search.dateOfBirth === '' ? 'This name' : 'This name and date of birth';
};

const TEMPLATE = 'find-a-person/find-a-person.njk';
const TITLE = 'Find a person';

/** People by what identifies them. The form is posted, so that no name or number stays in an address that the browser keeps. */
@Pages('people')
export class FindAPersonController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  /** Empty it is the form; with `?ref=` and the like, as a link from another system, it looks at once. */
  @Get()
  @Permits('read-people')
  show(@SignedIn() visitor: Visitor, @Query() query: unknown): Promise<Page<FindAPersonView>> {
    return this.answer(visitor, searchIn(query), 'form');
  }

  @Post()
  @HttpCode(200)
  @Permits('read-people')
  find(@SignedIn() visitor: Visitor, @Body() body: unknown): Promise<Page<FindAPersonView>> {
    return this.answer(visitor, searchIn(body), 'search');
  }

  private async answer({ actor }: Visitor, search: Search, whenEmpty: 'form' | 'search'): Promise<Page<FindAPersonView>> {
    const view = { search, agency: actor.agency, errors: [] };
    if (isEmpty(search) && whenEmpty === 'form') return new Page(TEMPLATE, TITLE, view);
    const { asked, errors } = readSearch(search, actor.agency);
    if (asked === undefined) throw new FillInAgain(new Page(TEMPLATE, TITLE, { ...view, errors }));
    const { items } = await this.queries.execute<FindPeople, FoundPeople>(new FindPeople(actor, asked));
    return new Page(TEMPLATE, `${TITLE}: ${String(items.length)} found`, {
      ...view,
      found: items.map((person) => ({ ...person, because: reasonFor(search, person) })),
    });
  }
}

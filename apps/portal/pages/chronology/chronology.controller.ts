import { Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { londonDay } from '@throughline/kernel';
import type { AlertsPage, ChronologyPage, FoundPeople, Reading } from '../../api';
import { FindPeople, ListAlerts, READING, ShowChronology } from '../../api/questions';
import { Permits } from '../entering/page-guard';
import { SignedIn, type Visitor } from '../entering/visitor';
import { type FieldError, FillInAgain, Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { documentOf } from '../transfer/leaves-the-hub';
import { agencyName, typesToChoose } from '../words/codes';
import { type Filters, filtersIn, narrowing, queryOf, readFilters } from './filters';
import { type TimelineEntry, timelineOf } from './timeline';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** A person's or a household's records from all agencies, in order. */
export interface ChronologyView {
  readonly id: string;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly refs: readonly string[];
  readonly filters: Filters;
  readonly narrowing: number;
  readonly agencies: readonly Choice[];
  readonly types: readonly Choice[];
  readonly knowers: readonly Choice[];
  /** The agency whose knowledge it is narrowed to, by its name. */
  readonly knownTo: string | undefined;
  /** The day by whose end it was known. */
  readonly knownOn: string | undefined;
  readonly errors: readonly FieldError[];
  readonly entries: readonly TimelineEntry[];
  /** The query strings of the first page and of the next. */
  readonly first: string | undefined;
  readonly next: string | undefined;
}

const PER_PAGE = 25;
const TEMPLATE = 'chronology/chronology.njk';

const choices = (all: readonly { readonly value: string; readonly text: string }[], chosen: string, none: string): readonly Choice[] =>
  [{ value: '', text: none }, ...all].map(({ value, text }) => ({ value, text, selected: value === chosen }));

/** What happened, when it was recorded, by whom, and which alerts it raised. */
@Pages('people')
export class ChronologyController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get(':id/chronology')
  @Permits('read-people')
  async show(
    @SignedIn() { actor, settings }: Visitor,
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page<ChronologyView>> {
    const filters = filtersIn(query);
    const { asked, errors } = readFilters(filters, settings);
    const cursor = typeof query['cursor'] === 'string' && query['cursor'] !== '' ? query['cursor'] : undefined;
    const members = settings.agencies.map(({ code, name }) => ({ value: code, text: name }));
    const [person] = (await this.queries.execute<FindPeople, FoundPeople>(new FindPeople(actor, { ref: id, limit: 1 }))).items;
    const view: ChronologyView = {
      id,
      name: person?.name ?? null,
      dateOfBirth: person?.dateOfBirth ?? null,
      refs: person?.refs ?? [],
      filters,
      narrowing: narrowing(filters),
      agencies: choices(members, filters.agency, 'All agencies'),
      types: choices(typesToChoose(), filters.type, 'All kinds'),
      knowers: choices(members, filters.knownTo, 'Everybody'),
      knownTo: asked.knownTo === undefined ? undefined : agencyName(settings, asked.knownTo),
      knownOn: asked.asAt === undefined ? undefined : londonDay(asked.asAt),
      errors,
      entries: [],
      first: undefined,
      next: undefined,
    };
    const title = `Chronology of ${view.name ?? 'somebody whose name is not recorded'}`;
    if (errors.length > 0 && person !== undefined) throw new FillInAgain(new Page(TEMPLATE, title, view));
    const { items, next } = await this.queries.execute<ShowChronology, ChronologyPage>(
      new ShowChronology(actor, { id, ...asked, limit: PER_PAGE, ...(cursor === undefined ? {} : { cursor }) }),
    );
    const raised = items.some(({ alerts }) => alerts.length > 0)
      ? (await this.queries.execute<ListAlerts, AlertsPage>(new ListAlerts(actor, { person: id, limit: 200 }))).items
      : [];
    return new Page(TEMPLATE, title, {
      ...view,
      entries: timelineOf(items, settings, raised, (item) => documentOf(id, item, actor, settings, this.reading.settings)),
      first: cursor === undefined ? undefined : queryOf(filters),
      next: next === null ? undefined : queryOf(filters, { cursor: next }),
    });
  }
}

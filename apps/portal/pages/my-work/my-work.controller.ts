import { Get, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AlertView, type InboxItem, inboxOf, webhooksInTrouble } from '@throughline/alerts';
import { formatInstant } from '@throughline/kernel';
import { takeCut } from '@throughline/projections/queries';
import type { Request, Response } from 'express';
import type { AlertsPage, Reading } from '../../api';
import { ListAlerts, READING } from '../../api/questions';
import { AlertStreams, lastEventIn } from '../../events/alert-stream';
import { Permits } from '../entering/page-guard';
import { SignedIn, type Visitor } from '../entering/visitor';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { type NamedPerson, namesOf } from './names';

interface ShownItem extends InboxItem {
  readonly who: NamedPerson;
}

/** What an agency has to do, and what it should know. */
export interface MyWorkView {
  readonly place: string;
  readonly toDo: readonly ShownItem[];
  readonly toKnow: readonly ShownItem[];
  readonly counts: { readonly toDo: number; readonly overdue: number; readonly toKnow: number };
  readonly pages: { readonly number: number; readonly of: number };
  /** The newest event that the page knows: from there on it is told of new alerts. */
  readonly lastEvent: number;
  /** Since when the agency's own system is not told of alerts, where its webhook takes none. */
  readonly untoldSince: string | null;
  /** What was just done. */
  readonly done?: string;
}

const PER_PAGE = 20;
const TO_KNOW = 20;

/** Pages of alerts that are read to put them in order; an agency with more than this has another trouble. */
const MOST_PAGES = 10;

/** Milliseconds for which a page follows alerts before it asks anew, with the session as it is then. */
const FOLLOWS = 10 * 60_000;

const DONE: Readonly<Record<string, string>> = {
  acknowledged: 'You acknowledged the alert.',
  closed: 'You closed the alert.',
};

const pageNumber = (text: unknown, last: number): number => {
  const number = typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
  return Math.min(number, Math.max(last, 1));
};

/** The alerts for the visitor's agency, by due time. */
@Pages('my-work')
export class MyWorkController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(READING) private readonly reading: Reading,
    @Inject(AlertStreams) private readonly streams: AlertStreams,
  ) {}

  @Get()
  @Permits('work-alerts')
  async show(@SignedIn() visitor: Visitor, @Query() query: Readonly<Record<string, unknown>>): Promise<Page<MyWorkView>> {
    const { actor, place } = visitor;
    const lastEvent = await this.streams.latest();
    const at = await this.now(visitor);
    const { pool, clock } = this.reading;
    const [untold] = await webhooksInTrouble(pool, [actor.agency ?? ''], clock());
    const alerts = await this.openAlerts(visitor);
    const toDo = inboxOf(
      alerts.filter((alert) => alert.class === 'now' || alert.class === 'act'),
      at,
    );
    const toKnow = inboxOf(
      alerts.filter((alert) => alert.class === 'know'),
      at,
    );
    const last = Math.ceil(toDo.length / PER_PAGE);
    const number = pageNumber(query['page'], last);
    const shown = toDo.slice((number - 1) * PER_PAGE, number * PER_PAGE);
    const known = toKnow.slice(0, TO_KNOW);
    const names = await namesOf(
      this.queries,
      actor,
      [...shown, ...known].map(({ person }) => person),
    );
    const withName = (item: InboxItem): ShownItem => ({
      ...item,
      who: names.get(item.person) ?? { id: item.person, name: null, dateOfBirth: null },
    });
    const overdue = toDo.filter((item) => item.overdue).length;
    const done = DONE[String(query['done'])];
    return new Page('my-work/my-work.njk', overdue === 0 ? `My work (${toDo.length})` : `My work (${overdue} overdue of ${toDo.length})`, {
      place,
      toDo: shown.map(withName),
      toKnow: known.map(withName),
      counts: { toDo: toDo.length, overdue, toKnow: toKnow.length },
      pages: { number, of: last },
      lastEvent,
      untoldSince: untold === undefined ? null : formatInstant(untold.since),
      ...(done === undefined ? {} : { done }),
    });
  }

  /** New alerts as they are raised: which, by when and how urgent, and nothing of whom. */
  @Get('events')
  @Permits('work-alerts')
  async follow(
    @SignedIn() { actor }: Visitor,
    @Headers('last-event-id') last: string | undefined,
    @Query('after') shown: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const after = lastEventIn(last) ?? lastEventIn(shown, '/after');
    const { agency = '', partnerships } = actor;
    await this.reading.disclosures.write(
      actor,
      partnerships.map((partnership) => ({ partnership, outcome: 'shown', what: 'alert-events', basis: 'alerted' })),
    );
    const filter = { partnerships, agency };
    await this.streams.follow(request, response, { filter, lasts: FOLLOWS, ...(after === undefined ? {} : { after }) });
  }

  /** T (contract.md, section 2): log time until the partnership's clock starts, so that imported history is not all overdue. */
  private async now({ actor }: Visitor): Promise<string> {
    const { pool, liveSchema, clock } = this.reading;
    const cut = await takeCut(pool, await liveSchema(), actor.partnerships[0] ?? '', { now: clock() });
    return formatInstant(cut?.at ?? clock());
  }

  private async openAlerts({ actor }: Visitor): Promise<readonly AlertView[]> {
    const alerts: AlertView[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const asked = { status: ['open', 'acknowledged', 'escalated'] as const, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next } = await this.queries.execute<ListAlerts, AlertsPage>(new ListAlerts(actor, asked));
      alerts.push(...items);
      if (next === null) break;
      cursor = next;
    }
    return alerts;
  }
}

import { Controller, Get, Headers, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import { actorOf, type Caller, CallerGuard, CallingSystem, isAuditor } from '@throughline/access';
import type { Request, Response } from 'express';
import { partnershipsAsked } from '../api/reading/whom';
import type { Reading } from '../api/parts';
import { READING } from '../api/questions';
import { AlertStreams, lastEventIn } from './alert-stream';

/** Milliseconds: a token is valid for about as long. */
const LASTS = 15 * 60_000;

/** An agency's alerts as they are raised and changed; an auditor's are those of all agencies. */
@Controller('v1/alerts/events')
@UseGuards(CallerGuard)
export class AlertEventsController {
  constructor(
    @Inject(AlertStreams) private readonly streams: AlertStreams,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get()
  async follow(
    @CallingSystem() caller: Caller,
    @Headers('last-event-id') last: string | undefined,
    @Query('partnership') partnership: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const after = lastEventIn(last);
    const actor = actorOf(caller);
    const partnerships = partnershipsAsked(actor, typeof partnership === 'string' && partnership !== '' ? partnership : undefined);
    const basis = isAuditor(actor) ? 'audit' : 'alerted';
    await this.reading.disclosures.write(
      actor,
      partnerships.map((code) => ({ partnership: code, outcome: 'shown', what: 'alert-events', basis })),
    );
    // Who is of no agency and no auditor has no alerts: theirs is a stream without events.
    const agency = isAuditor(actor) ? undefined : (actor.agency ?? '');
    const filter = agency === undefined ? { partnerships } : { partnerships, agency };
    await this.streams.follow(request, response, { filter, lasts: LASTS, ...(after === undefined ? {} : { after }) });
  }
}

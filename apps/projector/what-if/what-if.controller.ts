import { Body, Controller, Delete, Get, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import { type Caller, CallerGuard, CallingSystem, NeedsScope } from '@throughline/access';
import { isDay } from '@throughline/kernel';
import { Problem, type ProblemItem } from '@throughline/platform';
import { WhatIf } from './what-if';

const MOST_CHARACTERS = 100_000;

const wrong = (pointer: string, detail: string): ProblemItem => ({ index: 0, pointer, detail });

interface Given {
  readonly safeguard?: unknown;
  readonly partnership?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
}

const isGivenDay = (value: unknown): value is string => typeof value === 'string' && isDay(value);

/** Every fault of what was asked, at once. */
const faultsOf = ({ safeguard, partnership, from, to }: Given): readonly ProblemItem[] =>
  [
    typeof safeguard === 'string' && safeguard !== '' && safeguard.length <= MOST_CHARACTERS
      ? []
      : [wrong('/safeguard', `must be the text of a module, of at most ${MOST_CHARACTERS} characters`)],
    partnership === undefined || typeof partnership === 'string' ? [] : [wrong('/partnership', 'must be a code')],
    from === undefined || isGivenDay(from) ? [] : [wrong('/from', 'must be a day, YYYY-MM-DD')],
    to === undefined || isGivenDay(to) ? [] : [wrong('/to', 'must be a day, YYYY-MM-DD')],
    isGivenDay(from) && isGivenDay(to) && from > to ? [wrong('/to', 'must not be before the first day')] : [],
  ].flat();

/** What a changed or new safeguard would have raised; the command line is its client. */
@Controller('v1/operate/what-if')
@UseGuards(CallerGuard)
@NeedsScope('operate')
export class WhatIfController {
  constructor(@Inject(WhatIf) private readonly whatIf: WhatIf) {}

  @Post()
  @HttpCode(202)
  begin(@CallingSystem() caller: Caller, @Body() body: unknown) {
    const given: Given = typeof body === 'object' && body !== null ? body : {};
    const faults = faultsOf(given);
    if (faults.length > 0) throw new Problem(422, 'the request is not complete', faults);
    const { safeguard, partnership, from, to } = given as { readonly [name in keyof Given]?: string };
    if (partnership !== undefined && !caller.partnerships.includes(partnership))
      throw new Problem(403, 'the partnership is not one of yours');
    return this.whatIf.begin({
      safeguard: safeguard ?? '',
      partnerships: partnership === undefined ? caller.partnerships : [partnership],
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
  }

  @Get()
  state() {
    return this.whatIf.state();
  }

  @Delete()
  stop() {
    return this.whatIf.stop();
  }
}

import { endOfDay, Fault, type RefToken } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { compileSent } from '../rehearsal/compiled-safeguard';
import { NoSafeguard, type Place } from '../rehearsal/place';
import { rehearse, type RehearsalParts } from '../rehearsal/rehearse';
import { reportOf, type WhatIfReport } from './report';

export interface WhatIfParts extends RehearsalParts {
  /** Whether sent code may be run here at all. */
  readonly allowed: boolean;
  readonly now: () => number;
  readonly personId: (ref: RefToken) => string;
}

export interface AskedWhatIf {
  /** The module's text, TypeScript or JavaScript. */
  readonly safeguard: string;
  readonly partnerships: readonly string[];
  /** Days. */
  readonly from?: string;
  readonly to?: string;
}

export interface WhatIfState {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Why it failed, in words that say nothing of anybody. */
  readonly detail: string | null;
  readonly place: Place | null;
  readonly report: WhatIfReport | null;
}

/** Another rehearsal is under way. */
export class WhatIfUnderWay extends Fault {
  readonly retriable = true;
  readonly status = 409;
}

const NONE: WhatIfState = { state: 'none', done: 0, total: 0, detail: null, place: null, report: null };

/** Nobody has asked how far it is for so long: whoever wanted to know has gone. */
const UNASKED = 60_000;

const placed = ({ line, column }: Place): string =>
  line === undefined ? '' : ` (line ${line}${column === undefined ? '' : `, column ${column}`})`;

/**
 * What a changed or new safeguard would have raised over history: one rehearsal at a time, in a process of its own
 * (infra/decisions: what-if runs behind fences). Nothing is stored; the last report is held in memory.
 */
export class WhatIf {
  private last = NONE;
  private running: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;
  private asked = 0;

  constructor(private readonly parts: WhatIfParts) {}

  /** Begins one. 403 where it is switched off, 409 while another runs, 422 with the place where the text does not compile. */
  async begin(asked: AskedWhatIf): Promise<WhatIfState> {
    this.mayRun();
    if (this.running !== undefined) throw new WhatIfUnderWay('another what-if is under way');
    const abort = new AbortController();
    const sent = await compileSent(asked.safeguard).catch((reason: unknown) => {
      if (!(reason instanceof NoSafeguard)) throw reason;
      throw refusal(reason.message, reason.place);
    });
    if (this.isRunning()) throw new WhatIfUnderWay('another what-if is under way');
    this.last = { ...NONE, state: 'running' };
    this.asked = this.parts.now();
    this.running = { abort, ended: this.run(asked, sent, abort).finally(() => (this.running = undefined)) };
    return this.last;
  }

  state(): WhatIfState {
    this.mayRun();
    this.asked = this.parts.now();
    return this.last;
  }

  /** Ends what runs, and forgets the last report. */
  async stop(): Promise<WhatIfState> {
    this.running?.abort.abort();
    await this.running?.ended;
    this.last = NONE;
    return this.last;
  }

  private isRunning(): boolean {
    return this.running !== undefined;
  }

  private mayRun(): void {
    if (!this.parts.allowed) throw new Problem(403, 'what-if is switched off here: WHAT_IF=on allows it');
  }

  private async run(asked: AskedWhatIf, sent: Awaited<ReturnType<typeof compileSent>>, abort: AbortController): Promise<void> {
    const { now, personId } = this.parts;
    const progress = (at: { readonly done: number; readonly total: number }): void => {
      this.last = { ...this.last, ...at };
      if (now() - this.asked > UNASKED) abort.abort();
    };
    try {
      const { partnerships, from, to } = asked;
      const found = await rehearse(this.parts, {
        sent,
        partnerships: new Set(partnerships),
        ...(to === undefined ? {} : { until: endOfDay(to) }),
        now: now(),
        progress,
        signal: abort.signal,
      });
      const report = reportOf({
        ...found,
        safeguard: found.safeguard ?? '',
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        personId,
      });
      this.last = { ...this.last, state: 'done', report };
    } catch (reason) {
      const place = reason instanceof NoSafeguard ? sent.placeOf(reason.place) : null;
      const detail = abort.signal.aborted ? 'it was stopped' : reason instanceof Fault ? reason.message : 'it failed';
      this.last = { ...this.last, state: 'failed', detail: place === null ? detail : `${detail}${placed(place)}`, place };
    }
  }
}

const refusal = (detail: string, place: Place): Problem =>
  new Problem(422, 'the safeguard cannot be run', [{ index: 0, pointer: '/safeguard', detail: `${detail}${placed(place)}` }]);

import { type Instant, parseInstant } from '@throughline/kernel';
import type { Line } from './lines';

/** A line that was recorded before one of the same partnership that goes in ahead of it. */
export interface StepBack {
  readonly file: string;
  readonly line: number;
  readonly partnership: string;
  /** The newest line ahead of it. */
  readonly after: { readonly file: string; readonly line: number };
}

interface Newest {
  readonly recorded: Instant;
  readonly file: string;
  readonly line: number;
}

/**
 * Watches whether history goes back in time on its way in. A partnership's time never does: what was recorded earlier than what is
 * already there is judged as it arrives, not as of its day. That is no fault, but seldom meant: of each file it is told once for a
 * partnership.
 */
export class StepsBack {
  readonly found: StepBack[] = [];
  private readonly newest = new Map<string, Newest>();
  private readonly told = new Set<string>();

  constructor(private readonly tell: (step: StepBack) => void) {}

  /** The lines of a file as they are, looked at one after the other. */
  async *along(file: string, lines: AsyncIterable<Line>): AsyncGenerator<Line> {
    for await (const line of lines) {
      if ('event' in line.content) this.look(file, line.number, line.content.event as Readonly<Record<string, unknown>>);
      yield line;
    }
  }

  private look(file: string, line: number, { partnership, recordedtime }: Readonly<Record<string, unknown>>): void {
    const recorded = typeof recordedtime === 'string' ? parseInstant(recordedtime) : undefined;
    if (recorded === undefined || typeof partnership !== 'string') return;
    const before = this.newest.get(partnership);
    if (before === undefined || recorded >= before.recorded) this.newest.set(partnership, { recorded, file, line });
    else this.take({ file, line, partnership, after: { file: before.file, line: before.line } });
  }

  private take(step: StepBack): void {
    const once = `${step.partnership} ${step.file}`;
    if (this.told.has(once)) return;
    this.told.add(once);
    this.found.push(step);
    this.tell(step);
  }
}

export const stepBackInWords = ({ file, line, partnership, after }: StepBack): string =>
  `note: ${file}:${line} was recorded before ${after.file}:${after.line}, which goes in ahead of it: in ${partnership} it is judged as it ` +
  `arrives, not as of its day, and so is all that follows; merge the history into one file in the order of recordedtime`;

import { stat } from 'node:fs/promises';
import { Fault } from '@throughline/kernel';
import type { Console } from '../console';
import type { HubClient } from '../hub/hub-client';
import { checkFile } from './check-file';
import { EarlierLines } from './earlier-lines';
import { inWords, type LineFault } from './line-fault';
import { type Line, linesOf } from './lines';
import { publishFile } from './publish-file';
import { type StepBack, stepBackInWords, StepsBack } from './steps-back';

/** Where an import that ended early goes on. */
export interface ResumePoint {
  readonly file: string;
  readonly line: number;
}

/** What an import came to. */
export interface ImportOutcome {
  readonly accepted: number;
  readonly duplicates: number;
  /** Of the last batch that was stored. */
  readonly position: string;
  readonly faults: readonly LineFault[];
  /** Where history goes back in time; of each file the first place for a partnership. */
  readonly stepsBack: readonly StepBack[];
  readonly resumeAt?: ResumePoint;
}

export interface ImportOptions {
  readonly files: readonly string[];
  /** Of the first file. */
  readonly fromLine: number;
  readonly lenient: boolean;
  /** Asked between batches: whether somebody wants the import to end. */
  readonly isInterrupted: () => boolean;
}

/** The import ended before its end for a reason outside the file. It can be resumed. */
export class ImportBroken extends Fault {
  readonly retriable = true;
}

/** Imports files: first every fault of all of them is looked for, and only then, or where lenient, they are published. */
export class Import {
  private readonly faults: LineFault[] = [];
  private accepted = 0;
  private duplicates = 0;
  private position = '';
  private readonly stepsBack = new StepsBack((step) => this.console.sayError(stepBackInWords(step)));

  constructor(
    private readonly hub: HubClient,
    private readonly console: Console,
    private readonly options: ImportOptions,
  ) {}

  async run(): Promise<ImportOutcome> {
    const { lenient } = this.options;
    if (!lenient) await this.check();
    if (this.faults.length > 0) return this.outcome();
    return this.outcome(this.options.isInterrupted() ? this.pointIn(0) : await this.publish());
  }

  private async check(): Promise<void> {
    const { files, isInterrupted } = this.options;
    const earlier = await EarlierLines.before(files);
    for (const [place, file] of files.entries()) {
      const progress = this.console.progress(`checking ${file}`, await sizeOf(file));
      for await (const { faults, end } of checkFile(this.hub, file, this.linesFrom(this.pointIn(place), 'first'), earlier)) {
        this.tell(faults);
        progress.at(end);
        if (isInterrupted()) break;
      }
      progress.end();
    }
  }

  /** Answers where to go on, if anywhere. */
  private async publish(): Promise<ResumePoint | undefined> {
    for (const [place, file] of this.options.files.entries()) {
      const at = await this.publishOne(file, this.pointIn(place));
      if (at !== undefined) return at;
    }
    return undefined;
  }

  private async publishOne(file: string, from: ResumePoint): Promise<ResumePoint | undefined> {
    const progress = this.console.progress(`importing ${file}`, await sizeOf(file));
    let next = from;
    try {
      const lines = this.linesFrom(from, this.options.lenient ? 'first' : 'again');
      for await (const batch of publishFile(this.hub, file, lines, this.options.lenient)) {
        this.tell(batch.faults);
        if (!batch.stored) return next;
        this.accepted += batch.accepted;
        this.duplicates += batch.duplicates;
        if (batch.position !== '') this.position = batch.position;
        next = { file, line: batch.last + 1 };
        progress.at(batch.end);
        if (this.options.isInterrupted()) return next;
      }
      return undefined;
    } catch (cause) {
      const why = cause instanceof Fault ? cause.message : 'something went wrong that nobody named';
      throw new ImportBroken(`${why}; ${resumeWords(next)}`, { cause });
    } finally {
      progress.end();
    }
  }

  /** Where they are read for the first time it is seen whether they go back in time. */
  private linesFrom({ file, line }: ResumePoint, time: 'first' | 'again'): AsyncIterable<Line> {
    const lines = linesOf(file, line);
    return time === 'first' ? this.stepsBack.along(file, lines) : lines;
  }

  private tell(faults: readonly LineFault[]): void {
    this.faults.push(...faults);
    for (const fault of faults) this.console.writeError(`${inWords(fault)}\n`);
  }

  private pointIn(place: number): ResumePoint {
    return { file: this.options.files[place] ?? '', line: place === 0 ? this.options.fromLine : 1 };
  }

  private outcome(resumeAt?: ResumePoint): ImportOutcome {
    const { accepted, duplicates, position, faults, stepsBack } = this;
    return { accepted, duplicates, position, faults, stepsBack: stepsBack.found, ...(resumeAt === undefined ? {} : { resumeAt }) };
  }
}

/** How somebody goes on from there. */
export const resumeWords = ({ file, line }: ResumePoint): string => `resume with: throughline import ${file} --from-line ${line}`;

const sizeOf = async (file: string): Promise<number> => (await stat(file)).size;

import { SingleBar } from 'cli-progress';

/** Where long work stands. */
export interface Progress {
  /** @param done of the total that it was begun with */
  at(done: number): void;
  end(): void;
}

const BETWEEN_LINES = 5_000;

/** What a command says: results on standard output, everything about the way there on standard error. */
export class Console {
  constructor(
    private readonly out: NodeJS.WritableStream = process.stdout,
    private readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr,
  ) {}

  write(text: string): void {
    this.out.write(text);
  }

  writeError(text: string): void {
    this.err.write(text);
  }

  say(line: string): void {
    this.write(`${line}\n`);
  }

  sayError(line: string): void {
    this.writeError(`throughline: ${line}\n`);
  }

  /** One JSON document, for machines. */
  json(value: unknown): void {
    this.say(JSON.stringify(value, null, 2));
  }

  /** Rows under their headings, in columns. */
  table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)));
    for (const row of [headings, ...rows])
      this.say(
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
  }

  /** A progress bar on a terminal, a plain line every few seconds elsewhere. */
  progress(what: string, total: number): Progress {
    return this.err.isTTY === true ? this.bar(what, total) : this.plain(what, total);
  }

  private bar(what: string, total: number): Progress {
    const bar = new SingleBar({ format: `${what} {bar} {percentage}% {eta_formatted}`, stream: this.err, hideCursor: true });
    bar.start(Math.max(total, 1), 0);
    return { at: (done) => bar.update(done), end: () => bar.stop() };
  }

  private plain(what: string, total: number): Progress {
    let said = performance.now();
    return {
      at: (done) => {
        if (performance.now() - said < BETWEEN_LINES) return;
        said = performance.now();
        this.sayError(`${what}: ${Math.floor((100 * done) / Math.max(total, 1))} %`);
      },
      end: () => undefined,
    };
  }
}

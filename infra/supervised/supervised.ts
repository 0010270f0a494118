import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** How a child is asked to end, and by what it is ended where it does not. */
export interface Ending {
  readonly ask: NodeJS.Signals;
  /** Milliseconds that it gets; without it it is waited for. */
  readonly insist?: { readonly after: number; readonly by: NodeJS.Signals };
}

const LONGEST_PAUSE = 5_000;

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    child.once('exit', () => resolve());
  });

/** A child process that is started again whenever it ends without having been asked to. */
export class Supervised {
  private state: 'wanted' | 'ending' = 'wanted';

  /** `start` makes another such child, in the same place, and settles when it can be used. */
  constructor(
    private child: ChildProcess,
    private readonly start: () => Promise<ChildProcess>,
    private readonly ending: Ending,
  ) {
    this.watch();
  }

  /** Asked anew each time: it changes while a start is waited for. */
  private isWanted(): boolean {
    return this.state === 'wanted';
  }

  /** Its process now; another one after it was started again. */
  get pid(): number {
    return this.child.pid ?? 0;
  }

  private watch(): void {
    this.child.once('exit', () => void this.startAgain());
  }

  private async startAgain(): Promise<void> {
    for (let delay = 50; this.isWanted(); delay = Math.min(delay * 2, LONGEST_PAUSE)) {
      await pause(delay, undefined, { ref: false });
      if (!this.isWanted()) return;
      try {
        this.child = await this.start();
        if (this.isWanted()) this.watch();
        else this.child.kill(this.ending.ask);
        return;
      } catch {
        // It said why where it says such things; its clients see the connection refused.
      }
    }
  }

  /** Ends it in order, and waits until it is gone. */
  async stop(): Promise<void> {
    this.state = 'ending';
    const { ask, insist } = this.ending;
    const ended = gone(this.child);
    this.child.kill(ask);
    const insisting = insist === undefined ? undefined : setTimeout(() => this.child.kill(insist.by), insist.after);
    await ended;
    clearTimeout(insisting);
  }

  /** Ends it as a power cut would, and leaves it so. */
  kill(): void {
    this.state = 'ending';
    this.child.kill('SIGKILL');
  }
}

import { type Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 30_000;

/**
 * The order in which the process ends: what started last stops first. A step that fails or takes too long is said and passed
 * over; what comes after it still gets its turn.
 */
export class Shutdown {
  private readonly steps: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];
  private ending: Promise<boolean> | undefined;

  constructor(
    private readonly logger: Logger,
    private readonly patience = PATIENCE,
  ) {}

  /** Says how to stop what has just started. */
  onStop(name: string, stop: () => Promise<void> | void): void {
    this.steps.push({ name, stop });
  }

  /** Stops everything, once; answers whether every step went well. */
  run(): Promise<boolean> {
    return (this.ending ??= this.runSteps());
  }

  /**
   * Ends the process in order on Ctrl-C and on `SIGTERM`, at once on a second Ctrl-C (not within a second: npm passes on what
   * the terminal has sent already), and in order but with a failure's code on
   * an error that nobody caught: a process in an unknown state must not go on.
   */
  onSignals(): void {
    let asked: number | undefined;
    const end = (signal: NodeJS.Signals): void => {
      if (asked !== undefined && signal === 'SIGINT' && performance.now() - asked > 1_000) process.exit(130);
      if (asked !== undefined) return;
      asked = performance.now();
      this.logger.info({ signal }, 'stopping');
      void this.exit(0);
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    process.on('uncaughtException', (error) => this.fail(error));
    process.on('unhandledRejection', (error) => this.fail(error));
  }

  /** For what the process cannot go on after: says it, stops the rest, and ends with that code, a failure's. */
  fail(error: unknown, code = 1): void {
    this.logger.fatal({ err: error }, 'cannot go on');
    void this.exit(code);
  }

  private async exit(code: number): Promise<void> {
    const well = await this.run();
    this.logger.flush();
    process.exit(well || code !== 0 ? code : 1);
  }

  private async runSteps(): Promise<boolean> {
    let well = true;
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      well = (await this.runStep(step.name, step.stop)) && well;
    }
    return well;
  }

  private async runStep(name: string, stop: () => Promise<void> | void): Promise<boolean> {
    const late = new AbortController();
    try {
      const tooLong = pause(this.patience, 'too long' as const, { signal: late.signal });
      tooLong.catch(() => undefined);
      const outcome = await Promise.race([Promise.resolve().then(stop), tooLong]);
      if (outcome === 'too long') this.logger.error({ step: name }, 'did not stop in time');
      return outcome !== 'too long';
    } catch (err) {
      this.logger.error({ step: name, err }, 'did not stop well');
      return false;
    } finally {
      late.abort();
    }
  }
}

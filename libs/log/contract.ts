import { copying } from './contract/copying';
import { owning } from './contract/owning';
import { reading } from './contract/reading';
import type { LogHarness } from './contract/harness';
import { scanning } from './contract/scanning';
import { writing } from './contract/writing';

export type { LogHarness } from './contract/harness';

/**
 * What every log MUST do (see port.ts). An adapter runs it in one line, against the real thing that it stands on.
 *
 * One MUST it can only try by writing much at once: that a reader misses nothing, however late its writer committed. Where writers take
 * their places before they commit, the adapter's own suite holds one open between the two, as that of the PostgreSQL log does.
 */
export const logContract = (name: string, makeHarness: () => Promise<LogHarness>): void => {
  describe(`the ${name} log`, () => {
    let harness: LogHarness | undefined;
    beforeAll(async () => {
      harness = await makeHarness();
    }, 240_000);
    afterAll(() => harness?.close(), 60_000);
    const made = (): LogHarness => {
      if (harness === undefined) throw new Error('the log under test was not made');
      return harness;
    };
    writing(made);
    scanning(made);
    reading(made);
    owning(made);
    copying(made);
  });
};

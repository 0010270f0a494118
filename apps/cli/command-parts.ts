import type { Console } from './console';
import type { HubClient } from './hub/hub-client';

/** How a command ended (contract.md, section 5). */
export const EXIT = { done: 0, fault: 1, misuse: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What every command works with. */
export interface CommandParts {
  /**
   * The hub that the environment names; asked only when a command runs, so that `--help` needs none.
   * @param patience milliseconds for which a call is tried again while the hub is busy or away
   */
  readonly hub: (patience?: number) => HubClient;
  readonly console: Console;
  /** Says how the command ended; without it, done. */
  readonly end: (code: ExitCode) => void;
}

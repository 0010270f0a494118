import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';

/** What a test waited for has not come about. */
class NotComeAbout extends Fault {
  readonly retriable = false;
}

/** Waits until it is so, at most a minute. */
export const until = async (what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> => {
  const end = performance.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new NotComeAbout(`not within ${seconds} s: ${what}`);
    await pause(100);
  }
};

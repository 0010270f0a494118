import { formatInstant } from '@throughline/kernel';

/** When records are recorded: now, to the millisecond, and never earlier than a stamp before, whatever the machine's clock does. */
export class Stamp {
  private latest = 0;

  /** @param clock milliseconds since 1970 */
  constructor(private readonly clock: () => number) {}

  now(): string {
    this.latest = Math.max(this.latest, this.clock());
    return formatInstant(this.latest);
  }
}

/**
 * Records on their way into the log. Two calls never work on the same key at once: the later one waits for the outcome of the
 * earlier, and then sees it. A call takes all its keys in one step, and holds none while it waits, so no two wait for each other.
 */
export class InFlight {
  private readonly held = new Map<string, Promise<void>>();

  /**
   * Waits until nobody works on any of these, then takes `keys`. The answer gives them back, and MUST be called whatever happens.
   * @param watched keys that are only waited for
   */
  async take(keys: readonly string[], watched: readonly string[]): Promise<() => void> {
    for (let busy = this.busyWith(keys, watched); busy !== undefined; busy = this.busyWith(keys, watched)) await busy;
    let settle: () => void = () => undefined;
    const outcome = new Promise<void>((resolve) => {
      settle = resolve;
    });
    for (const key of keys) this.held.set(key, outcome);
    return () => {
      for (const key of keys) if (this.held.get(key) === outcome) this.held.delete(key);
      settle();
    };
  }

  private busyWith(...lists: readonly (readonly string[])[]): Promise<void> | undefined {
    if (this.held.size === 0) return undefined;
    for (const keys of lists) {
      for (const key of keys) {
        const outcome = this.held.get(key);
        if (outcome !== undefined) return outcome;
      }
    }
    return undefined;
  }
}

import type { Moment } from '../calendar';

interface Item {
  readonly at: Moment;
  readonly order: number;
  readonly act: () => void;
}

/** What is to come in a life, in the order of time: what is done now sees what was done before by whomever, and nothing else. */
export class Agenda {
  /** The next one stands last. */
  private readonly items: Item[] = [];
  private ordered = 0;
  private reached: Moment = -Infinity;

  get now(): Moment {
    return this.reached;
  }

  /** Of what is put on it for the same moment, what came first is first; what would have been before now is now. */
  put(at: Moment, act: () => void): void {
    const item: Item = { at: Math.max(at, this.reached), order: this.ordered, act };
    this.ordered += 1;
    let place = this.items.length;
    while (place > 0 && isBefore(this.items[place - 1], item)) place -= 1;
    this.items.splice(place, 0, item);
  }

  /** Does what is on it, and what that puts on it, up to a moment. */
  unfold(until: Moment): void {
    for (let next = this.items.at(-1); next !== undefined && next.at <= until; next = this.items.at(-1)) {
      this.items.pop();
      this.reached = next.at;
      next.act();
    }
  }
}

const isBefore = (one: Item | undefined, other: Item): boolean =>
  one !== undefined && (one.at < other.at || (one.at === other.at && one.order < other.order));

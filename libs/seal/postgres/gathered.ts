interface Group<Item, Result> {
  readonly items: Set<Item>;
  readonly done: Promise<Result>;
}

/**
 * Many callers' questions as few questions: what is asked while one question is under way goes into the next one together, per
 * partnership. A caller gets the whole group's answer, or its failure.
 */
export class Gathered<Item, Result> {
  private readonly running = new Map<string, Promise<Result>>();
  private readonly next = new Map<string, Group<Item, Result>>();

  constructor(private readonly ask: (partnership: string, items: readonly Item[]) => Promise<Result>) {}

  get(partnership: string, items: Iterable<Item>): Promise<Result> {
    const running = this.running.get(partnership);
    if (running === undefined) return this.run(partnership, [...items]);
    let group = this.next.get(partnership);
    if (group === undefined) {
      const gathered = new Set<Item>();
      const begin = (): Promise<Result> => {
        this.next.delete(partnership);
        return this.run(partnership, [...gathered]);
      };
      group = { items: gathered, done: running.then(begin, begin) };
      this.next.set(partnership, group);
    }
    for (const item of items) group.items.add(item);
    return group.done;
  }

  private run(partnership: string, items: readonly Item[]): Promise<Result> {
    const answer = this.ask(partnership, items);
    this.running.set(partnership, answer);
    const over = (): void => {
      if (this.running.get(partnership) === answer) this.running.delete(partnership);
    };
    answer.then(over, over);
    return answer;
  }
}

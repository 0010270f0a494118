import { CaseMemory, type Remembered } from './case-memory';

/** Something that is remembered in so many records, of which it keeps half when it is told to shrink; or cannot let go of any. */
class Some implements Remembered {
  isDropped = false;

  constructor(
    public records: number,
    private readonly clings = false,
  ) {}

  weight(): number {
    return this.records;
  }

  shrink(): void {
    if (!this.clings) this.records = Math.floor(this.records / 2);
  }

  dropped(): void {
    this.isDropped = true;
  }
}

const batch = (memory: CaseMemory, ...items: Some[]): void => {
  memory.use(items);
  memory.done(items);
};

describe('What the partitions of one process remember together', () => {
  it('stays until all of it nearly fills what memory may hold', () => {
    const memory = new CaseMemory(100);
    const [one, other] = [new Some(60), new Some(25)];
    batch(memory, one);
    batch(memory, other);
    expect([memory.weight, one.records, other.records]).toEqual([85, 60, 25]);
  });

  it('then shrinks, what was used longest ago first, until there is room again', () => {
    const memory = new CaseMemory(100);
    const [one, other, last] = [new Some(32), new Some(32), new Some(20)];
    batch(memory, one);
    batch(memory, other);
    batch(memory, last);
    batch(memory, one);
    other.records += 10;
    batch(memory, last, one, other);
    expect([last.records, one.records, other.records]).toEqual([10, 16, 42]);
    expect(memory.weight).toBe(68);
  });

  it('goes whole, what was used longest ago first, where it cannot let go of enough', () => {
    const memory = new CaseMemory(100);
    const [one, other] = [new Some(60, true), new Some(60, true)];
    batch(memory, one);
    batch(memory, other);
    expect([one.isDropped, other.isDropped, memory.weight]).toEqual([true, false, 60]);
  });

  it('is left as it is while a batch uses it, and shrinks when the batch is done', () => {
    const memory = new CaseMemory(100);
    const [one, other] = [new Some(80), new Some(30)];
    batch(memory, one);
    memory.use([one]);
    batch(memory, other);
    expect([one.records, other.records, memory.weight]).toEqual([80, 15, 95]);
    memory.done([one]);
    expect([one.records, memory.weight]).toEqual([40, 47]);
  });

  it('counts no more what a partition forgets that is read by somebody else', () => {
    const memory = new CaseMemory(100);
    const [one, other] = [new Some(80), new Some(80)];
    batch(memory, one);
    memory.forget([one]);
    batch(memory, other);
    expect([memory.weight, other.records]).toEqual([80, 80]);
  });
});

import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { type GroupedAppendLimits, GroupedAppends, LogBusy } from './grouped-append';
import { createInMemoryLog } from './in-memory';
import { ENTRY_OVERHEAD_BYTES, type Log, LogUnavailable, type NewEntry } from './port';

const entries = (caller: number, from: number, count: number, size = 10): NewEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    partnership: `area-${caller % 3}`,
    value: Buffer.from(`${caller}:${from + index}`.padEnd(size, ' ')),
  }));

/** A real log that notes the size of each append, and takes its time. */
class Watched {
  readonly log = createInMemoryLog({ partitions: 2 });
  readonly groups: string[][] = [];
  inFlight = 0;
  mostInFlight = 0;
  fails: (group: readonly string[]) => boolean = () => false;

  async append(group: readonly NewEntry[]): Promise<readonly bigint[]> {
    this.groups.push(group.map((each) => each.value.toString().trim()));
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      await pause(1);
      if (this.fails(this.groups.at(-1) ?? [])) throw new LogUnavailable('the log does not answer');
      return await this.log.append(group);
    } finally {
      this.inFlight -= 1;
    }
  }

  async stored(): Promise<Map<string, { position: bigint; partition: number }>> {
    const found = new Map<string, { position: bigint; partition: number }>();
    for (const partition of [0, 1]) {
      const { end } = await this.log.bounds(partition);
      for await (const batch of this.log.scan(partition, { from: 0n, to: end, maxEntries: 1_000 })) {
        for (const { value, position } of batch) found.set(value.toString().trim(), { position, partition });
      }
    }
    return found;
  }
}

const grouped = (log: Pick<Log, 'append'>, limits: Partial<GroupedAppendLimits> = {}): GroupedAppends => new GroupedAppends(log, limits);

describe('appends of many callers in groups', () => {
  it('gives every caller its own positions, keeps its order, and splits no call, whatever the sizes', async () => {
    const calls = fc.array(
      fc.record({ caller: fc.integer({ min: 0, max: 4 }), count: fc.integer({ min: 0, max: 40 }), late: fc.boolean() }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(calls, fc.integer({ min: 1, max: 60 }), async (all, groupEntries) => {
        const watched = new Watched();
        const appends = grouped(watched, { groupEntries });
        const sent = new Map<number, number>();
        const answers: { own: string[]; positions: Promise<readonly bigint[]> }[] = [];
        for (const { caller, count, late } of all) {
          const from = sent.get(caller) ?? 0;
          sent.set(caller, from + count);
          const own = entries(caller, from, count);
          answers.push({ own: own.map((each) => each.value.toString().trim()), positions: appends.append(own) });
          if (late) await pause(1);
        }
        await Promise.all(answers.map((answer) => answer.positions));
        await appends.settled();
        const stored = await watched.stored();
        for (const { own, positions } of answers) {
          expect(await positions).toEqual(own.map((text) => stored.get(text)?.position));
          const first = own[0];
          if (first !== undefined) expect(watched.groups.find((group) => group.includes(first))).toEqual(expect.arrayContaining(own));
        }
        for (const [caller, count] of sent) {
          const order = Array.from({ length: count }, (_, index) => stored.get(`${caller}:${index}`)?.position ?? -1n);
          expect(order.every((position, index) => index === 0 || position > (order[index - 1] ?? -1n))).toBe(true);
        }
        expect(stored.size).toBe([...sent.values()].reduce((sum, count) => sum + count, 0));
        expect(watched.mostInFlight).toBeLessThanOrEqual(1);
        expect(appends.waiting).toEqual({ entries: 0, bytes: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('sends what arrives during an append as one', async () => {
    const watched = new Watched();
    const appends = grouped(watched);
    const first = appends.append(entries(0, 0, 1));
    await pause(0);
    while (watched.groups.length === 0) await pause(0);
    const others = Array.from({ length: 100 }, (_, caller) => appends.append(entries(caller + 1, 0, 1)));
    await Promise.all([first, ...others]);
    expect(watched.groups.map((group) => group.length)).toEqual([1, 100]);
  });

  it('sends at most the set number of entries and bytes together, but a larger single call as it is', async () => {
    const watched = new Watched();
    const appends = grouped(watched, { groupEntries: 10, groupBytes: 20 * (100 + ENTRY_OVERHEAD_BYTES) });
    await Promise.all([4, 4, 4, 1_000, 3].map((count, caller) => appends.append(entries(caller, 0, count))));
    expect(watched.groups.map((group) => group.length)).toEqual([8, 4, 1_000, 3]);

    const heavy = new Watched();
    const bytes = grouped(heavy, { groupEntries: 1_000, groupBytes: 4 * (100 + ENTRY_OVERHEAD_BYTES) });
    await Promise.all([3, 1, 2, 9].map((count, caller) => bytes.append(entries(caller, 0, count, 100))));
    expect(heavy.groups.map((group) => group.length)).toEqual([4, 2, 9]);
  });

  it('refuses with LogBusy beyond the bound, stores nothing of that, and takes more once there is room', async () => {
    const watched = new Watched();
    const appends = grouped(watched, { waitingEntries: 20, groupEntries: 5 });
    const taken = [0, 1, 2, 3].map((caller) => appends.append(entries(caller, 0, 5)));
    await expect(appends.append(entries(9, 0, 1))).rejects.toBeInstanceOf(LogBusy);
    expect(new LogBusy('').retriable).toBe(true);
    expect(appends.waiting.entries).toBeLessThanOrEqual(20);
    await Promise.all(taken);
    await appends.append(entries(9, 0, 1));
    expect((await watched.stored()).size).toBe(21);
  });

  it('bounds the bytes that wait, too', async () => {
    const appends = grouped(new Watched(), { waitingBytes: 2_000 });
    const taken = appends.append(entries(0, 0, 1, 1_500));
    await expect(appends.append(entries(1, 0, 1, 1_500))).rejects.toBeInstanceOf(LogBusy);
    await taken;
  });

  it('rejects a failed group to its callers alone', async () => {
    const watched = new Watched();
    watched.fails = (group) => group.includes('1:0');
    const appends = grouped(watched, { groupEntries: 2 });
    const results = await Promise.allSettled(
      [0, 1, 2, 3].map((caller) => appends.append(entries(caller, 0, caller === 1 || caller === 2 ? 1 : 2))),
    );
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect([...(await watched.stored()).keys()].sort()).toEqual(['0:0', '0:1', '3:0', '3:1']);
  });
});

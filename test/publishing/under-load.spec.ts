import { type Log, LogUnavailable } from '@throughline/log';
import { incident, stranger } from './events';
import { RunningIntake } from './running-intake';

/** A log whose appends can be held up or made to fail, in front of the real one. */
class Weir {
  readonly sizes: number[] = [];
  private held: Promise<void> = Promise.resolve();
  private open: () => void = () => undefined;
  failing: 'before' | 'after' | undefined;

  close(): void {
    this.held = new Promise((resolve) => {
      this.open = resolve;
    });
  }

  release(): void {
    this.open();
  }

  through(log: Log): Log {
    return {
      partitions: log.partitions,
      partitionOf: (partnership) => log.partitionOf(partnership),
      bounds: (partition) => log.bounds(partition),
      scan: (partition, range) => log.scan(partition, range),
      subscribe: (reader, options) => log.subscribe(reader, options),
      close: () => log.close(),
      append: async (entries) => {
        this.sizes.push(entries.length);
        await this.held;
        if (this.failing === 'before') throw new LogUnavailable('the log is away');
        const positions = await log.append(entries);
        if (this.failing === 'after') throw new LogUnavailable('the answer of the log was lost');
        return positions;
      },
    };
  }
}

describe('publishing under load and in trouble', () => {
  const weir = new Weir();
  let now = Date.now();
  let intake: RunningIntake;
  beforeAll(async () => {
    intake = await RunningIntake.start({
      throughLog: (log) => weir.through(log),
      limits: { requestsPerSecond: 200, bodyBytes: 6 * 1024 * 1024, waitingEntries: 100 },
      clock: () => now,
    });
  });
  beforeEach(() => {
    now += 1_000;
  });
  afterEach(() => {
    weir.failing = undefined;
    weir.release();
  });
  afterAll(() => intake.stop());

  const stored = async (id: string): Promise<number> => (await intake.envelopes()).filter((envelope) => envelope.id === id).length;

  it('what arrives while the log is at work goes out together with the next append', async () => {
    weir.close();
    weir.sizes.length = 0;
    const first = intake.publish(incident());
    while (weir.sizes.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const more = Array.from({ length: 60 }, () => intake.publish(incident()));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    weir.release();
    const answers = await Promise.all([first, ...more]);
    expect(answers.every(({ status, body }) => status === 202 && body.accepted === 1)).toBe(true);
    // However slow the machine, most of them had come by then.
    expect(weir.sizes.length).toBeLessThan(20);
    expect(Math.max(...weir.sizes)).toBeGreaterThan(30);
    expect(new Set(answers.map(({ body }) => body.position)).size).toBe(61);
  });

  it('nothing is acknowledged before the log has it', async () => {
    weir.close();
    let answered = false;
    const publishing = intake.publish(incident()).then((answer) => {
      answered = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answered).toBe(false);
    weir.release();
    expect((await publishing).status).toBe(202);
  });

  it('where more waits for the log than memory may hold, a caller is told to come again', async () => {
    weir.close();
    weir.sizes.length = 0;
    const answers = [intake.publish(incident())];
    while (weir.sizes.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let at = 0; at < 4; at += 1) answers.push(intake.publishAll(Array.from({ length: 40 }, () => incident())));
    const refused = await Promise.race(answers);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    weir.release();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 202, 202, 503, 503]);
  });

  it('where too many bodies come at once, a caller is told to come again', async () => {
    const large = JSON.stringify([stranger('')]).padEnd(4 * 1024 * 1024);
    const send = () => intake.post('/v1/records', { headers: { 'content-type': 'application/cloudevents-batch+json' }, body: large });
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    expect(answers.every(({ status }) => status === 202 || status === 503)).toBe(true);
    expect((await send()).status).toBe(202);
  });

  it('while the log is away the answer is 503, and the same record is taken when it is back', async () => {
    const record = incident();
    weir.failing = 'before';
    const { status, headers } = await intake.publish(record);
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    weir.failing = undefined;
    expect((await intake.publish(record)).body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await stored(record.id)).toBe(1);
  });

  it('where only the answer of the log was lost, a retry is a duplicate once the tables have the record', async () => {
    const record = incident();
    weir.failing = 'after';
    expect((await intake.publish(record)).status).toBe(503);
    weir.failing = undefined;
    await intake.settle();
    expect((await intake.publish(record)).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('a race whose first append fails is decided by the next: stored once, nothing lost', async () => {
    const record = incident();
    weir.close();
    weir.failing = 'before';
    const answers = Array.from({ length: 8 }, () => intake.publish(record));
    await new Promise((resolve) => setTimeout(resolve, 150));
    weir.release();
    await Promise.race(answers);
    weir.failing = undefined;
    const all = await Promise.all(answers);
    if (all.every(({ status }) => status === 503)) expect((await intake.publish(record)).status).toBe(202);
    expect(await stored(record.id)).toBe(1);
  });

  it('above 200 requests in a second a client is told to wait, and another client is not', async () => {
    const answers = await Promise.all(Array.from({ length: 260 }, () => intake.post('/v1/records', { body: '' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(60);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
    expect((await intake.post('/v1/records', { as: 'csc', body: '' })).status).toBe(415);
    now += 1_000;
    expect((await intake.publish(incident())).status).toBe(202);
  });

  it('a stamp is never earlier than one before, though the clock is', async () => {
    const [one, other] = [incident(), incident()];
    await intake.publish(one);
    now -= 60_000;
    await intake.publish(other);
    now += 62_000;
    const stamps = (await intake.envelopes()).filter(({ id }) => id === one.id || id === other.id).map(({ recordedtime }) => recordedtime);
    expect(stamps[0]).toBe(stamps[1]);
  });
});

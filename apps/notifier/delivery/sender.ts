import type { Actor, Disclosures } from '@throughline/access';
import type { Channel, ChannelName, Delivery, Message, Target } from '@throughline/alerts';
import { MINUTE } from '@throughline/kernel';
import { deliveriesMade } from './measures';
import type { DeliveryQueue, Settled, Taken } from './queue';
import { GIVE_UP_AFTER, givesUp, pauseAfter } from './retrying';
import { type ChannelTargets, OPERATOR } from './targets';

export interface SenderParts {
  readonly queue: DeliveryQueue;
  readonly targets: ChannelTargets;
  readonly disclosures: Disclosures;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Told of what failed for good: the words are safe. */
  readonly gaveUp: (delivery: { readonly channel: ChannelName; readonly agency: string; readonly key: string }, fault: string) => void;
  /** A target is free again, and more may be due for it. */
  readonly wake: () => void;
}

/** How many messages are taken at once: where they are written together, and where each is a call. */
const TOGETHER = 500;
const ONE_BY_ONE = 8;

/** Targets that are called at the same time: one that does not answer holds up no other. */
const MOST_LANES = 64;

/** Milliseconds after which the rest of a lane is given back: a lease is as long as this and one more attempt. */
const LANE_TIME = 5_000;

const DISABLED = 'the webhook is disabled';

const hasTargets = (channel: ChannelName): boolean => channel !== 'inbox' && channel !== 'events' && channel !== 'kafka';
/** Messages that tell of alerts, and leave the hub. */
const tellsOutside = (channel: ChannelName): boolean => channel !== 'inbox' && channel !== 'events' && channel !== 'trouble';

/** In whose name the second log says that something was sent. */
const hub = (agency: string, partnership: string): Actor => ({
  id: 'hub',
  role: 'system',
  agency,
  partnerships: [partnership],
  scopes: new Set(),
});

/** Where a message stands after an attempt, and for how many milliseconds its target asked to be left in peace. */
interface Tried {
  readonly state: Settled['state'];
  readonly later?: number | undefined;
}

type Addressed = readonly [Taken, Message | 'disabled' | undefined];

/** Sends what is due on one channel, and says what became of it. A webhook gets its messages one after the other, the oldest first. */
export class Sender {
  private readonly lanes = new Map<string, Promise<void>>();
  /** Targets that took the last message that they got. */
  private readonly calm = new Set<string>();

  constructor(
    private readonly channel: Channel<never>,
    private readonly parts: SenderParts,
  ) {}

  /** Answers how many messages were due. */
  async sendDue(): Promise<number> {
    const { queue, now } = this.parts;
    const { name } = this.channel;
    const together = 'deliverTogether' in this.channel;
    if (this.lanes.size >= MOST_LANES) return 0;
    const taken = await queue.take(name, together ? TOGETHER : ONE_BY_ONE, now(), [...this.lanes.keys()]);
    if (taken.length === 0) return 0;
    const messages = await this.addressed(taken);
    if (together) await this.together(messages);
    else if (name === 'webhook') this.inLanes(messages);
    else await Promise.all(messages.map(([each, message]) => this.one(each, message)));
    return taken.length;
  }

  /** Settles when no lane is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.lanes.values());
  }

  private async addressed(taken: readonly Taken[]): Promise<readonly Addressed[]> {
    const { targets, now } = this.parts;
    const numbers = taken.map(({ target }) => Number(target)).filter((number) => Number.isSafeInteger(number));
    const open = hasTargets(this.channel.name) ? await targets.open(numbers, now()) : undefined;
    return taken.map((each): Addressed => {
      const own: Target = { name: each.target, address: each.target };
      const target = open === undefined ? own : each.target === OPERATOR ? targets.operator : open.get(each.target);
      return [each, target === undefined || target === 'disabled' ? target : ({ ...each, target } as unknown as Message)];
    });
  }

  private async together(messages: readonly Addressed[]): Promise<void> {
    const whole = messages.flatMap(([, message]) => (typeof message === 'object' ? [message] : []));
    const failed = await this.channel.deliverTogether?.(whole as never).then(
      () => undefined,
      () => 'the tables could not be written',
    );
    const outcome: Delivery = failed === undefined ? { result: 'delivered' } : { result: 'retry', fault: failed };
    await this.parts.queue.settle(
      messages.map(([each]) => this.after(each, outcome)),
      this.parts.now(),
    );
  }

  private inLanes(messages: readonly Addressed[]): void {
    for (const target of new Set(messages.map(([each]) => each.target))) {
      const lane = this.lane(
        target,
        messages.filter(([each]) => each.target === target),
      )
        // What could not be settled is leased for a while, and then sent again.
        .catch(() => undefined)
        .finally(() => {
          this.lanes.delete(target);
          this.parts.wake();
        });
      this.lanes.set(target, lane);
    }
  }

  /**
   * One target's messages in their order. One that is not taken steps aside; after two in a row, or where it asks for that, the target
   * is left in peace for a while.
   */
  private async lane(target: string, messages: readonly Addressed[]): Promise<void> {
    const { queue, targets, now } = this.parts;
    const began = performance.now();
    let refused = 0;
    for (const [place, [each, message]] of messages.entries()) {
      const { state, later } = await this.one(each, message);
      refused = state === 'delivered' ? 0 : refused + 1;
      if (state === 'delivered') {
        await targets.took(Number(target), now());
        if (!this.calm.has(target)) await queue.hurry('webhook', target, now());
        this.calm.add(target);
      }
      const isLate = performance.now() - began > LANE_TIME;
      if (refused < 2 && later === undefined && !isLate) continue;
      await queue.release(messages.slice(place + 1).map(([rest]) => rest.number));
      if (refused === 0) return;
      this.calm.delete(target);
      if (state === 'waiting') await queue.spare('webhook', target, now() + (later ?? MINUTE));
      return;
    }
    if (refused > 0) this.calm.delete(target);
  }

  private async one(each: Taken, message: Message | 'disabled' | undefined): Promise<Tried> {
    const { queue, targets, now, gaveUp } = this.parts;
    if (typeof message !== 'object') {
      const state = message === undefined ? 'withdrawn' : 'missed';
      await queue.settle([{ number: each.number, state, nextAttempt: now(), fault: null }], now());
      return { state };
    }
    const outcome = await this.channel.deliver(message as never);
    if (outcome.result === 'delivered') await this.disclose(each);
    const settled = this.after(each, outcome);
    if (outcome.result === 'delivered' || settled.state === 'waiting') {
      await queue.settle([settled], now());
      return { state: settled.state, later: outcome.result === 'retry' ? outcome.later : undefined };
    }
    gaveUp(each, outcome.fault);
    const isOver = each.channel === 'webhook' && (outcome.result === 'retry' || outcome.disable === true);
    // Whoever takes other messages is there: it is this one that they do not take.
    const since = outcome.result === 'retry' ? each.triedSince : Number.MAX_SAFE_INTEGER;
    const isDisabled = isOver && (await targets.disable(Number(each.target), outcome.fault, now(), since));
    const state = isDisabled ? 'missed' : 'failed';
    await queue.settle([{ ...settled, state }], now());
    if (isDisabled) await queue.miss(each.channel, each.target, DISABLED, now());
    return { state };
  }

  private after(each: Taken, outcome: Delivery): Settled {
    const { now, random } = this.parts;
    const at = now();
    const { number, channel, triedSince } = each;
    deliveriesMade.inc({ channel, result: outcome.result });
    if (outcome.result === 'delivered') return { number, state: 'delivered', nextAttempt: at, fault: null };
    const { fault } = outcome;
    const isOver = outcome.result === 'failed' || (givesUp(channel) && at - triedSince >= GIVE_UP_AFTER);
    if (isOver) return { number, state: 'failed', nextAttempt: at, fault };
    const pause = Math.max(pauseAfter(channel, each.attempts + 1, random()), outcome.later ?? 0);
    return { number, state: 'waiting', nextAttempt: Math.min(at + pause, Math.max(triedSince + GIVE_UP_AFTER, at + 1_000)), fault };
  }

  /** Who was sent what goes to the second log before the message counts as delivered: where it cannot be written, it is sent again. */
  private async disclose({ agency, partnership, channel, key, target, reference }: Taken): Promise<void> {
    if (!tellsOutside(channel)) return;
    await this.parts.disclosures.write(hub(agency, partnership), [
      { partnership, outcome: 'shown', what: 'delivery', basis: channel, items: [key, `${channel}:${target}`, reference] },
    ]);
  }
}

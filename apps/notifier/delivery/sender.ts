import type { Actor, Disclosures } from '@throughline/access';
import type { Channel, ChannelName, Delivery, Message, Target } from '@throughline/alerts';
import { deliveriesMade } from './measures';
import type { DeliveryQueue, Settled, Taken } from './queue';
import { GIVE_UP_AFTER, givesUp, pauseAfter } from './retrying';
import type { ChannelTargets } from './targets';

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
}

/** How many messages are taken at once: where they are written together, and where each is a call. */
const TOGETHER = 500;
const ONE_BY_ONE = 8;

const DISABLED = 'the target is disabled';

const hasTargets = (channel: ChannelName): boolean => channel === 'mail' || channel === 'webhook' || channel === 'digest';
const leavesTheHub = (channel: ChannelName): boolean => channel !== 'inbox' && channel !== 'events';

/** In whose name the second log says that something was sent. */
const hub = (agency: string, partnership: string): Actor => ({
  id: 'hub',
  role: 'system',
  agency,
  partnerships: [partnership],
  scopes: new Set(),
});

/** Sends what is due on one channel, and says what became of it. */
export class Sender {
  constructor(
    private readonly channel: Channel<never>,
    private readonly parts: SenderParts,
  ) {}

  /** Answers how many messages were due. */
  async sendDue(): Promise<number> {
    const { queue, now } = this.parts;
    const { name } = this.channel;
    const together = 'deliverTogether' in this.channel;
    const taken = await queue.take(name, together ? TOGETHER : ONE_BY_ONE, now());
    if (taken.length === 0) return 0;
    const open = hasTargets(name)
      ? await this.parts.targets.open(
          taken.map(({ target }) => Number(target)),
          now(),
        )
      : undefined;
    const messages = taken.map((each): [Taken, Message | undefined] => {
      const target: Target | undefined = open === undefined ? { name: each.target, address: each.target } : open.get(each.target);
      return [each, target === undefined ? undefined : ({ ...each, target } as unknown as Message)];
    });
    if (together) await this.together(messages);
    else await Promise.all(messages.map(([each, message]) => this.one(each, message)));
    return taken.length;
  }

  private async together(messages: readonly (readonly [Taken, Message | undefined])[]): Promise<void> {
    const whole = messages.flatMap(([, message]) => (message === undefined ? [] : [message]));
    const failed = await this.channel.deliverTogether?.(whole as never).then(
      () => undefined,
      () => 'the tables could not be written',
    );
    const outcome: Delivery = failed === undefined ? { result: 'delivered' } : { result: 'retry', fault: failed };
    await this.parts.queue.settle(
      messages.map(([each]) => this.settled(each, outcome)),
      this.parts.now(),
    );
  }

  private async one(each: Taken, message: Message | undefined): Promise<void> {
    const { queue, targets, now, gaveUp } = this.parts;
    if (message === undefined) {
      await queue.settle([{ number: each.number, state: 'withdrawn', nextAttempt: now(), fault: null }], now());
      return;
    }
    const outcome = await this.channel.deliver(message as never);
    if (outcome.result === 'delivered') await this.disclose(each);
    const settled = this.settled(each, outcome);
    await queue.settle([settled], now());
    if (outcome.result === 'delivered') return;
    if (settled.state === 'waiting') {
      if (each.channel === 'webhook') await queue.spare(each.channel, each.target, settled.nextAttempt);
      return;
    }
    gaveUp(each, outcome.fault);
    const isOver = outcome.result === 'retry' || outcome.disable === true;
    if (each.channel !== 'webhook' || !isOver) return;
    await targets.disable(Number(each.target), outcome.fault, now());
    await queue.fail(each.channel, each.target, DISABLED, now());
  }

  private settled(each: Taken, outcome: Delivery): Settled {
    const { now, random } = this.parts;
    const at = now();
    const { number, channel } = each;
    deliveriesMade.inc({ channel, result: outcome.result });
    if (outcome.result === 'delivered') return { number, state: 'delivered', nextAttempt: at, fault: null };
    const { fault } = outcome;
    const isOver = outcome.result === 'failed' || (givesUp(channel) && at - each.plannedAt >= GIVE_UP_AFTER);
    if (isOver) return { number, state: 'failed', nextAttempt: at, fault };
    const pause = Math.max(pauseAfter(channel, each.attempts + 1, random()), outcome.later ?? 0);
    return { number, state: 'waiting', nextAttempt: Math.min(at + pause, Math.max(each.plannedAt + GIVE_UP_AFTER, at + 1_000)), fault };
  }

  /** Who was sent what goes to the second log before the message counts as delivered: where it cannot be written, it is sent again. */
  private async disclose({ agency, partnership, channel, key, target, reference }: Taken): Promise<void> {
    if (!leavesTheHub(channel)) return;
    await this.parts.disclosures.write(hub(agency, partnership), [
      { partnership, outcome: 'shown', what: 'delivery', basis: channel, items: [key, `${channel}:${target}`, reference] },
    ]);
  }
}

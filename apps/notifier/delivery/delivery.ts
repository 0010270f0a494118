import type { Disclosures } from '@throughline/access';
import { type Channel, CHANNELS, createDeliveryTables, enableWebhook, EventsChannel, InboxChannel, Listening } from '@throughline/alerts';
import { type CheckResult, inTransactionAlone } from '@throughline/platform';
import type { Pool, PoolClient } from 'pg';
import { planDigests } from './digests';
import { deliveriesMissed, deliveriesWaiting, oldestWaitingSeconds, webhooksDisabled } from './measures';
import { resumeMissed } from './missed';
import { planChanges, type PlanParts } from './plan';
import { type ChannelState, DeliveryQueue } from './queue';
import { Sender, type SenderParts } from './sender';
import { ChannelTargets } from './targets';
import { trims } from './trimming';
import { planTroubles } from './troubles';

/** Where the projector says that alerts have changed. */
const ALERT_CHANGES = 'throughline_alert_changes';

/** What is done by one process at a time: making the tables, and planning. */
const LOCK = 7_240_002;

/** Milliseconds after which it is looked though nothing was heard, and after which digests and figures are seen to. */
const LOOK = 1_000;
const SEE_TO = 10_000;

/** Batches that are trimmed of each thing at a time; what is left waits for the next time. */
const MOST_BATCHES = 20;

/** Days for which what was told is kept, where the configuration says nothing. */
const KEPT_DAYS = 30;

export interface DeliveryParts {
  readonly pool: Pool;
  /** 32 bytes, under which secrets of webhooks are sealed. */
  readonly key: Buffer;
  readonly disclosures: Disclosures;
  /** Channels beside the inbox and the events: those that are configured. */
  readonly channels: readonly Channel<never>[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly randomBytes: (bytes: number) => Buffer;
  /** Told of what cannot be done just now, and is tried again. */
  readonly failed: (reason: unknown) => void;
  readonly gaveUp: SenderParts['gaveUp'];
  /** The mail address of whoever runs the hub, who is told of what cannot be delivered. */
  readonly operatorMail?: string | undefined;
  /** Days for which what was told is kept: messages that arrived, events, changes of alerts. Default 30. */
  readonly keptDays?: number | undefined;
}

/** Tells agencies what happened to their alerts: each change at least once on each channel, under one key, and once in the inbox. */
export class Delivery {
  readonly queue: DeliveryQueue;
  readonly targets: ChannelTargets;
  private readonly senders: readonly Sender[];
  private readonly listening: Listening;
  private readonly planning: PlanParts;
  private readonly sleepers = new Set<() => void>();
  private stopping = false;
  private running: readonly Promise<void>[] = [];
  private seenTo = 0;

  private constructor(private readonly parts: DeliveryParts) {
    const { pool, key, now, random, randomBytes, disclosures, gaveUp } = parts;
    this.queue = new DeliveryQueue(pool);
    this.targets = new ChannelTargets(pool, key, randomBytes, parts.operatorMail);
    const channels: readonly Channel<never>[] = [new InboxChannel(pool), new EventsChannel(pool), ...parts.channels];
    const sending = { queue: this.queue, targets: this.targets, disclosures, now, random, gaveUp, wake: () => this.wake() };
    this.senders = channels.map((channel) => new Sender(channel, sending));
    const has = (name: string): boolean => channels.some((channel) => channel.name === name);
    this.planning = {
      targets: this.targets,
      hasMail: has('mail'),
      hasKafka: has('kafka'),
      now,
      reference: () => randomBytes(5).toString('hex').toUpperCase(),
    };
    this.listening = new Listening(pool, ALERT_CHANGES, () => this.wake());
  }

  /** Makes the tables where they are missing. */
  static async open(parts: DeliveryParts): Promise<Delivery> {
    const delivery = new Delivery(parts);
    await delivery.alone((client) => client.query(createDeliveryTables));
    return delivery;
  }

  start(): void {
    this.listening.start();
    const planner = this.round(() => this.plan());
    this.running = [planner, ...this.senders.map((sender) => this.round(() => sender.sendDue()))];
  }

  /** What is being sent is waited for. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await Promise.all([...this.running, this.listening.stop()]);
    await Promise.all(this.senders.map((sender) => sender.settled()));
    for (const channel of this.parts.channels) await channel.close?.();
  }

  /** Plans what is there to be planned; answers how many changes it took. */
  async plan(): Promise<number> {
    const planned = await this.alone((client) => planChanges(client, this.planning));
    const now = this.parts.now();
    if (now - this.seenTo >= SEE_TO) {
      this.seenTo = now;
      await this.alone((client) => planDigests(client, this.planning));
      await this.alone((client) => resumeMissed(client, now));
      await this.alone((client) => planTroubles(client, this.planning));
      await this.trim(now);
      await this.measure();
    }
    if (planned > 0) this.wake();
    return planned;
  }

  /** Calls an agency's webhook again, and sends what it missed. Answers false where it has none. */
  async enable(agency: string): Promise<boolean> {
    const isThere = await enableWebhook(this.parts.pool, agency);
    if (isThere) await this.alone((client) => resumeMissed(client, this.parts.now()));
    this.wake();
    return isThere;
  }

  now(): number {
    return this.parts.now();
  }

  /** How each channel stands: nothing waits on those that are left out. */
  states(): Promise<readonly ChannelState[]> {
    return this.queue.states(this.parts.now());
  }

  /** For the health page: how each channel stands, and how many agencies' webhooks are disabled. It names no agency. */
  async health(): Promise<{ readonly channels: readonly ChannelState[]; readonly webhooksDisabled: number }> {
    const [channels, disabled] = await Promise.all([this.states(), this.targets.disabled()]);
    return { channels, webhooksDisabled: disabled.length };
  }

  /** A mail server or a webhook that is away is no reason to send the hub no work: it is told, and the hub stays ready. */
  async check(): Promise<CheckResult> {
    return { ok: true, detail: await this.health() };
  }

  private async trim(now: number): Promise<void> {
    for (const trim of trims(now, this.parts.keptDays ?? KEPT_DAYS)) {
      for (let batch = 0; batch < MOST_BATCHES && !this.stopping; batch += 1) if ((await this.alone(trim)) === 0) break;
    }
  }

  private async measure(): Promise<void> {
    const states = new Map((await this.states()).map((state) => [state.channel, state]));
    for (const channel of CHANNELS) {
      deliveriesWaiting.set({ channel }, states.get(channel)?.waiting ?? 0);
      oldestWaitingSeconds.set({ channel }, states.get(channel)?.oldestSeconds ?? 0);
    }
    const disabled = await this.targets.disabled();
    webhooksDisabled.set(disabled.length);
    deliveriesMissed.set(disabled.reduce((sum, { missed }) => sum + missed, 0));
  }

  private async round(work: () => Promise<number>): Promise<void> {
    while (!this.isStopping()) {
      const woken = this.sleep();
      const done = await work().catch((reason: unknown) => {
        this.parts.failed(reason);
        return 0;
      });
      if (done === 0) await woken;
    }
  }

  /** Settles when there may be something to do. It is begun before the look, so that nothing comes between. */
  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, LOOK);
      this.sleepers.add(done);
      if (this.stopping) done();
    });
  }

  private wake(): void {
    for (const done of [...this.sleepers]) done();
  }

  private isStopping(): boolean {
    return this.stopping;
  }

  private alone<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    return inTransactionAlone(this.parts.pool, LOCK, work);
  }
}

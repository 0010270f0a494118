import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { Administration } from '../admin';
import { Appender } from '../appender';
import { type Guard, grantAccess } from './access';
import { InboundConsumer } from './consumer';
import { Deletions } from './deletions';
import type { DoorState, TakeMessages } from './port';
import { sendRejections } from './rejections';
import { ensureAgencyTopics, inboundTopic } from './topics';

/** The name under which all processes of the hub share the inbound topics. */
const GROUP = 'throughline.intake';

const LOOK_AGAIN_MS = 1_000;

export interface AgencyDoorOptions {
  /** Brokers, TLS and SASL, as kafkajs takes them. */
  readonly kafka: KafkaConfig;
  /** Whether agencies are told apart by the cluster: then the hub also grants each of them what it may do there. */
  readonly guarded: boolean;
  /** Whether agencies publish by Kafka as well; where they do not, they are told of alerts alone. Default true. */
  readonly inbound?: boolean;
}

/** What happens at the door, for logs and figures. */
export interface DoorEvents {
  /** The topics of this many agencies are there, and where they publish by Kafka they are read. */
  opened(agencies: number, guard: Guard | undefined): void;
  /** The topics cannot be read, or old records not be deleted, just now; it is tried again. */
  faltered(reason: unknown): void;
  /** An agency's messages are tried again; without a reason: they go on. */
  heldUp(agency: string, reason: unknown): void;
}

interface Task {
  readonly agencies: () => readonly string[];
  readonly take: TakeMessages;
  readonly events: DoorEvents;
}

/**
 * The topics by which agencies publish: `throughline.inbound.{agency}`, and `throughline.rejected.{agency}` for what was not taken.
 * Here alone topics and grants of agencies are made, those of `throughline.alerts.{agency}` too, which others write.
 *
 * - Topics MUST be there for every agency, also for those that come later.
 * - A message's offset is committed only after what it said, or its rejection, is durable: at least once, never dropped.
 * - Messages of one partition are taken in their order. A fault of the hub holds them up and drops none.
 * - Committed messages are deleted.
 */
export class AgencyDoor {
  private readonly kafka: Kafka;
  private readonly administration: Administration;
  private readonly appender: Appender;
  private readonly heldUp = new Set<string>();
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private opened: readonly string[] | undefined;
  private reading = false;

  constructor(private readonly options: AgencyDoorOptions) {
    this.kafka = new Kafka({ clientId: 'throughline-intake', logLevel: logLevel.NOTHING, ...options.kafka });
    this.administration = new Administration(this.kafka);
    this.appender = new Appender(this.kafka);
  }

  /**
   * Opens the door and keeps it open until `close`.
   * @param agencies the codes of all agencies, as they are at the time of the call
   */
  open(agencies: () => readonly string[], take: TakeMessages, events: DoorEvents): void {
    this.running = this.keepOpen({ agencies, take, events });
  }

  get state(): DoorState {
    return { open: this.opened !== undefined, reading: this.reading, agencies: this.opened?.length ?? 0, heldUp: [...this.heldUp].sort() };
  }

  /** Settles when no message is being taken any more. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.appender.close();
    await this.administration.close();
  }

  private async keepOpen(task: Task): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const agencies = [...new Set(task.agencies())].sort();
      if (agencies.length > 0) await this.readTopicsOf(agencies, task).catch((reason: unknown) => task.events.faltered(reason));
      await this.rest();
    }
  }

  /** Sees to the topics, and reads where agencies publish, until the door closes, other agencies are there, or the consumer is gone. */
  private async readTopicsOf(agencies: readonly string[], { agencies: now, take, events }: Task): Promise<void> {
    const { guarded, inbound = true } = this.options;
    const guard = await this.administration.ask(async (admin) => {
      await ensureAgencyTopics(admin, agencies, inbound);
      return guarded ? grantAccess(admin, agencies, inbound) : undefined;
    });
    const asked = agencies.join();
    const areTheSame = (): boolean => !this.stopping.signal.aborted && [...new Set(now())].sort().join() === asked;
    if (!inbound) {
      this.opened = agencies;
      events.opened(agencies.length, guard);
      while (areTheSame()) await this.rest();
      this.opened = undefined;
      return;
    }
    const deletions = new Deletions(this.administration, (reason) => events.faltered(reason));
    const topics = new Map(agencies.map((agency) => [inboundTopic(agency), agency]));
    const consumer = new InboundConsumer(this.kafka, {
      group: GROUP,
      topics,
      handle: async (agency, messages) => sendRejections(this.appender, agency, await take(agency, messages)),
      committed: (topic, partition, offset) => deletions.want(topic, partition, offset),
      faltered: (agency, reason) => this.note(agency, reason, events),
    });
    try {
      this.opened = agencies;
      await consumer.start();
      await deletions.wantCommitted(GROUP, [...topics.keys()]).catch((reason: unknown) => events.faltered(reason));
      this.reading = true;
      events.opened(agencies.length, guard);
      while (!consumer.gone.aborted && areTheSame()) await this.rest();
      if (consumer.gone.aborted) events.faltered(consumer.gone.reason);
    } finally {
      this.opened = undefined;
      this.reading = false;
      await consumer.stop();
      await deletions.settled();
      this.heldUp.clear();
    }
  }

  private note(agency: string, reason: unknown, events: DoorEvents): void {
    if (reason === undefined) this.heldUp.delete(agency);
    else this.heldUp.add(agency);
    events.heldUp(agency, reason);
  }

  private async rest(): Promise<void> {
    await pause(LOOK_AGAIN_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

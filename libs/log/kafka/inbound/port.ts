/** A message of an agency as Kafka has it; nothing of it is understood yet. */
export interface InboundMessage {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** In their order; a name that came several times stands here several times. */
  readonly headers: readonly (readonly [name: string, value: Buffer])[];
}

/** What is told to an agency of one of its messages. It goes out under the message's own key, with the message's own headers. */
export interface Rejection {
  readonly message: InboundMessage;
  readonly document: Buffer;
}

/**
 * Takes messages of one agency, in their order; the next ones of a partition come after these are settled. It settles when
 * everything that it took is durable, and answers what it did not take. A rejection means "again later", never "drop it": the same
 * messages come once more, and again until it settles. After a crash, too, messages that were taken may come once more.
 */
export type TakeMessages = (agency: string, messages: readonly InboundMessage[]) => Promise<readonly Rejection[]>;

/** How the door stands: for the readiness of the process, and never a person's data. */
export interface DoorState {
  /** Whether the topics are there, so that agencies can write to them. */
  readonly open: boolean;
  /** Whether this process has its place among those that read them; after a crash its former self must be given up first. */
  readonly reading: boolean;
  /** How many agencies have topics. */
  readonly agencies: number;
  /** The agencies whose messages are being tried again. */
  readonly heldUp: readonly string[];
}

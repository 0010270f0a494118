/**
 * The root of every error that the hub names. Its message is safe to log and to send: it never carries a person's data.
 * Whether the same call may be tried again is decided by the type, never by reading the message.
 */
export abstract class Fault extends Error {
  /** True where the same call may succeed later without anyone changing its input. */
  abstract readonly retriable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

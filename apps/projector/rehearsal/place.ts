import { Fault } from '@throughline/kernel';

/** Where in a text, from 1. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  /** The module whose import is meant, where no line is known. */
  readonly imported?: string;
}

/** What was sent is no safeguard. */
export class NoSafeguard extends Fault {
  readonly retriable = false;

  constructor(
    message: string,
    readonly place: Place = {},
  ) {
    super(message);
  }
}

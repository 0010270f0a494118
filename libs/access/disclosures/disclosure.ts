import { Fault, type RefToken } from '@throughline/kernel';

/** One reading, as it is kept: who was shown, or refused, what about whom. It is written before anything is opened. */
export interface Disclosure {
  readonly partnership: string;
  /** Absent where nobody was found, or where nobody in particular was asked for. */
  readonly person?: RefToken;
  readonly outcome: 'shown' | 'refused';
  /** The call: `person`, `chronology`, `find`, `alerts`, `disclosures`, `case-summary`. */
  readonly what: string;
  /** Why it was permitted, or empty. */
  readonly basis: string;
  /** Positions of the records whose content was shown. */
  readonly positions?: readonly number[];
  /** What else was shown, by its id. */
  readonly items?: readonly string[];
}

/** A reading could not be written down, so nothing was opened: no audit, no key. */
export class DisclosureNotWritten extends Fault {
  readonly retriable = true;
  readonly status = 503;
}

/** What was disclosed before cannot be read just now. */
export class DisclosuresUnreachable extends Fault {
  readonly retriable = true;
  readonly status = 503;
}

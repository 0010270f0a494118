import type { Instant } from '@throughline/kernel';
import 'express-session';

/** Somebody who signed in: what their agency's provider said of them, as the session keeps it. */
export interface Practitioner {
  /** With the subject, who they are: never an e-mail address, which is given to another when somebody leaves. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly title?: string;
  /** What they may do: practitioner, manager, privacy-lead or auditor; any other may do nothing. */
  readonly role: string;
  /** An agency's code; none for the partnership's own auditors. */
  readonly agency?: string;
  readonly partnership: string;
  /** When the provider saw them sign in. */
  readonly signedInAt: Instant;
}

declare module 'express-session' {
  interface SessionData {
    practitioner: Practitioner;
  }
}

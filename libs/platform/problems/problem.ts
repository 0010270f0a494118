import { STATUS_CODES } from 'node:http';
import { Fault } from '@throughline/kernel';

/** One fault of what was sent: of which record of a batch, where in it, and what is wrong, in plain words without the value. */
export interface ProblemItem {
  readonly index?: number;
  readonly pointer?: string;
  readonly detail: string;
  readonly status?: number;
}

/** A problem document (RFC 9457), as it is sent. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  /** A random name under which the process's log has the error that is not told. */
  readonly reference?: string;
}

/** What a fault may carry for its answer over HTTP. */
export interface AnswerableFault {
  /** Without it 503 for what may be tried again, else 500. */
  readonly status?: number;
  readonly errors?: readonly ProblemItem[];
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

/** An answer that is a problem: for what a caller did wrong, thrown where it is found. */
export class Problem extends Fault {
  readonly retriable = false;

  constructor(
    readonly status: number,
    detail: string,
    readonly errors?: readonly ProblemItem[],
  ) {
    super(detail);
  }
}

const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Problem';

/** `about:blank` says that the title is the status and no more; a named fault has a name of its own. */
const typeOf = (fault: Fault): string =>
  fault instanceof Problem ? 'about:blank' : `urn:throughline:fault:${fault.name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()}`;

export const problemOfFault = (fault: Fault & AnswerableFault): ProblemDocument => {
  const status = fault.status ?? (fault.retriable ? 503 : 500);
  return {
    type: typeOf(fault),
    title: titleOf(status),
    status,
    detail: fault.message,
    ...(fault.errors === undefined ? {} : { errors: fault.errors }),
  };
};

/** A problem of which only the status and a constant phrase may be told. */
export const plainProblem = (status: number, detail?: string): ProblemDocument => ({
  type: 'about:blank',
  title: titleOf(status),
  status,
  ...(detail === undefined ? {} : { detail }),
});

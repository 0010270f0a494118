import { Problem, type ProblemItem } from '@throughline/platform';
import type { CallFault } from './examination';

/** From the gravest: what somebody may not do, what contradicts what is held, what cannot be understood. */
const GRAVITY = [403, 409, 422] as const;

const DETAILS: Readonly<Record<CallFault['status'], string>> = {
  403: 'records that this caller may not publish: nothing was stored',
  409: 'records whose source and id belong to other content: nothing was stored',
  422: 'records that cannot be understood: nothing was stored',
};

const inStrictAnswer = ({ index, pointer, detail }: CallFault): ProblemItem => ({ index, pointer, detail });

/** The problem of a call of which nothing is stored: the status of its gravest fault, and all of them. */
export const refusal = (faults: readonly CallFault[], lenient: boolean): Problem => {
  const status = GRAVITY.find((grave) => faults.some((fault) => fault.status === grave)) ?? 422;
  return new Problem(status, DETAILS[status], lenient ? faults : faults.map(inStrictAnswer));
};

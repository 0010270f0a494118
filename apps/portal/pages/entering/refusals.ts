import { Fault } from '@throughline/kernel';

/** The answer is at another address: a path of the hub, or the identity provider's. It MUST never be what a request said. */
export class Elsewhere extends Error {
  constructor(readonly to: string) {
    super('the answer is elsewhere');
  }
}

/** The visitor is known and may not do this, or the page never said who may. */
export class PageNotPermitted extends Fault {
  readonly retriable = false;
  readonly status = 403;
}

/** A form that is not of this session: it was open for too long, or another site sent it. */
export class FormNotOurs extends Fault {
  readonly retriable = false;
  readonly status = 403;
}

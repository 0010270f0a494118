import type { Request, Response } from 'express';
import type { CurrentSettings } from '@throughline/projections';
import type { Logger } from 'pino';
import type { Identity } from '../session/sign-in/identity';
import type { SealedFlow } from '../session/sign-in/sealed-flow';
import type { Templates } from './rendering/templates';

/** The token under which the module gives the pages what they work with. */
export const PAGES = Symbol('portal pages');

export interface PagesWiring {
  readonly settings: Pick<CurrentSettings, 'of'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly logger: Logger;
  readonly identity: Identity;
  readonly flows: SealedFlow;
  readonly templates: Templates;
  /** Makes the answer one that no browser keeps and no other site frames. */
  readonly secured: (request: Request, response: Response) => void;
}

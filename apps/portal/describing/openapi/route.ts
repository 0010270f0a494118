import type { Scope } from '@throughline/access';
import type { JsonSchema } from '@throughline/records';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
  readonly style?: string;
  readonly explode?: boolean;
  readonly example?: unknown;
}

/** What a body or an answer is, by media type. */
export type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown; readonly examples?: object }>>;

export interface Answer {
  readonly description: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
}

/** One call of the outer surface, as a developer has to know it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for each part of the path that varies. */
  readonly path: string;
  readonly id: string;
  readonly group: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may call: anybody, whoever has signed in, or who has this scope, or all of these. */
  readonly for: 'anybody' | 'signed-in' | Scope | readonly Scope[];
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly content: Content };
  readonly answers: Readonly<Record<number, Answer>>;
  /** The statuses of its problems, besides 500 and those that come with signing in. */
  readonly problems?: readonly number[];
}

export const json = (description: string, schema: JsonSchema, example?: unknown): Answer => ({
  description,
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
});

const CLEAN = String.raw`^[^\u0000]*$`;

/** Text in a query; an empty one is as if it were not given. */
export const query = (
  name: string,
  description: string,
  schema: JsonSchema = { type: 'string', maxLength: 2_000, pattern: CLEAN },
): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});

/** A moment, or a day, which is its first moment or its last. */
export const moment = (name: string, description: string): Parameter =>
  query(name, description, {
    anyOf: [
      { type: 'string', format: 'date-time' },
      { type: 'string', format: 'date' },
    ],
  });

export const path = (name: string, description: string, example: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', minLength: 1 },
  example,
});

export const LIMIT: Parameter = query('limit', 'How many items, 50 where it is not given, 200 at most: a larger number means 200.', {
  type: 'integer',
  minimum: 1,
  maximum: 999_999_999,
  default: 50,
});

export const CURSOR: Parameter = query('cursor', 'Where the page before ended: its next.');

export const PARTNERSHIP: Parameter = query(
  'partnership',
  'The code of one of your partnerships; without it all of yours. Another is 403.',
);

export const AFTER: Parameter = query(
  'after',
  'A position that a publish answered: waits until it can be read, at most 10 seconds, else 503 with Retry-After.',
  { type: 'string', maxLength: 2_000, pattern: '^(?:[a-z][a-z0-9-]{0,62}:[0-9]{1,15}(?:,[a-z][a-z0-9-]{0,62}:[0-9]{1,15})*)?$' },
);

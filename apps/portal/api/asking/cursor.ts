import { createHash } from 'node:crypto';
import { Problem } from '@throughline/platform';

/** What a cursor pins: whatever the next page needs to begin where this one ended. */
type Pinned = Readonly<Record<string, string | number | undefined>>;

/** The shape that a cursor of one list has: what each of its fields must be. */
type Shape<Pin extends Pinned> = { readonly [name in keyof Pin]-?: 'string' | 'number' | 'number?' };

const sum = (filter: unknown): string => createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 16);

/** A cursor: opaque, and good for this filter alone. */
export const writeCursor = (filter: unknown, pinned: Pinned): string =>
  Buffer.from(JSON.stringify({ ...pinned, filter: sum(filter) }), 'utf8').toString('base64url');

/** What a cursor pinned. Fails with 400 where it is none, or was made for another filter. */
export const readCursor = <Pin extends Pinned>(cursor: string, filter: unknown, shape: Shape<Pin>): Pin => {
  const value = parsed(cursor);
  if (value === undefined || value['filter'] !== sum(filter)) throw new Problem(400, 'the cursor does not belong to this query');
  for (const [name, kind] of Object.entries<string>(shape)) {
    const field = value[name];
    if (kind === 'number?' && field === undefined) continue;
    const fits = kind === 'string' ? typeof field === 'string' && !field.includes('\0') : Number.isSafeInteger(field);
    if (!fits) throw new Problem(400, 'the cursor does not belong to this query');
  }
  return value as Pin;
};

const parsed = (cursor: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

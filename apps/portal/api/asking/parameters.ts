import { endOfDay, type Instant, isDay, parseInstant, startOfDay } from '@throughline/kernel';
import { Problem, type ProblemItem } from '@throughline/platform';
import { typesNamed } from '@throughline/records';

/** A query string as Express reads it: a name that comes twice is a list. */
export type QueryString = Readonly<Record<string, unknown>>;

export const DEFAULT_LIMIT = 50;
export const MOST = 200;

const LONGEST = 2_000;

/** Reads a query string, and answers every fault of it at once. */
export class Parameters {
  private readonly faults: ProblemItem[] = [];

  constructor(private readonly query: QueryString) {}

  text(name: string): string | undefined {
    const value = this.query[name];
    if (value === undefined || value === '') return undefined;
    // PostgreSQL holds no NUL in a text, and no text of the hub has one.
    if (typeof value === 'string' && value.length <= LONGEST && !value.includes('\0')) return value;
    this.refuse(name, 'must be given once, as text');
    return undefined;
  }

  /** Several values: the parameter repeated, or one with commas. */
  list(name: string): readonly string[] | undefined {
    const value = this.query[name];
    const values = (Array.isArray(value) ? value : [value]) as readonly unknown[];
    if (value === undefined || value === '') return undefined;
    if (values.every((each): each is string => typeof each === 'string' && each.length <= LONGEST && !each.includes('\0'))) {
      return values.flatMap((each) => each.split(',')).filter((each) => each !== '');
    }
    this.refuse(name, 'must be text');
    return undefined;
  }

  /** A text of a form: an empty one does not have it. */
  private formed(name: string): string | undefined {
    return this.query[name] === '' ? '' : this.text(name);
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.formed(name);
    if (text === undefined) return undefined;
    const found = values.find((value) => value === text);
    if (found === undefined) this.refuse(name, `must be one of ${values.join(', ')}`);
    return found;
  }

  listOf<Value extends string>(name: string, values: readonly Value[]): readonly Value[] | undefined {
    const texts = this.list(name);
    const found = texts?.flatMap((text) => values.find((value) => value === text) ?? []);
    if (found?.length !== texts?.length) this.refuse(name, `must be one of ${values.join(', ')}`);
    return found;
  }

  yes(name: string): boolean {
    return this.oneOf(name, ['true', 'false']) === 'true';
  }

  /** An instant (RFC 3339), or a day, which is its first moment or its last. */
  instant(name: string, day: 'begins' | 'ends'): Instant | undefined {
    const text = this.formed(name);
    if (text === undefined) return undefined;
    const instant = isDay(text) ? (day === 'begins' ? startOfDay(text) : endOfDay(text)) : parseInstant(text);
    if (instant === undefined) this.refuse(name, 'must be an RFC 3339 date-time or a date');
    return instant;
  }

  day(name: string): string | undefined {
    const text = this.formed(name);
    if (text === undefined || isDay(text)) return text;
    this.refuse(name, 'must be a date');
    return undefined;
  }

  /** Record types by their whole or short names; a short name without a version is every version of the type. */
  types(name: string): readonly string[] | undefined {
    const texts = this.list(name);
    return texts?.flatMap((text) => {
      const found = typesNamed(text);
      if (found.length === 0) this.refuse(name, 'must be a type of the catalogue');
      return found;
    });
  }

  /** The size of a page; more than the most is the most. */
  limit(): number {
    const text = this.formed('limit');
    if (text === undefined) return DEFAULT_LIMIT;
    if (/^[1-9]\d{0,8}$/.test(text)) return Math.min(Number(text), MOST);
    this.refuse('limit', 'must be a whole number from 1');
    return DEFAULT_LIMIT;
  }

  refuse(name: string, detail: string): void {
    this.faults.push({ pointer: `/${name}`, detail });
  }

  /** Fails with the 422 that lists every fault met so far. */
  done(): void {
    if (this.faults.length > 0) throw new Problem(422, 'the query cannot be understood', this.faults);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { AlertView, ChronologyEntry, ChronologyView, HubUnderTest } from './hub-under-test';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | null;
}

interface ChronologyItem {
  readonly record: { readonly id: string };
  readonly corrected: object | null;
  readonly retracted: object | null;
}

type Query = Readonly<Record<string, string | undefined>>;

const MOST_PER_PAGE = '200';
const PATIENCE = 20;

/** A running hub, asked over its own query API with a token that may read everything (`audit:read`). */
export class HttpHub implements HubUnderTest {
  constructor(
    private readonly baseUrl: string,
    /** A bearer token, or what fetches a fresh one. */
    private readonly token: string | (() => Promise<string>),
  ) {}

  alerts(): Promise<readonly AlertView[]> {
    return this.every<AlertView>('/v1/alerts', {});
  }

  async chronology(person: string, view: ChronologyView): Promise<readonly ChronologyEntry[]> {
    const items = await this.every<ChronologyItem>(`/v1/people/${encodeURIComponent(person)}/chronology`, {
      asAt: view.asAt,
      knownTo: view.knownTo,
      household: view.household === true ? 'true' : undefined,
      order: 'asc',
    });
    return items.map(({ record, corrected, retracted }) => ({
      id: record.id,
      corrected: corrected !== null,
      retracted: retracted !== null,
    }));
  }

  summary(person: string, asAt?: string): Promise<unknown> {
    return this.get(`/v1/people/${encodeURIComponent(person)}`, { asAt });
  }

  /** All pages, by their cursors. */
  private async every<Item>(path: string, query: Query): Promise<readonly Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = (await this.get(path, {
        ...query,
        limit: MOST_PER_PAGE,
        cursor,
      })) as Page<Item>;
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  /** A hub that is busy, or not yet as far as asked, says when to come back (429 and 503 with Retry-After). */
  private async get(path: string, query: Query): Promise<unknown> {
    const url = new URL(path, this.baseUrl);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    for (let attempt = 1; ; attempt += 1) {
      const token = typeof this.token === 'string' ? this.token : await this.token();
      const answer = await fetch(url, {
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
        },
      });
      if (answer.ok) return answer.json();
      const retryAfter = answer.headers.get('retry-after');
      const text = await answer.text();
      if (retryAfter === null || attempt === PATIENCE)
        throw new Error(`GET ${url.pathname}${url.search}: ${String(answer.status)} ${text}`);
      await wait(Number(retryAfter) * 1000);
    }
  }
}

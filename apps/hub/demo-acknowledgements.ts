import { demoToken } from '@throughline/infra/identity';
import { DAY, formatInstant } from '@throughline/kernel';
import type { StatedPartnership } from '@throughline/projections';
import { type Safeguard, safeguards } from '@throughline/safeguards';

/** What agencies have read, as far as the demo is concerned. */
const READ_AFTER = 14 * DAY;
const AT_ONCE = 8;
const LOUD: ReadonlySet<string> = new Set(['now', 'act']);

export interface Acknowledging {
  readonly origin: string;
  readonly issuer: string;
  readonly partnerships: readonly StatedPartnership[];
  /** The end of the history, milliseconds since 1970. */
  readonly until: number;
}

type Headers = Readonly<Record<string, string>>;

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

const openAlerts = async (origin: string, headers: Headers, query: URLSearchParams): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    if (cursor !== '') query.set('cursor', cursor);
    const answer = await fetch(`${origin}/v1/alerts?${query.toString()}`, { headers });
    if (!answer.ok) return ids;
    const page = (await answer.json()) as Page;
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
};

/**
 * Each agency acknowledges what is more than two weeks old and waits for nothing but that, as its own system would: in a history that
 * nobody has lived through it would fill the lists of My work for good. Answers how many alerts were acknowledged.
 */
export const acknowledgeOldAlerts = async ({ origin, issuer, partnerships, until }: Acknowledging): Promise<number> => {
  const isLoud = ({ class: loudness, otherClass }: Safeguard): boolean => LOUD.has(loudness) || LOUD.has(otherClass?.class ?? loudness);
  const acknowledged = safeguards.filter((safeguard) => safeguard.answer.records.length === 0 && isLoud(safeguard));
  let count = 0;
  for (const { code } of partnerships.flatMap(({ agencies }) => agencies)) {
    const headers = { Authorization: `Bearer ${await demoToken(issuer, code)}` };
    const ids: string[] = [];
    for (const { id } of acknowledged) {
      const query = new URLSearchParams({ safeguard: id, status: 'open', to: formatInstant(until - READ_AFTER), limit: '200' });
      ids.push(...(await openAlerts(origin, headers, query)));
    }
    count += ids.length;
    for (let some = ids.splice(0, AT_ONCE); some.length > 0; some = ids.splice(0, AT_ONCE)) {
      await Promise.all(
        some.map(async (id) => (await fetch(`${origin}/v1/alerts/${id}/acknowledge`, { method: 'POST', headers })).arrayBuffer()),
      );
    }
  }
  return count;
};

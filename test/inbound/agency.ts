import type { IHeaders, Message } from 'kafkajs';
import type { Event } from '../publishing/events';
import type { RunningHub } from '../running-hub';
import type { Cluster, Rejected } from './cluster';
import { until } from './until';

/** A record in structured mode, as a Kafka message. */
export const structured = (record: unknown, key: string | null = null): Message => ({
  key,
  value: JSON.stringify(record),
  headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
});

/** A record in binary mode: its attributes in `ce_` headers, as UTF-8 without percent-encoding. */
export const binary = ({ data, datacontenttype, ...attributes }: Event, changes: IHeaders = {}): Message => ({
  key: 'any key',
  value: JSON.stringify(data),
  headers: {
    'content-type': typeof datacontenttype === 'string' ? datacontenttype : 'application/json',
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)])),
    ...changes,
  },
});

interface Published {
  readonly status: number;
  readonly accepted?: number;
  readonly duplicates?: number;
  readonly position?: string;
}

/** One agency's system, which publishes over HTTP and by Kafka, and reads what became of it. */
export class Agency {
  constructor(
    readonly code: string,
    private readonly hub: RunningHub,
    readonly cluster: Cluster,
  ) {}

  async publish(record: unknown): Promise<Published> {
    const answer = await fetch(`${this.hub.origin}/v1/records`, {
      method: 'POST',
      headers: { ...(await this.authorization()), 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(record),
    });
    return { ...((await answer.json()) as Omit<Published, 'status'>), status: answer.status };
  }

  async authorization(): Promise<{ readonly authorization: string }> {
    return { authorization: `Bearer ${await this.hub.token(this.code)}` };
  }

  /** Sends messages, waits until the hub has dealt with them, and answers the rejections that came of it. */
  async send(...messages: readonly Message[]): Promise<readonly Rejected[]> {
    const topic = `throughline.rejected.${this.code}`;
    const { high } = await this.cluster.bounds(topic);
    await this.cluster.send(this.code, messages);
    await this.emptied();
    return this.cluster.rejections(this.code, high);
  }

  emptied(): Promise<void> {
    return this.cluster.emptied(this.code);
  }

  /** The ids of a person's records, in the order in which the hub took them, once it shows what it holds up to the position. */
  async recordsOf(ref: string, position: string): Promise<readonly string[]> {
    const authorization = `Bearer ${await this.hub.token('operator')}`;
    const items: { readonly position: string; readonly record: { readonly id: string } }[] = [];
    for (let cursor: string | null | undefined = ''; typeof cursor === 'string';) {
      const asked = new URLSearchParams({ order: 'asc', limit: '200', after: position, ...(cursor === '' ? {} : { cursor }) });
      const path = `/v1/people/${encodeURIComponent(ref)}/chronology?${asked.toString()}`;
      const answer = await fetch(`${this.hub.origin}${path}`, { headers: { authorization } });
      const page = (await answer.json()) as { items: typeof items; next?: string | null };
      items.push(...page.items);
      cursor = page.next;
    }
    return [...items].sort((one, other) => placeOf(one) - placeOf(other)).map(({ record }) => record.id);
  }

  /** A figure of the hub's own. */
  async figure(name: string, label: string): Promise<number> {
    const text = await (await fetch(`${this.hub.origin}/metrics`)).text();
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${name}{${label}}`));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  /** Publishing the record over HTTP says that the hub has it already, with this very content; answers its position. */
  async held(record: unknown): Promise<string> {
    let found: Published = { status: 503 };
    await until('it can be told what is held', async () => {
      found = await this.publish(record);
      return found.status !== 503;
    });
    expect(found).toEqual({ status: 202, accepted: 0, duplicates: 1, position: expect.any(String) as string });
    return found.position ?? '';
  }
}

const placeOf = ({ position }: { readonly position: string }): number => Number(position.split(':').at(-1));

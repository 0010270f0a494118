import { type Adapter, type AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

const PRUNE_AT = 10_000;
const FOR_EVER = Number.POSITIVE_INFINITY;

/**
 * What the provider keeps while somebody signs in: minutes of interactions, codes and sessions. It is lost with the process;
 * tokens are not among it, since they are verified by signature alone.
 */
export class Memory {
  private readonly entries = new Map<string, Kept>();

  of(model: string): Adapter {
    const name = (id: string): string => `${model}:${id}`;
    const find = (id: string): Promise<AdapterPayload | undefined> => Promise.resolve(this.get(name(id)));
    const findBy = (field: 'uid' | 'userCode', value: string): Promise<AdapterPayload | undefined> =>
      Promise.resolve(this.values(model).find((payload) => payload[field] === value));
    return {
      find,
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (code) => findBy('userCode', code),
      upsert: (id, payload, expiresIn) => {
        this.prune();
        this.entries.set(name(id), { payload, until: performance.now() + (expiresIn ?? FOR_EVER) * 1_000 });
        return Promise.resolve();
      },
      consume: async (id) => {
        const payload = await find(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: (id) => {
        this.entries.delete(name(id));
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        for (const [key, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
        return Promise.resolve();
      },
    };
  }

  private get(key: string): AdapterPayload | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.until > performance.now() ? entry.payload : undefined;
  }

  private values(model: string): readonly AdapterPayload[] {
    return [...this.entries.keys()]
      .filter((key) => key.startsWith(`${model}:`))
      .map((key) => this.get(key))
      .filter((payload) => payload !== undefined);
  }

  private prune(): void {
    if (this.entries.size < PRUNE_AT) return;
    const now = performance.now();
    for (const [key, { until }] of this.entries) if (until <= now) this.entries.delete(key);
  }
}

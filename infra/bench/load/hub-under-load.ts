import { freePort } from '@throughline/infra/ports';
import { ask, Asking, tokenOf, untilReady } from '../asking';
import { built, type Running, startHubProcess } from '../processes';

/** Memory of the hub's process, in bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

/** The hub in a process of its own that tells how much memory it has, and how far its tables are behind. */
export class HubUnderLoad {
  private constructor(
    private readonly hub: Running,
    private readonly probe: string,
    private readonly operator: Asking,
  ) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<HubUnderLoad> {
    const port = await freePort();
    const flags = ['--expose-gc', '--require', built('infra/bench/load/probe/main.js')];
    const hub = await startHubProcess({ ...environment, PROBE_PORT: String(port) }, flags);
    try {
      await untilReady(hub.origin);
      return new HubUnderLoad(hub, `http://127.0.0.1:${port}`, new Asking(hub.origin, 'operator'));
    } catch (reason) {
      await hub.stop();
      throw reason;
    }
  }

  get origin(): string {
    return this.hub.origin;
  }

  token(client: string): Promise<string> {
    return tokenOf(this.origin, client);
  }

  async memory(): Promise<Memory> {
    return (await (await ask(this.probe)).json()) as Memory;
  }

  /** What is left after a full collection: what the hub really holds, in bytes. */
  async held(): Promise<number> {
    const { heapUsed, external } = (await (await ask(this.probe, { method: 'POST' })).json()) as Memory;
    return heapUsed + external;
  }

  /** Records that are in the log and not yet in the tables. */
  async lag(): Promise<number> {
    const answer = await this.operator.ask('/v1/operate/lag');
    const { items } = (await answer.json()) as { items: readonly { readonly lag: number }[] };
    return items.reduce((sum, { lag }) => sum + lag, 0);
  }

  /** The sum of a counter over its labels that hold this text; of one without labels, what it says. */
  async figure(name: string, label = ''): Promise<number> {
    const text = await (await ask(`${this.origin}/metrics`)).text();
    const isIt = (line: string): boolean => line.startsWith(`${name}{`) || line.startsWith(`${name} `);
    const lines = text.split('\n').filter((line) => isIt(line) && line.includes(label));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1) ?? 0), 0);
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }
}

import { Agent, request } from 'node:http';
import { BenchFailed } from './processes';

/** One request of a publisher. */
export interface Post {
  readonly token: string;
  readonly type: string;
  readonly body: string;
}

/** What the hub says to one request. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Seconds, where the hub asks for patience. */
  readonly retryAfter?: number;
}

export const sendOne = (agent: Agent, origin: string, { token, type, body }: Post): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const asked = request(`${origin}/v1/records`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const patience = response.headers['retry-after'];
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, ...(patience === undefined ? {} : { retryAfter: Number(patience) }) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** Sends every request over so many keep-alive connections, each always busy. Fails where one is not taken. */
export const sendAll = async (origin: string, connections: number, posts: readonly Post[]): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const next = posts.values();
  const worker = async (): Promise<void> => {
    for (const post of next) {
      const { status, text } = await sendOne(agent, origin, post);
      if (status !== 202) throw new BenchFailed(`a record was not taken: ${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
};

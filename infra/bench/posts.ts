import { Agent, request } from 'node:http';
import { BenchFailed } from './processes';

/** One request of a publisher. */
export interface Post {
  readonly token: string;
  readonly type: string;
  readonly body: string;
}

const once = (agent: Agent, origin: string, { token, type, body }: Post): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const asked = request(`${origin}/v1/records`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
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
      const { status, text } = await once(agent, origin, post);
      if (status !== 202) throw new BenchFailed(`a record was not taken: ${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
};

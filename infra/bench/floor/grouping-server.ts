import { createServer, type ServerResponse } from 'node:http';
import { createKafkaLog } from '@throughline/log/kafka';

export interface GroupingTask {
  readonly kind: 'group';
  readonly brokers: string;
  readonly topic: string;
  /** Every value is filled up to as many bytes as the hub stores of such a record. */
  readonly bytes: number;
}

const MOST = 500;

/** The least that can take single records over HTTP and keep them: it groups what arrives while the last send is in flight, and knows nothing of what it takes. */
export const groupingServer = async ({ brokers, topic, bytes }: GroupingTask, port: number): Promise<() => Promise<void>> => {
  const log = await createKafkaLog({ kafka: { brokers: [brokers] }, topic, partitions: 8 });
  let waiting: { readonly value: Buffer; readonly response: ServerResponse }[] = [];
  let sending = false;
  const drain = async (): Promise<void> => {
    sending = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      const positions = await log.append(group.map(({ value }) => ({ partnership: 'floor', value })));
      group.forEach(({ response }, place) => {
        response.writeHead(202, { 'Content-Type': 'application/json' });
        response.end(`{"accepted":1,"duplicates":0,"position":"floor:${positions[place] ?? 0n}"}`);
      });
    }
    sending = false;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method !== 'POST') return response.end();
      const body = Buffer.concat(chunks);
      waiting.push({ value: Buffer.concat([body, Buffer.alloc(Math.max(0, bytes - body.length), 120)]), response });
      if (!sending) void drain();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return async () => {
    server.closeAllConnections();
    server.close();
    await log.close();
  };
};

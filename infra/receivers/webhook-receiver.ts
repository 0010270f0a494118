import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as it arrived. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real receiver of webhooks on this machine. */
export class WebhookReceiver {
  readonly calls: Call[] = [];
  /** What it answers; 0 for no answer at all. */
  status = 204;
  /** The id of a message that it answers with 400, whatever it answers to others. */
  refuses: string | undefined;
  /** After so many calls it answers 500 to all. */
  diesAfter = Number.POSITIVE_INFINITY;
  answerHeaders: Readonly<Record<string, string>> = {};
  answerBody = '';
  /** Closes the connection after its answer's body, whatever length it said that has. */
  breaksOff = false;
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
        if (this.status === 0) return;
        const isRefused = this.refuses !== undefined && request.headers['webhook-id'] === this.refuses;
        const status = this.calls.length > this.diesAfter ? 500 : isRefused ? 400 : this.status;
        response.writeHead(status, this.answerHeaders);
        const isShort = Number(this.answerHeaders['content-length'] ?? 0) > Buffer.byteLength(this.answerBody);
        if (!isShort) response.end(this.answerBody);
        else response.write(this.answerBody, () => this.breaksOff && response.destroy());
      });
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    this.server = undefined;
  }

  ids(): readonly string[] {
    return this.calls.map(({ headers }) => String(headers['webhook-id']));
  }
}

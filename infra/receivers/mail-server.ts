import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Arrived {
  readonly to: readonly string[];
  readonly source: string;
}

const refusal = (responseCode: number | undefined): Error | undefined =>
  responseCode === undefined ? undefined : Object.assign(new Error('no'), { responseCode });

/** A real SMTP server on this machine. */
export class MailServer {
  readonly arrived: Arrived[] = [];
  /** What it says to a recipient instead of taking the mail: 550 for good, 450 for now. */
  refuses: number | undefined;
  /** What it says to whoever begins a mail, instead of asking for whom it is: 530 where it wants them to sign in. */
  refusesHub: number | undefined;
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onMailFrom: (_address, _session, done) => done(refusal(this.refusesHub)),
      onRcptTo: (_address, _session, done) => done(refusal(this.refuses)),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString('utf8') });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    const listening = server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
    this.server = undefined;
  }

  /** The value of a header of each mail that arrived. */
  headers(name: string): readonly string[] {
    return this.arrived.flatMap(({ source }) => new RegExp(`^${name}: (.*)$`, 'im').exec(source)?.[1]?.trim() ?? []);
  }
}

/** A server-sent event as it came. */
export interface StreamedEvent {
  readonly id: number;
  readonly event: string;
  readonly data: {
    readonly alert: string;
    readonly change: string;
    readonly safeguard: string;
    readonly status: string;
    readonly class: string;
  };
}

/** Follows a stream of events, as a browser does, and keeps what came. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  /** The whole text, as it came. */
  text = '';
  last: number | undefined;
  private readonly ending = new AbortController();
  private reading: Promise<void> = Promise.resolve();

  private constructor() {}

  static async open(url: string, token: string, last?: number): Promise<EventStream> {
    const stream = new EventStream();
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      ...(last === undefined ? {} : { 'last-event-id': String(last) }),
    };
    const answer = await fetch(url, { headers, signal: stream.ending.signal });
    if (answer.status !== 200 || answer.body === null) throw new Error(`the stream answered ${answer.status}`);
    stream.reading = stream.read(answer.body).catch(() => undefined);
    return stream;
  }

  /** Cuts the connection, as a lost network does. */
  async cut(): Promise<void> {
    this.ending.abort();
    await this.reading;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const text = decoder.decode(chunk, { stream: true });
      this.text += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
    const id = fields.get('id');
    if (id !== undefined) this.last = Number(id);
    const data = fields.get('data');
    if (data === undefined || id === undefined) return;
    this.events.push({ id: Number(id), event: fields.get('event') ?? '', data: JSON.parse(data) as StreamedEvent['data'] });
  }
}

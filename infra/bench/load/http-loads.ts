import { rawProducer } from '../../kafka/raw-producer';
import { startFloor } from '../processes';
import type { HubUnderLoad } from './hub-under-load';
import { type LoadPost, publishOverHttp } from './over-http';
import { agencyOf, loadEvent, PARTNERSHIPS } from './records';
import type { Load } from './run-load';
import { within } from './within';

const CONNECTIONS = 64;
const BATCH = 1_000;
const BATCHES_AT_ONCE = 4;
const PARTITIONS = 8;
/** A broker takes a megabyte at once. */
const FLOOR_SEND_BYTES = 512 * 1024;

export type Tokens = readonly string[];

/** One token for each agency, in their order. */
export const tokensOf = (hub: HubUnderLoad): Promise<Tokens> =>
  Promise.all(Array.from({ length: PARTNERSHIPS }, (_, place) => hub.token(agencyOf(place))));

/** Requests of single records, of one agency after the other; of as many agencies, the first ones, as there are tokens. */
export const singles = (tokens: Tokens, run: string): (() => LoadPost) => {
  let count = 0;
  return () => {
    const agency = count % tokens.length;
    const event = loadEvent(Math.floor(count / tokens.length) * PARTNERSHIPS + agency, run);
    const token = tokens[agency] ?? '';
    count += 1;
    return { token, type: 'application/cloudevents+json', body: JSON.stringify(event), ids: [event.id] };
  };
};

/** Requests of a thousand records each, of one agency after the other. */
export const batches = (tokens: Tokens, run: string): (() => LoadPost) => {
  let count = 0;
  return () => {
    const agency = count % PARTNERSHIPS;
    const first = Math.floor(count / PARTNERSHIPS) * BATCH;
    count += 1;
    const events = Array.from({ length: BATCH }, (_, place) => loadEvent((first + place) * PARTNERSHIPS + agency, run));
    const type = 'application/cloudevents-batch+json';
    return { token: tokens[agency] ?? '', type, body: JSON.stringify(events), ids: events.map(({ id }) => id) };
  };
};

const publishing =
  (origin: string, connections: number, next: () => LoadPost): Load['publish'] =>
  (until, interrupted, acknowledged) =>
    publishOverHttp({ origin, connections, next, until, interrupted, taken: ({ ids }) => acknowledged(ids.length) });

/** What fills the hub's memory before a load is looked at. */
export const warmUpBatches = (hub: HubUnderLoad, tokens: Tokens): Load['publish'] =>
  publishing(hub.origin, BATCHES_AT_ONCE, batches(tokens, 'w'));

const counting = async (seconds: number, publish: Load['publish']): Promise<number> => {
  let records = 0;
  const began = performance.now();
  const { signal } = new AbortController();
  await within(seconds, signal, (until) => publish(until, signal, (more) => (records += more)));
  return (records * 1_000) / (performance.now() - began);
};

/** @param storedBytes of a record in the log, for the floor */
export const singlesLoad = (hub: HubUnderLoad, tokens: Tokens, brokers: string, storedBytes: () => Promise<number>): Load => ({
  name: `single records over ${CONNECTIONS} keep-alive connections`,
  floorName: 'bare server that groups',
  outruns: false,
  publish: publishing(hub.origin, CONNECTIONS, singles(tokens, 's')),
  floor: async (seconds) => {
    const floor = await startFloor({ kind: 'group', brokers, topic: 'floor.singles', bytes: await storedBytes() });
    try {
      return await counting(seconds, publishing(floor.origin, CONNECTIONS, singles(tokens, 'f')));
    } finally {
      await floor.stop();
    }
  },
});

/** @param storedBytes of a record in the log, for the floor */
export const batchesLoad = (hub: HubUnderLoad, tokens: Tokens, brokers: string, storedBytes: () => Promise<number>): Load => ({
  name: 'batches of 1,000 over HTTP',
  floorName: 'raw kafkajs producer',
  outruns: true,
  publish: publishing(hub.origin, BATCHES_AT_ONCE, batches(tokens, 'b')),
  floor: async (seconds) => {
    const raw = await rawProducer(brokers, 'floor.batches', PARTITIONS);
    const bytes = await storedBytes();
    const values = new Array<Buffer>(Math.max(1, Math.floor(FLOOR_SEND_BYTES / bytes))).fill(Buffer.alloc(bytes, 'x'));
    try {
      return await counting(seconds, async (until, _interrupted, acknowledged) => {
        const sender = async (partition: number): Promise<void> => {
          while (!until.aborted) {
            await raw.send(partition, values);
            acknowledged(values.length);
          }
        };
        await Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => sender(partition)));
      });
    } finally {
      await raw.close();
    }
  },
});

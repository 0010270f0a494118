import { setTimeout as pause } from 'node:timers/promises';
import { type AgencyMessage, type AgencySender, agencySender } from '../../kafka/agency-sender';
import { rawPass } from '../../kafka/raw-pass';
import { BenchFailed } from '../processes';
import type { HubUnderLoad } from './hub-under-load';
import { agencyOf, type LoadEvent, loadEvent, PARTNERSHIPS } from './records';
import type { Load } from './run-load';

/** Agencies that publish by Kafka; each has a topic and a user of its own. */
const AGENCIES = 10;
const AT_ONCE = 250;
/** So many records of all agencies lie in their topics at most for each second of the load: enough for the hub never to wait for them. */
const AHEAD = 2_000;
const MOST_AHEAD = 20_000;
const DRAINED_WITHIN = 120_000;
const HUB = 'hub';

const passwordOf = (user: string): string => `${user}-own`;

/** The hub's user first, and those of the agencies that publish. */
export const inboundUsers = (): Readonly<Record<string, string>> => {
  const names = [HUB, ...Array.from({ length: AGENCIES }, (_, place) => agencyOf(place))];
  return Object.fromEntries(names.map((name) => [name, passwordOf(name)]));
};

const structured = (event: LoadEvent): AgencyMessage => ({
  value: JSON.stringify(event),
  headers: { 'content-type': 'application/cloudevents+json' },
});

const binary = ({ data, ...attributes }: LoadEvent): AgencyMessage => ({
  value: JSON.stringify(data),
  headers: {
    'content-type': 'application/json',
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value])),
  },
});

const taken = (hub: HubUnderLoad): Promise<number> => hub.figure('throughline_intake_inbound_taken_total', 'outcome="accepted"');
const rejected = (hub: HubUnderLoad): Promise<number> => hub.figure('throughline_intake_inbound_rejected_total', 'status=');

/** Messages of one agency, one in structured and one in binary mode in turn. */
const messagesOf = (agency: number): (() => readonly AgencyMessage[]) => {
  let count = 0;
  return () =>
    Array.from({ length: AT_ONCE }, () => {
      const event = loadEvent(count * PARTNERSHIPS + agency, 'k');
      count += 1;
      return count % 2 === 0 ? structured(event) : binary(event);
    });
};

const publish = async (
  hub: HubUnderLoad,
  senders: readonly AgencySender[],
  ahead: number,
  ...[until, interrupted, acknowledged]: Parameters<Load['publish']>
): Promise<void> => {
  const [before, refused] = [await taken(hub), await rejected(hub)];
  const ended = new AbortController();
  let sent = 0;
  let told = 0;
  const look = async (): Promise<void> => {
    const now = (await taken(hub)) - before;
    acknowledged(now - told);
    told = now;
    if ((await rejected(hub)) > refused) throw new BenchFailed('a good message was rejected');
  };
  const agency = async (sender: AgencySender, place: number): Promise<void> => {
    const next = messagesOf(place);
    while (!until.aborted && !ended.signal.aborted) {
      if (sent - told > ahead) {
        await pause(20);
        continue;
      }
      const messages = next();
      await sender.send(messages);
      sent += messages.length;
    }
  };
  const sending = Promise.all(senders.map(agency));
  const looking = (async (): Promise<void> => {
    while (!until.aborted && !ended.signal.aborted) {
      await look();
      await pause(250);
    }
  })();
  try {
    await Promise.all([sending, looking]);
    const late = performance.now() + DRAINED_WITHIN;
    while (told < sent && !interrupted.aborted) {
      await look();
      if (performance.now() > late) throw new BenchFailed(`of ${sent} messages ${told} were taken`);
      await pause(50);
    }
  } catch (reason) {
    ended.abort();
    await sending.catch(() => undefined);
    await pause(500);
    if (!interrupted.aborted) throw reason;
  }
};

/**
 * The inbound topics, whose agencies sign in by SASL. The floor reads and writes as many bytes of each record.
 * @param seconds of the load
 */
export const inboundLoad = (hub: HubUnderLoad, brokers: string, storedBytes: number, seconds: number): Load => {
  const senders: AgencySender[] = [];
  return {
    name: 'Kafka inbound, structured and binary',
    floorName: 'raw kafkajs, read and send',
    outruns: true,
    prepare: async () => {
      for (let place = 0; place < AGENCIES; place += 1) {
        senders.push(await agencySender(brokers, agencyOf(place), passwordOf(agencyOf(place))));
      }
      return async () => {
        await Promise.all(senders.map((sender) => sender.close().catch(() => undefined)));
      };
    },
    publish: (until, interrupted, acknowledged) =>
      publish(hub, senders, Math.min(MOST_AHEAD, seconds * AHEAD), until, interrupted, acknowledged),
    floor: (some) =>
      rawPass({
        ...{ brokers, user: HUB, password: passwordOf(HUB), partitions: AGENCIES },
        messages: Math.round(some * 20_000),
        bytesIn: structured(loadEvent(0, 'f')).value.length,
        bytesOut: storedBytes,
      }),
  };
};

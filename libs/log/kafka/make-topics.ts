import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, type ITopicConfig, KafkaJSProtocolError } from 'kafkajs';
import { LogUnavailable } from '../port';

/** How long brokers may take to hear of new topics, in milliseconds. */
const HEARD_OF_WITHIN = 30_000;
const PAUSE = 50;

/** What a broker answers that has not heard of a topic yet, or not of its leader. */
const notYet: ReadonlySet<string> = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/**
 * Makes topics where they are missing, and settles when brokers have heard of each, and each new partition has a leader. kafkajs 2.2.4
 * waits for leaders as well, but gives up at once where the broker that it asks has not even heard of the topic, as a busy one may not.
 */
export const makeTopics = async (admin: Admin, topics: ITopicConfig[]): Promise<void> => {
  const isNew = await admin.createTopics({ topics, waitForLeaders: false });
  const names = topics.map(({ topic }) => topic);
  const until = performance.now() + HEARD_OF_WITHIN;
  while (!(await areThere(admin, names, isNew))) {
    if (performance.now() > until) throw new LogUnavailable('no broker leads the new topics yet');
    await pause(PAUSE);
  }
};

const areThere = async (admin: Admin, names: string[], led: boolean): Promise<boolean> => {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: names });
    return topics.every(({ partitions }) => partitions.length > 0 && (!led || partitions.every(({ leader }) => leader >= 0)));
  } catch (reason) {
    if (reason instanceof KafkaJSProtocolError && notYet.has(reason.type)) return false;
    throw reason;
  }
};

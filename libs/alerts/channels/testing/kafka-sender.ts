import { setTimeout as pause } from 'node:timers/promises';
import { AgencyDoor, KafkaTopicSender } from '@throughline/log/kafka';
import type { TopicSender } from '../kafka/kafka-channel';

/** The sender that the hub uses, on one broker. */
export const kafkaSender = (broker: string): TopicSender => new KafkaTopicSender({ brokers: [broker] });

/** Makes an agency's topics, as the hub does. */
export const openTopicsOf = async (agency: string, broker: string): Promise<void> => {
  const door = new AgencyDoor({ kafka: { brokers: [broker] }, guarded: false });
  const nothing = (): void => undefined;
  door.open(
    () => [agency],
    () => Promise.resolve([]),
    { opened: nothing, faltered: nothing, heldUp: nothing },
  );
  for (let waited = 0; !door.state.open && waited < 60_000; waited += 100) await pause(100);
  await door.close();
};

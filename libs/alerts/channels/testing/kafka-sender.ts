import { KafkaTopicSender } from '@throughline/log/kafka';
import type { TopicSender } from '../kafka/kafka-channel';

/** The sender that the hub uses, on one broker. */
export const kafkaSender = (broker: string): TopicSender => new KafkaTopicSender({ brokers: [broker] });

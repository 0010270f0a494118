import './linear-headers';

export * from './inbound';
export { createKafkaLog, type KafkaLogOptions } from './kafka-log';
export { makeTopics } from './make-topics';
export { TopicForgets } from './topic';
export { KafkaTopicSender } from './topic-sender';

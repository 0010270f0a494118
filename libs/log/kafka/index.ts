import './linear-headers';

export * from './inbound';
export { createKafkaLog, type KafkaLogOptions } from './kafka-log';
export { LogStalled } from './subscription';
export { TopicForgets } from './topic';
export { KafkaTopicSender } from './topic-sender';

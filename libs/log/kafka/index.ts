export { createKafkaLog, type KafkaLogOptions } from './kafka-log';
export { LogStalled } from './subscription';
export { TopicForgets } from './topic';

export { javaIsThere } from './java';
export { type RunningKafka, type StartKafkaOptions, startKafka } from './broker';

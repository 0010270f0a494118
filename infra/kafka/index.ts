export { jarsOf } from './jars';
export { javaIsThere, javaProgram } from './java';
export { type RunningKafka, type StartKafkaOptions, startKafka } from './broker';
export { type RawMessage, readTopic } from './raw-reader';

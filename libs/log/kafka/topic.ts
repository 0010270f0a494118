import { Fault } from '@throughline/kernel';
import { type Admin, ConfigResourceTypes } from 'kafkajs';
import { makeTopics } from './make-topics';
import { MAX_APPEND_BYTES, PartitionCountDiffers } from '../port';

/** The topic is set up so that it would forget records. It is the source of truth: nothing may be written to it as it is. */
export class TopicForgets extends Fault {
  readonly retriable = false;
}

export interface TopicShape {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
}

const settings = (shape: TopicShape): { name: string; value: string }[] => [
  { name: 'cleanup.policy', value: 'delete' },
  { name: 'retention.ms', value: '-1' },
  { name: 'retention.bytes', value: '-1' },
  { name: 'min.insync.replicas', value: shape.replicationFactor > 2 ? '2' : '1' },
  { name: 'unclean.leader.election.enable', value: 'false' },
  { name: 'message.timestamp.type', value: 'CreateTime' },
  { name: 'max.message.bytes', value: String(MAX_APPEND_BYTES) },
];

/** Makes the topic where it is missing; then checks that it has this many partitions and keeps what it is given. */
export const ensureTopic = async (admin: Admin, shape: TopicShape): Promise<void> => {
  const { topic, partitions, replicationFactor } = shape;
  await makeTopics(admin, [{ topic, numPartitions: partitions, replicationFactor, configEntries: settings(shape) }]);
  const { topics } = await admin.fetchTopicMetadata({ topics: [shape.topic] });
  const count = topics[0]?.partitions.length;
  if (count !== shape.partitions) throw new PartitionCountDiffers(`the topic has ${count} partitions, not ${shape.partitions}`);

  const { resources } = await admin.describeConfigs({
    resources: [{ type: ConfigResourceTypes.TOPIC, name: shape.topic }],
    includeSynonyms: false,
  });
  const found = new Map(resources[0]?.configEntries.map((entry) => [entry.configName, entry.configValue]));
  for (const [name, needed] of [
    ['cleanup.policy', 'delete'],
    ['retention.ms', '-1'],
    ['retention.bytes', '-1'],
  ] as const) {
    if (found.get(name) !== needed) throw new TopicForgets(`the topic's ${name} is ${found.get(name)}, and must be ${needed}`);
  }
};

import { type Admin, type ITopicConfig } from 'kafkajs';

/** An agency writes its records here (contract.md, section 3). */
export const inboundTopic = (agency: string): string => `throughline.inbound.${agency}`;

/** It reads here what the hub did not take, and why. */
export const rejectedTopic = (agency: string): string => `throughline.rejected.${agency}`;

/** It reads here what is raised for it. */
export const alertsTopic = (agency: string): string => `throughline.alerts.${agency}`;

/** Both topics hold plain text for their one agency, so they forget after a day. */
const RETENTION_MS = 24 * 60 * 60 * 1_000;

/** As much as one request over HTTP may carry. */
const MOST_INBOUND_BYTES = 5 * 1024 * 1024;

/** A rejection carries its message, perhaps in base64, and what was wrong with it. */
const MOST_REJECTED_BYTES = 16 * 1024 * 1024;

const MOST_REPLICAS = 3;

const settingsOf = (bytes: number): { name: string; value: string }[] => [
  { name: 'cleanup.policy', value: 'delete' },
  { name: 'retention.ms', value: String(RETENTION_MS) },
  // Records of a closed segment alone expire, so a segment closes well within the day.
  { name: 'segment.ms', value: String(RETENTION_MS / 24) },
  { name: 'max.message.bytes', value: String(bytes) },
  // Whatever an agency compresses with, the hub's client reads: the broker unpacks it first. Otherwise one message could end all reading.
  { name: 'compression.type', value: 'uncompressed' },
];

/**
 * Makes the agencies' topics where they are missing, with one partition each, so that an agency's records keep their order. Topics
 * that are there already, perhaps with more partitions, stay as they are.
 */
export const ensureAgencyTopics = async (admin: Admin, agencies: readonly string[]): Promise<void> => {
  const there = new Set(await admin.listTopics());
  const wanted = agencies.flatMap((agency) => [
    { topic: inboundTopic(agency), bytes: MOST_INBOUND_BYTES },
    { topic: rejectedTopic(agency), bytes: MOST_REJECTED_BYTES },
  ]);
  const missing = wanted.filter(({ topic }) => !there.has(topic));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  const replicationFactor = Math.min(MOST_REPLICAS, brokers.length);
  const topics = missing.map(({ topic, bytes }): ITopicConfig => ({
    topic,
    numPartitions: 1,
    replicationFactor,
    configEntries: settingsOf(bytes),
  }));
  await admin.createTopics({ topics, waitForLeaders: true });
};

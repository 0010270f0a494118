import { type Admin, type ITopicConfig } from 'kafkajs';
import { makeTopics } from '../make-topics';

/** An agency writes its records here (contract.md, section 3). */
export const inboundTopic = (agency: string): string => `throughline.inbound.${agency}`;

/** It reads here what the hub did not take, and why. */
export const rejectedTopic = (agency: string): string => `throughline.rejected.${agency}`;

/** It reads here what is raised for it. */
export const alertsTopic = (agency: string): string => `throughline.alerts.${agency}`;

const HOUR_MS = 60 * 60 * 1_000;

/** The inbound and the rejected topic hold plain text for their one agency, so they forget after a day. */
const RETENTION_MS = 24 * HOUR_MS;

/** Messages about alerts tell nothing of anybody: whoever was away for a week finds them. */
const ALERTS_RETENTION_MS = 7 * 24 * HOUR_MS;

/** As much as one request over HTTP may carry. */
const MOST_INBOUND_BYTES = 5 * 1024 * 1024;

/** A rejection carries its message, perhaps in base64, and what was wrong with it. */
const MOST_REJECTED_BYTES = 16 * 1024 * 1024;

const MOST_ALERT_BYTES = 64 * 1024;

const MOST_REPLICAS = 3;

/** So many topics are asked for at once: a controller that makes a thousand in one request answers too late for its client. */
const AT_ONCE = 100;

const settingsOf = (bytes: number, retention: number): { name: string; value: string }[] => [
  { name: 'cleanup.policy', value: 'delete' },
  { name: 'retention.ms', value: String(retention) },
  // Records of a closed segment alone expire, so a segment closes well within the time.
  { name: 'segment.ms', value: String(retention / 24) },
  { name: 'max.message.bytes', value: String(bytes) },
  // Whatever an agency compresses with, the hub's client reads: the broker unpacks it first. Otherwise one message could end all reading.
  { name: 'compression.type', value: 'uncompressed' },
];

/**
 * Makes the agencies' topics where they are missing: for their alerts and, where they publish by Kafka, for their records and for what
 * was not taken of them; with one partition each, so that an agency's records keep their order. Topics that are there already, perhaps
 * with more partitions, stay as they are.
 */
export const ensureAgencyTopics = async (admin: Admin, agencies: readonly string[], publish: boolean): Promise<void> => {
  const there = new Set(await admin.listTopics());
  const wanted = agencies.flatMap((agency) => [
    ...(publish
      ? [
          { topic: inboundTopic(agency), bytes: MOST_INBOUND_BYTES, retention: RETENTION_MS },
          { topic: rejectedTopic(agency), bytes: MOST_REJECTED_BYTES, retention: RETENTION_MS },
        ]
      : []),
    { topic: alertsTopic(agency), bytes: MOST_ALERT_BYTES, retention: ALERTS_RETENTION_MS },
  ]);
  const missing = wanted.filter(({ topic }) => !there.has(topic));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  const replicationFactor = Math.min(MOST_REPLICAS, brokers.length);
  const topics = missing.map(({ topic, bytes, retention }): ITopicConfig => ({
    topic,
    numPartitions: 1,
    replicationFactor,
    configEntries: settingsOf(bytes, retention),
  }));
  for (let from = 0; from < topics.length; from += AT_ONCE) {
    await makeTopics(admin, topics.slice(from, from + AT_ONCE));
  }
};

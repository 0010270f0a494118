import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaIsThere, readTopic, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { kafkaSender, openTopicsOf } from '../testing/kafka-sender';
import { messageTo } from '../testing/messages';
import { alertsTopic, KafkaChannel } from './kafka-channel';

const run = (): void =>
  channelContract<AlertNotice>('kafka', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-kafka-channel-'));
    let kafka: RunningKafka = await startKafka({ dataDir });
    const { brokers } = kafka;
    await openTopicsOf('sanctuary', brokers);
    const channel = new KafkaChannel(kafkaSender(brokers));
    const read = () => readTopic(brokers, alertsTopic('sanctuary'));
    return {
      channel,
      message: () => messageTo({ name: 'sanctuary', address: 'sanctuary' }),
      held: async () => [...new Set((await read()).map(({ headers }) => headers['idempotency-key'] ?? ''))],
      told: async () => JSON.stringify(await read()),
      away: () => kafka.stop(),
      back: async () => {
        kafka = await startKafka({ dataDir, port: Number(brokers.split(':')[1]) });
      },
      close: async () => {
        await channel.close();
        await kafka.stop();
        rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      },
    };
  });

// Where CI is "true", a missing Java is a failure and never a pass.
if (javaIsThere()) run();
else describe('the channel kafka', () => it('was NOT RUN: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true')));

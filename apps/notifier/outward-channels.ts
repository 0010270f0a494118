import { type Channel, createMailer, DigestChannel, KafkaChannel, MailChannel, TroubleChannel, WebhookChannel } from '@throughline/alerts';
import { clusterOf } from '@throughline/infra/foundation';
import { KafkaTopicSender } from '@throughline/log/kafka';
import type { Configuration } from '@throughline/platform';

/** The channels that lead out of the hub: those that it is configured for, and webhooks. */
export const outwardChannels = (
  { mail, kafka, origin, webhooksToLoopback }: Configuration,
  now: () => number,
): readonly Channel<never>[] => {
  const channels: Channel<never>[] = [new WebhookChannel({ now, allowLoopback: webhooksToLoopback === true })];
  if (mail !== undefined) {
    const mailer = createMailer(mail.url, mail.from);
    channels.push(new MailChannel(mailer, origin), new DigestChannel(mailer, origin), new TroubleChannel(mailer, origin));
  }
  if (kafka !== undefined) channels.push(new KafkaChannel(new KafkaTopicSender(clusterOf(kafka))));
  return channels;
};

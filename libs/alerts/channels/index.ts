export {
  type AlertNotice,
  type Channel,
  type ChannelName,
  CHANNELS,
  type Delivery,
  type DigestNotice,
  type Message,
  type Target,
  type TroubleNotice,
} from './channel';
export { DigestChannel } from './digest/digest-channel';
export { digestTime, lastDigestDay } from './digest/digest-day';
export { type AlertEvent, AlertFeed, type FeedFilter, type FeedStep } from './events/alert-feed';
export { EventsChannel } from './events/events-channel';
export { InboxChannel } from './inbox/inbox-channel';
export { KafkaChannel, type TopicSender } from './kafka/kafka-channel';
export { Listening } from './listening';
export { MailChannel } from './mail/mail-channel';
export { createMailer, type Mailer } from './mail/mailer';
export { createDeliveryTables } from './tables';
export { TroubleChannel } from './trouble/trouble-channel';
export { faultOfWebhookUrl } from './webhook/public-address';
export { WebhookChannel } from './webhook/webhook-channel';

export { type Arrived, MailServer } from './mail-server';
export { type Call, WebhookReceiver } from './webhook-receiver';

import { type AlertNotice, type Channel, DELIVERED, type Delivery, type Message } from '../channel';

/** What Kafka must do for the channel: settled when the brokers have the message for good. */
export interface TopicSender {
  send(
    topic: string,
    message: { readonly key: string; readonly value: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<void>;
  close(): Promise<void>;
}

/** The topic that one agency reads, and nobody else (contract.md, section 3). */
export const alertsTopic = (agency: string): string => `throughline.alerts.${agency}`;

const valueOf = ({ alert, safeguard, class: kind, to, status, dueAt, at }: AlertNotice): string =>
  JSON.stringify({ type: 'throughline.alert.changed', timestamp: at, data: { alert, safeguard, class: kind, to, status, dueAt } });

/** The agency's own topic of alerts. What concerns one alert has one key, so that it stays in order. */
export class KafkaChannel implements Channel {
  readonly name = 'kafka';

  constructor(private readonly sender: TopicSender) {}

  async deliver({ key, agency, notice }: Message): Promise<Delivery> {
    try {
      await this.sender.send(alertsTopic(agency), {
        key: notice.alert,
        value: valueOf(notice),
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
      });
      return DELIVERED;
    } catch {
      return { result: 'retry', fault: 'Kafka did not acknowledge it' };
    }
  }

  close(): Promise<void> {
    return this.sender.close();
  }
}

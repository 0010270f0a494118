import type { KafkaMessage } from 'kafkajs';
import type { KeyedMessage } from '../appender';
import type { InboundMessage, Rejection } from './port';

/** Headers as pairs; one without a value has an empty one. */
const headersOf = ({ headers = {} }: KafkaMessage): InboundMessage['headers'] =>
  Object.entries(headers).flatMap(([name, given]) =>
    [given].flat().map((value: unknown): [string, Buffer] => [name, Buffer.isBuffer(value) ? value : Buffer.alloc(0)]),
  );

export const inboundMessage = (message: KafkaMessage): InboundMessage => ({
  key: message.key,
  value: message.value,
  headers: headersOf(message),
});

/** The rejection as it is sent: the same key, the original headers. All of an agency's stand in one partition. */
export const rejectionMessage = ({ message: { key, headers }, document }: Rejection): KeyedMessage => {
  const grouped = new Map<string, Buffer[]>();
  for (const [name, value] of headers) {
    const values = grouped.get(name);
    if (values === undefined) grouped.set(name, [value]);
    else values.push(value);
  }
  return { key, value: document, headers: Object.fromEntries(grouped), partition: 0 };
};

import type { KafkaMessage } from 'kafkajs';
import type { KeyedMessage } from '../appender';
import type { InboundMessage, Rejection } from './port';

/**
 * Headers as pairs; one without a value has an empty one. kafkajs gathers headers in a plain object, and so puts in front of one that
 * is named `constructor` or `__proto__` what every object has by that name: that is no header.
 */
const headersOf = ({ headers = {} }: KafkaMessage): InboundMessage['headers'] =>
  Object.entries(headers).flatMap(([name, given]) =>
    [given].flat().flatMap((value: unknown): [string, Buffer][] => {
      if (Buffer.isBuffer(value)) return [[name, value]];
      return value === null ? [[name, Buffer.alloc(0)]] : [];
    }),
  );

export const inboundMessage = (message: KafkaMessage): InboundMessage => ({
  key: message.key,
  value: message.value,
  headers: headersOf(message),
});

/** The rejection as it is sent: the same key, the original headers. All of an agency's stand in one partition. */
export const rejectionMessage = ({ message: { key, headers }, document }: Rejection): KeyedMessage => {
  const grouped = new Map<string, Buffer[]>();
  for (const [name, value] of headers) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  return { key, value: document, headers: Object.fromEntries(grouped), partition: 0 };
};

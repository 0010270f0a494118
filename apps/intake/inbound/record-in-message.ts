import { isUtf8 } from 'node:buffer';
import { Problem } from '@throughline/platform';
import type { InboundMessage } from '@throughline/log/kafka';
import { readHeaders } from './headers';

/** What a message holds: a record to be examined, or why there is none. */
export interface RecordInMessage {
  readonly record?: unknown;
  readonly problem?: Problem;
  /** The record as structured JSON, byte for byte as it came where it came so; absent where the value is no JSON text. */
  readonly text?: string;
}

const STRUCTURED = 'application/cloudevents+json';

const jsonIn = (value: Buffer | null): { readonly text: string; readonly parsed: unknown } | undefined => {
  if (value === null || !isUtf8(value)) return undefined;
  const text = value.toString('utf8');
  try {
    return { text, parsed: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const without = (problem: Problem, text: string | undefined): RecordInMessage => (text === undefined ? { problem } : { problem, text });

const structured = (value: Buffer | null): RecordInMessage => {
  const json = jsonIn(value);
  return json === undefined
    ? without(new Problem(400, 'the value is not valid JSON'), undefined)
    : { record: json.parsed, text: json.text };
};

const binary = (message: InboundMessage): RecordInMessage => {
  const { contentType, attributes, faults } = readHeaders(message);
  const type = contentType ?? attributes['datacontenttype'];
  const context = { ...attributes, ...(type === undefined ? {} : { datacontenttype: type }) };
  const isEmpty = message.value === null || message.value.length === 0;
  const json = jsonIn(message.value);
  if (json === undefined && !isEmpty) return without(new Problem(400, 'the value is not valid JSON'), undefined);
  // Written around the data's own text: stringifying it again could change a number, or fail on a great depth.
  const text =
    json === undefined ? JSON.stringify(context) : JSON.stringify(context).replace(/\}$/, `,"data":${json.text.replaceAll('$', '$$$$')}}`);
  if (faults.length > 0) return without(new Problem(422, 'records that cannot be understood: nothing was stored', faults), text);
  return { record: json === undefined ? context : { ...context, data: json.parsed }, text };
};

/**
 * The record of a message, in structured or binary mode of the CloudEvents Kafka binding. Which of the two is said by
 * `content-type`; several records in one message are not part of that binding.
 */
export const recordInMessage = (message: InboundMessage): RecordInMessage => {
  const { contentType, attributes } = readHeaders(message);
  const mediaType = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (mediaType === STRUCTURED) return structured(message.value);
  const isBinary = Object.keys(attributes).length > 0 && !mediaType.startsWith('application/cloudevents');
  if (isBinary) return binary(message);
  const detail = `a message must have the header content-type ${STRUCTURED}, or headers that begin with ce_`;
  return without(new Problem(400, detail), jsonIn(message.value)?.text);
};

import type { Fault } from '@throughline/kernel';
import { type ProblemItem, problemOfFault } from '@throughline/platform';
import type { InboundMessage, Rejection } from '@throughline/log/kafka';

/** A record can have more faults than a message has room for; the first ones, up to about this many characters, are told. */
const MOST_CHARACTERS_OF_ERRORS = 2 * 1024 * 1024;

const firstOf = (errors: readonly ProblemItem[]): readonly ProblemItem[] => {
  let characters = 0;
  const end = errors.findIndex((error) => {
    characters += JSON.stringify(error).length;
    return characters > MOST_CHARACTERS_OF_ERRORS;
  });
  return end === -1 ? errors : errors.slice(0, Math.max(end, 1));
};

/**
 * What an agency reads of a message that was not taken: the problem document (RFC 9457), with the record as structured JSON in
 * `record`, to which the pointers point; or with the value as it came in `recordBase64` where it is no JSON text.
 */
export const rejection = (message: InboundMessage, problem: Fault, text: string | undefined): Rejection => {
  const { errors, ...document } = problemOfFault(problem);
  const told = JSON.stringify({ ...document, ...(errors === undefined ? {} : { errors: firstOf(errors) }) });
  const record = text === undefined ? `"recordBase64":"${(message.value ?? Buffer.alloc(0)).toString('base64')}"` : `"record":${text}`;
  return { message, document: Buffer.from(`${told.slice(0, -1)},${record}}`, 'utf8') };
};

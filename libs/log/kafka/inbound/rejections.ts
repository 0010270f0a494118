import { ENTRY_OVERHEAD_BYTES } from '../../port';
import type { Appender, KeyedMessage } from '../appender';
import { rejectionMessage } from './message';
import type { Rejection } from './port';
import { rejectedTopic } from './topics';

/** One send carries about this much; a single rejection may be larger. */
const MOST_BYTES = 1024 * 1024;

const weightOf = ({ message: { key, headers }, document }: Rejection): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, document.length + (key?.length ?? 0) + ENTRY_OVERHEAD_BYTES);

/** Tells an agency what was not taken; durable when it settles. */
export const sendRejections = async (appender: Appender, agency: string, rejections: readonly Rejection[]): Promise<void> => {
  let messages: KeyedMessage[] = [];
  let bytes = 0;
  for (const rejection of rejections) {
    const weight = weightOf(rejection);
    if (messages.length > 0 && bytes + weight > MOST_BYTES) {
      await appender.append(rejectedTopic(agency), messages);
      [messages, bytes] = [[], 0];
    }
    messages.push(rejectionMessage(rejection));
    bytes += weight;
  }
  if (messages.length > 0) await appender.append(rejectedTopic(agency), messages);
};

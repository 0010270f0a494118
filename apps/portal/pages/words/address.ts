import { dayInWords } from './dates';

/** What stands in the place of an address that nobody is shown. */
const SEALED = 'sealed';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** An address in one line, or that it is held and sealed; undefined where the value is none. */
export const addressInWords = (value: unknown): string | undefined => {
  if (value === SEALED) return 'Held, sealed';
  if (typeof value !== 'object' || value === null || !('lines' in value || 'postcode' in value || 'uprn' in value)) return undefined;
  const { lines, postcode, uprn, from, to } = value as Readonly<Record<string, unknown>>;
  return [
    ...(Array.isArray(lines) ? lines.filter(isText) : []),
    ...(isText(postcode) ? [postcode] : []),
    ...(isText(uprn) ? [`UPRN ${uprn}`] : []),
    ...(isText(from) ? [`from ${dayInWords(from)}`] : []),
    ...(isText(to) ? [`to ${dayInWords(to)}`] : []),
  ].join(', ');
};

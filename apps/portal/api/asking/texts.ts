import { Problem, type ProblemItem } from '@throughline/platform';

/** What neither the log nor the tables can hold: half a character, and NUL. */
const UNFIT = /[\p{Cs}\0]/u;

/**
 * Reads a body that is nothing but texts, each of which is asked for. Fails with the 422 that lists every fault.
 * @param longest by name, how many characters each may have
 */
export const readTexts = <Name extends string>(
  body: unknown,
  longest: Readonly<Record<Name, number>>,
  complaint: string,
): Readonly<Record<Name, string>> => {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const faults: ProblemItem[] = [];
  const read = Object.entries<number>(longest).map(([name, most]) => {
    const value = given[name];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= most && !UNFIT.test(value)) return [name, value];
    faults.push({ pointer: `/${name}`, detail: value === undefined ? 'is missing' : `must be text of 1 to ${String(most)} characters` });
    return [name, ''];
  });
  for (const name of Object.keys(given)) {
    if (!(name in longest)) faults.push({ pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail: 'is not known here' });
  }
  if (faults.length > 0) throw new Problem(422, complaint, faults);
  return Object.fromEntries(read) as Readonly<Record<Name, string>>;
};

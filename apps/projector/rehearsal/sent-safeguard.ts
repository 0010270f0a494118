import { createContext, Script } from 'node:vm';
import * as kernel from '@throughline/kernel';
import * as projections from '@throughline/projections';
import * as records from '@throughline/records';
import * as safeguards from '@throughline/safeguards';
import type { Safeguard } from '@throughline/safeguards';
import type { SentSafeguard } from './messages';
import { NoSafeguard, type Place } from './place';

/** All that a safeguard may know. */
const KNOWN = new Map<string, object>(
  Object.entries({ kernel, records, projections, safeguards }).map(([name, library]) => [`@throughline/${name}`, library]),
);

const LOADING = 2_000;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CLASSES = ['now', 'act', 'know', 'tidy'];

/** Where in the compiled code an error arose, as far as its stack names the file. */
export const placeIn = (reason: unknown, name: string): Place => {
  const stack = typeof reason === 'object' && reason !== null && 'stack' in reason ? String(reason.stack) : '';
  const at = stack.indexOf(`${name}:`);
  const [, line, column] = at < 0 ? [] : (/^:(\d+)(?::(\d+))?/.exec(stack.slice(at + name.length)) ?? []);
  return { ...(line === undefined ? {} : { line: Number(line) }), ...(column === undefined ? {} : { column: Number(column) }) };
};

export const messageOf = (reason: unknown): string =>
  typeof reason === 'object' && reason !== null && 'message' in reason ? String(reason.message) : String(reason);

/** In the context's own realm: what asks the clock, or draws lots, is refused. */
const ONLY_WHAT_IS_GIVEN = `(refuse) => {
  const clock = () => refuse('it asks the clock');
  const Given = Date;
  globalThis.Date = new Proxy(Given, {
    construct: (target, values, made) => (values.length === 0 ? clock() : Reflect.construct(target, values, made)),
    apply: clock,
    get: (target, name) => (name === 'now' ? clock : Reflect.get(target, name)),
  });
  Given.prototype.constructor = globalThis.Date;
  Math.random = () => refuse('it draws lots');
}`;

/** Runs the module in a context of its own: no process, no clock of ours, no network, no file; of modules only the four libraries. */
const exportsOf = ({ name, code }: SentSafeguard): object => {
  const required = (path: unknown): object => {
    const found = KNOWN.get(String(path));
    if (found !== undefined) return found;
    const only = [...KNOWN.keys()].join(', ');
    throw new NoSafeguard(`it imports ${JSON.stringify(String(path))}; a safeguard knows only ${only}`, { imported: String(path) });
  };
  const context = createContext(Object.create(null) as object, {
    name: 'a safeguard that was sent',
    codeGeneration: { strings: false, wasm: false },
  });
  const refuse = (what: string): never => {
    throw new NoSafeguard(`${what}; a safeguard judges by what it is given alone`, placeIn(new Error(), name));
  };
  (new Script(ONLY_WHAT_IS_GIVEN).runInContext(context) as (refused: typeof refuse) => void)(refuse);
  const script = new Script(`(function (exports, require, module) {${code}\n})`, { filename: name });
  const run = script.runInContext(context, { timeout: LOADING }) as (exports: object, require: typeof required, module: object) => void;
  const module = { exports: {} as object };
  run(module.exports, required, module);
  return module.exports;
};

const isType = (value: unknown): boolean => typeof value === 'object' && value !== null && 'type' in value;

/** What is missing of a safeguard, in the words of `Safeguard`. */
const missingOf = (value: Readonly<Record<string, unknown>>): readonly string[] => {
  const { id, version, class: loudness, on, answer, judge, watches, silentWhen } = value;
  const hasAnswer = typeof answer === 'object' && answer !== null && 'records' in answer && Array.isArray(answer.records);
  return [
    typeof id === 'string' && ID.test(id) && id.length <= 80 ? [] : ['id'],
    Number.isSafeInteger(version) ? [] : ['version'],
    CLASSES.includes(loudness as string) ? [] : ['class'],
    typeof watches === 'string' ? [] : ['watches'],
    typeof silentWhen === 'string' ? [] : ['silentWhen'],
    Array.isArray(on) && on.length > 0 && on.every(isType) ? [] : ['on'],
    hasAnswer ? [] : ['answer'],
    typeof judge === 'function' ? [] : ['judge'],
  ].flat();
};

/** The safeguard that a module exports as its default, or as its only export. Throws `NoSafeguard`. */
export const loadSent = (sent: SentSafeguard): Safeguard => {
  let exported: object;
  try {
    exported = exportsOf(sent);
  } catch (reason) {
    throw reason instanceof NoSafeguard ? reason : new NoSafeguard(messageOf(reason), placeIn(reason, sent.name));
  }
  const values = Object.entries(exported);
  const [, found] = values.find(([name]) => name === 'default') ?? (values.length === 1 ? (values[0] ?? []) : []);
  if (typeof found !== 'object' || found === null) {
    throw new NoSafeguard('it has no default export and not exactly one other: export the value that defineSafeguard makes');
  }
  const missing = missingOf(found as Readonly<Record<string, unknown>>);
  if (missing.length > 0) throw new NoSafeguard(`what it exports is no safeguard: look at ${missing.join(', ')}`);
  return found as Safeguard;
};

/** The safeguards in force with the sent one in the place of that of its id, or after them. */
export const withSafeguard = (
  inForce: readonly Safeguard[],
  sent: Safeguard,
): { readonly all: readonly Safeguard[]; readonly replaces: boolean } => {
  const replaces = inForce.some(({ id }) => id === sent.id);
  return { replaces, all: replaces ? inForce.map((one) => (one.id === sent.id ? sent : one)) : [...inForce, sent] };
};

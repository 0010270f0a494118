import { SourceMap } from 'node:module';
import { transform } from '@swc/core';
import type { SentSafeguard } from './messages';
import { NoSafeguard, type Place } from './place';

/** A module that was sent, ready to run, and where each line of it came from. */
export interface CompiledSafeguard extends SentSafeguard {
  /** The place in the text as it was sent. */
  readonly placeOf: (place: Place) => Place;
}

const NAME = 'sent-safeguard.ts';
const firstLineOf = (message: string): string => (message.split('\n')[0] ?? '').replace(/^\s*x\s*/, '');

/** The line that names a module. */
const importOf = (text: string, module: string): Place => {
  const at = text.split('\n').findIndex((line) => line.includes(`'${module}'`) || line.includes(`"${module}"`));
  return at < 0 ? {} : { line: at + 1 };
};

/** Compiles TypeScript or JavaScript. Throws `NoSafeguard` with the place where it does not compile. */
export const compileSent = async (text: string): Promise<CompiledSafeguard> => {
  try {
    const { code, map } = await transform(text, {
      filename: NAME,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
      sourceMaps: true,
      swcrc: false,
      configFile: false,
    });
    const source = new SourceMap(JSON.parse(map ?? '{}') as ConstructorParameters<typeof SourceMap>[0]);
    const placeOf = ({ line, column, imported }: Place): Place => {
      if (imported !== undefined) return importOf(text, imported);
      if (line === undefined) return {};
      const entry = source.findEntry(line - 1, (column ?? 1) - 1);
      return 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : {};
    };
    return { name: NAME, code, placeOf };
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : '';
    const [, line, column] = new RegExp(`${NAME.replace('.', '\\.')}:(\\d+):(\\d+)`).exec(message) ?? [];
    throw new NoSafeguard(
      `it does not compile: ${firstLineOf(message)}`,
      line === undefined ? {} : { line: Number(line), column: Number(column) },
    );
  }
};

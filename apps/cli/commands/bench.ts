import { benchAlerts, benchLoad, fatigueTable, loadIsBorne, loadTable, PARTS, runBench, tableOf, usualSize } from '@throughline/infra/bench';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type CommandParts, EXIT } from '../command-parts';

const positive = (text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};

const minutes = (text: string): number => {
  const number = Number(text);
  if (number > 0 && number <= 24 * 60) return number;
  throw new InvalidArgumentError('It must be a number of minutes above 0, a fraction of one too.');
};

type Part = (typeof PARTS)[number];

interface Options {
  readonly records?: number;
  readonly rounds: number;
  readonly minutes: number;
  readonly json?: true;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C ends the loads, and what was measured until then is said; a second one ends the process. */
const load = async (options: Options, { console, end }: CommandParts): Promise<void> => {
  const interrupted = new AbortController();
  const interrupt = (): void => {
    console.sayError('stopping; Ctrl-C once more ends at once');
    interrupted.abort();
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    const say = (line: string): void => {
      console.sayError(line);
    };
    const report = await benchLoad({ minutes: options.minutes, say, interrupted: interrupted.signal });
    if (options.json) console.json(report);
    else console.say(loadTable(report));
    if (!loadIsBorne(report)) end(EXIT.fault);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
};

/** `throughline bench`: the hub beside its floors, on servers of its own; a ratio below its aim ends it with a fault. */
export const addBench = (program: Command, parts: CommandParts): void => {
  const { console, end } = parts;
  program
    .command('bench')
    .description(
      'Measure the hub beside its floors, on servers of its own; "load" looks at its memory under three loads and at what it does when ' +
        'given more than it takes; "alerts" counts what alerts cost those who work with families',
    )
    .addArgument(new Argument('[part]', 'one part alone').choices([...PARTS, 'load', 'alerts']))
    .option(
      '--records <number>',
      'records to project and rebuild, or of the generated history that is judged (50000, alerts 20000)',
      positive,
    )
    .option('--rounds <number>', 'rounds of each side, of which the median counts', positive, 3)
    .option('--minutes <number>', 'how long each load lasts', minutes, 5)
    .option('--json', 'output for machines')
    .action(async (part: Part | 'alerts' | 'load' | undefined, options: Options) => {
      if (part === 'load') return load(options, parts);
      const say = (line: string): void => {
        console.sayError(line);
      };
      if (part === 'alerts') {
        const fatigue = await benchAlerts(options.records ?? 20_000, say);
        if (options.json) console.json(fatigue);
        else console.say(fatigueTable(fatigue));
        return;
      }
      const bench = await runBench(part === undefined ? PARTS : [part], usualSize(options.records, options.rounds), say);
      if (options.json) console.json(bench);
      else console.say(tableOf(bench));
      if (bench.measures.some(({ ratio, aim }) => ratio < aim)) end(EXIT.fault);
    });
};

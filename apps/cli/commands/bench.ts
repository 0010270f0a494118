import { benchAlerts, fatigueTable, PARTS, runBench, tableOf, usualSize } from '@throughline/infra/bench';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type CommandParts, EXIT } from '../command-parts';

const positive = (text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};

type Part = (typeof PARTS)[number];

/** `throughline bench`: the hub beside its floors, on servers of its own; a ratio below its aim ends it with a fault. */
export const addBench = (program: Command, { console, end }: CommandParts): void => {
  program
    .command('bench')
    .description('Measure the hub beside its floors, on servers of its own; "alerts" counts what alerts cost those who work with families')
    .addArgument(new Argument('[part]', 'one part alone').choices([...PARTS, 'alerts']))
    .option(
      '--records <number>',
      'records to project and rebuild, or of the generated history that is judged (50000, alerts 20000)',
      positive,
    )
    .option('--rounds <number>', 'rounds of each side, of which the median counts', positive, 3)
    .option('--json', 'output for machines')
    .action(async (part: Part | 'alerts' | undefined, options: { records?: number; rounds: number; json?: true }) => {
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

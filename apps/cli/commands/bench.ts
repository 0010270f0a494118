import { PARTS, runBench, tableOf, usualSize } from '@throughline/infra/bench';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type CommandParts, EXIT } from '../command-parts';

const positive = (text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
};

/** `throughline bench`: the hub beside its floors, on servers of its own; a ratio below its aim ends it with a fault. */
export const addBench = (program: Command, { console, end }: CommandParts): void => {
  program
    .command('bench')
    .description('Measure the hub beside its floors, on servers of its own')
    .addArgument(new Argument('[part]', 'one part alone').choices(PARTS))
    .option('--records <number>', 'records to project and rebuild', positive, 50_000)
    .option('--rounds <number>', 'rounds of each side, of which the median counts', positive, 3)
    .option('--json', 'output for machines')
    .action(async (part: (typeof PARTS)[number] | undefined, options: { records: number; rounds: number; json?: true }) => {
      const size = usualSize(options.records, options.rounds);
      const bench = await runBench(part === undefined ? PARTS : [part], size, (line) => console.sayError(line));
      if (options.json) console.json(bench);
      else console.say(tableOf(bench));
      if (bench.measures.some(({ ratio, aim }) => ratio < aim)) end(EXIT.fault);
    });
};

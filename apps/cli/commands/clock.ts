import type { Command } from 'commander';
import type { CommandParts } from '../command-parts';

/** `throughline clock start`: from here on a partnership's deadlines fall due by themselves (contract.md, section 2). */
export const addClock = (program: Command, { hub, console }: CommandParts): void => {
  const clock = program.command('clock').description("A partnership's clock");
  clock
    .command('start')
    .description('Start the clock of a partnership: after an import, from here on its deadlines fall due')
    .requiredOption('--partnership <code>', 'the partnership')
    .option('--json', 'output for machines')
    .action(async ({ partnership, json }: { partnership: string; json?: true }) => {
      const answer = (await hub().post('/v1/operate/clock', JSON.stringify({ partnership }))) as { position: string };
      if (json) console.json(answer);
      else console.say(`the clock of ${partnership} runs (${answer.position})`);
    });
};

import type { Command } from 'commander';
import { type CommandParts, EXIT } from '../command-parts';

interface Lag {
  readonly partition: number;
  readonly next: string;
  readonly end: string;
  readonly lag: number;
  readonly stopped?: string;
}

/** `throughline lag`: how far the tables are behind the log, partition by partition. */
export const addLag = (program: Command, { hub, console, end }: CommandParts): void => {
  program
    .command('lag')
    .description('How far the tables are behind the log')
    .option('--json', 'output for machines')
    .action(async ({ json }: { json?: true }) => {
      const { items } = (await hub().get('/v1/operate/lag')) as { items: readonly Lag[] };
      if (json) console.json({ items });
      else {
        const rows = items.map(({ partition, next, end: last, lag, stopped = '' }) => [
          String(partition),
          next,
          last,
          String(lag),
          stopped,
        ]);
        console.table(['partition', 'next', 'end', 'lag', 'stands still'], rows);
      }
      if (items.some(({ stopped }) => stopped !== undefined)) end(EXIT.fault);
    });
};

import type { Command } from 'commander';
import type { CommandParts } from '../command-parts';
import { Misuse } from '../hub/hub-place';

interface Rejected {
  readonly partnership: string;
  readonly position: string;
  readonly source: string | null;
  readonly id: string | null;
  readonly reason: string;
}

const POSITION = /^([a-z][a-z0-9-]{0,62}):(\d{1,15})$/;

/** `throughline rejected list|redrive`: records that the projector set aside, and trying one of them again. */
export const addRejected = (program: Command, { hub, console }: CommandParts): void => {
  const rejected = program.command('rejected').description('Records that were set aside');
  rejected
    .command('list')
    .description('List the records that were set aside, with the reason of each')
    .option('--json', 'output for machines')
    .action(async ({ json }: { json?: true }) => {
      const { items } = (await hub().get('/v1/operate/rejected')) as { items: readonly Rejected[] };
      if (json) console.json({ items });
      else if (items.length === 0) console.say('no record is set aside');
      else {
        const rows = items.map(({ position, source, id, reason }) => [position, source ?? '', id ?? '', reason]);
        console.table(['position', 'source', 'id', 'reason'], rows);
      }
    });
  rejected
    .command('redrive')
    .argument('<position>', 'for example northgate:1234')
    .description('Try a record that was set aside again')
    .option('--json', 'output for machines')
    .action(async (position: string, { json }: { json?: true }) => {
      const [, partnership, number] = POSITION.exec(position) ?? [];
      if (partnership === undefined) throw new Misuse('a position is a partnership and a number: northgate:1234');
      const wish = JSON.stringify({ partnership, position: Number(number) });
      const answer = (await hub().post('/v1/operate/rejected/redrive', wish)) as { position: string };
      if (json) console.json(answer);
      else console.say(`${position} is tried again (${answer.position})`);
    });
};

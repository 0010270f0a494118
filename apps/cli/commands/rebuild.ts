import type { Command } from 'commander';
import { setTimeout as pause } from 'node:timers/promises';
import { type CommandParts, EXIT } from '../command-parts';
import { counted } from '../counted';

interface Rebuild {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly generation: number;
}

const EVERY = 500;

/** `throughline rebuild`: makes a new generation of the tables from the log, which then becomes the live one. */
export const addRebuild = (program: Command, { hub, console, end }: CommandParts): void => {
  program
    .command('rebuild')
    .description('Build the tables anew from the log, beside the live ones, and switch to them')
    .option('--json', 'output for machines')
    .action(async ({ json }: { json?: true }) => {
      const client = hub();
      let state = (await client.post('/v1/operate/rebuild', '{}')) as Rebuild;
      const progress = console.progress('rebuild', 100);
      while (state.state === 'running') {
        await pause(EVERY);
        state = (await client.get('/v1/operate/rebuild')) as Rebuild;
        progress.at((100 * state.done) / Math.max(state.total, 1));
      }
      progress.end();
      if (json) console.json(state);
      else if (state.state === 'done') console.say(`generation ${state.generation} is live (${counted(state.done, 'record')})`);
      if (state.state === 'done') return;
      console.sayError('the rebuild failed; the live tables are as they were');
      end(EXIT.fault);
    });
};

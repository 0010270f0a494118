import { type Command, InvalidArgumentError } from 'commander';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type CommandParts, EXIT } from '../command-parts';
import type { Console } from '../console';
import { counted } from '../counted';
import { type HubClient, HubRefused } from '../hub/hub-client';
import { Misuse } from '../hub/hub-place';

const CLASSES = ['now', 'act', 'know', 'tidy'] as const;
const CHANGES = ['added', 'gone', 'earlier', 'later', 'unchanged'] as const;

type Classes = Readonly<Record<(typeof CLASSES)[number], number>>;
type Changes = Readonly<Record<(typeof CHANGES)[number], number>>;

interface Report {
  readonly safeguard: string;
  readonly replaces: boolean;
  readonly records: number;
  readonly totals: Changes;
  readonly months: readonly (Changes & { readonly partnership: string; readonly agency: string; readonly month: string })[];
  readonly load: readonly {
    readonly partnership: string;
    readonly agency: string;
    readonly year: string;
    readonly before: Classes;
    readonly after: Classes;
  }[];
}

interface State {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly detail: string | null;
  readonly report: Report | null;
}

const PATH = '/v1/operate/what-if';
const EVERY = 300;

const day = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.');
};

const difference = (before: number, after: number): string => (before === after ? `${after}` : `${before} → ${after}`);

const show = (console: Console, { safeguard, replaces, records, totals, months, load }: Report): void => {
  console.say(
    `${safeguard} ${replaces ? 'in the place of the one in force' : 'beside those in force'}, over ${counted(records, 'record')}`,
  );
  console.table(CHANGES, [CHANGES.map((name) => String(totals[name]))]);
  if (months.length > 0) {
    console.say('\nAlerts that would be different, by the month in which they are raised');
    console.table(
      ['partnership', 'agency', 'month', ...CHANGES],
      months.map((row) => [row.partnership, row.agency, row.month, ...CHANGES.map((name) => String(row[name]))]),
    );
  }
  if (load.length === 0) return;
  console.say('\nInbox items of an agency in a year, where they change');
  console.table(
    ['partnership', 'agency', 'year', ...CLASSES],
    load.map(({ partnership, agency, year, before, after }) => [
      partnership,
      agency,
      year,
      ...CLASSES.map((name) => difference(before[name], after[name])),
    ]),
  );
};

/** Follows what runs to its end; Ctrl-C ends it on the hub as well. */
const follow = async (client: HubClient, console: Console, begun: State): Promise<State> => {
  const interrupted = new AbortController();
  const interrupt = (): void => {
    interrupted.abort();
  };
  process.once('SIGINT', interrupt);
  const progress = console.progress('what-if', 100);
  try {
    let state = begun;
    while (state.state === 'running') {
      await pause(EVERY);
      if (interrupted.signal.aborted) {
        await client.delete(PATH);
        return { ...state, state: 'failed', detail: 'it was stopped' };
      }
      state = (await client.get(PATH)) as State;
      progress.at((100 * state.done) / Math.max(state.total, 1));
    }
    return state;
  } finally {
    progress.end();
    process.off('SIGINT', interrupt);
  }
};

/** `throughline what-if`: what a changed or new safeguard would have raised over history, against those in force. */
export const addWhatIf = (program: Command, { hub, console, end }: CommandParts): void => {
  program
    .command('what-if')
    .description('Show what a changed or new safeguard would have raised over history, against those in force; nothing is stored')
    .requiredOption('--safeguard <file>', 'a TypeScript or JavaScript module that exports what defineSafeguard makes')
    .option('--partnership <code>', 'of this partnership alone')
    .option('--from <day>', 'alerts raised on this day or later', day)
    .option('--to <day>', 'alerts raised on this day or earlier; what happened later is left out', day)
    .option('--json', 'output for machines: the alerts as well')
    .action(async (options: { safeguard: string; partnership?: string; from?: string; to?: string; json?: true }) => {
      const { safeguard: path, json, ...asked } = options;
      const safeguard = await readFile(path, 'utf8').catch(() => {
        throw new Misuse(`${path} cannot be read`);
      });
      const client = hub();
      try {
        const begun = (await client.post(PATH, JSON.stringify({ safeguard, ...asked }))) as State;
        const { state, detail, report } = await follow(client, console, begun);
        if (state !== 'done' || report === null) {
          console.sayError(`${path}: ${detail ?? 'the hub has forgotten it'}`);
          end(EXIT.fault);
        } else if (json) console.json(report);
        else show(console, report);
      } catch (reason) {
        if (reason instanceof HubRefused) for (const { detail } of reason.errors) console.sayError(`${path}: ${detail}`);
        throw reason;
      }
    });
};

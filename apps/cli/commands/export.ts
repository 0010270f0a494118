import type { Command } from 'commander';
import type { CommandParts } from '../command-parts';
import type { Console } from '../console';
import { mayBeWritten, writeWhole } from '../exporting/whole-file';

interface CaseSummary {
  readonly position: string;
  readonly summary: { readonly person: string; readonly upTo: string };
  /** Markdown. */
  readonly document: string;
}

interface Options {
  readonly partnership: string;
  readonly person: string;
  readonly recipient: string;
  readonly out?: string;
  readonly json?: true;
}

/** Gives what was exported to whoever asked: on standard output, or whole in a file. */
const give = async (console: Console, { out, json }: Options, { position, summary, document }: CaseSummary): Promise<void> => {
  const text = json ? `${JSON.stringify({ position, summary }, null, 2)}\n` : document;
  const told = `the case summary of ${summary.person} up to ${summary.upTo} is exported (${position})`;
  if (out === undefined) {
    console.write(text);
    console.sayError(told);
    return;
  }
  await writeWhole(out, text).catch((reason: unknown) => {
    console.sayError(told);
    throw reason;
  });
  if (json) console.json({ file: out, position, upTo: summary.upTo });
  else console.say(`${out}: ${told}`);
};

/** `throughline export …`: takes something out of the hub for one named recipient, and the log says so. One command for each kind. */
export const addExport = (program: Command, { hub, console }: CommandParts): void => {
  const exporting = program.command('export').description('Take something out of the hub, addressed to one named recipient');
  exporting
    .command('case-summary')
    .description(
      "A victim's case for the prosecutor: risk, incidents, MARAC, orders and breaches, charges; other people by their roles alone",
    )
    .requiredOption('--partnership <code>', 'the partnership')
    .requiredOption('--person <id>', "the person's id, or any reference: police:N-1042")
    .requiredOption('--recipient <name>', 'the one to whom it is addressed')
    .option('--out <file>', 'write it there instead of to standard output; the file appears whole or not at all')
    .option('--json', 'the summary for machines instead of Markdown')
    .action(async (options: Options) => {
      const { partnership, person, recipient, out } = options;
      if (out !== undefined) await mayBeWritten(out);
      const body = JSON.stringify({ partnership, person, recipient });
      await give(console, options, (await hub().post('/v1/exports/case-summary', body)) as CaseSummary);
    });
};

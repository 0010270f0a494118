import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type CommandParts, EXIT } from '../command-parts';
import { counted } from '../counted';
import { Misuse } from '../hub/hub-place';

const lineNumber = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('it must be a line number, from 1');
  return Number(text);
};

/** An import outlasts a restart of the hub; milliseconds. */
const PATIENCE = 120_000;

const requireReadable = async (file: string): Promise<void> => {
  try {
    await access(file, constants.R_OK);
  } catch {
    throw new Misuse(`${file} cannot be read`);
  }
};

interface Options {
  readonly lenient?: true;
  readonly json?: true;
  readonly fromLine: number;
}

/** `throughline import FILE…`: back-loads history with its own times; checked whole before anything is stored. */
export const addImport = (program: Command, { hub, console, end }: CommandParts): void => {
  program
    .command('import')
    .argument('<files...>', 'newline-delimited CloudEvents, each with partnership and recordedtime')
    .description('Import history: every line is checked first, and nothing is stored where one is faulty')
    .option('--lenient', 'store the good lines, list the faulty ones')
    .option('--from-line <number>', 'begin at this line (of one file)', lineNumber, 1)
    .option('--json', 'output for machines')
    .action(async (files: string[], { lenient = false, json, fromLine }: Omit<Options, 'lenient'> & { lenient?: boolean }) => {
      if (files.length > 1 && fromLine > 1) throw new Misuse('--from-line goes with one file');
      for (const file of files) await requireReadable(file);
      const { Import, resumeWords } = await import('../import/import-files');
      let interrupted = false;
      const onSignal = (): void => {
        if (interrupted) process.exit(130);
        interrupted = true;
        console.sayError('ending after what is under way');
      };
      process.on('SIGINT', onSignal);
      try {
        const options = { files, fromLine, lenient, isInterrupted: () => interrupted };
        const outcome = await new Import(hub(PATIENCE), console, options).run();
        const { accepted, duplicates, faults, resumeAt } = outcome;
        if (json) console.json(outcome);
        else if (accepted + duplicates > 0)
          console.say(`${counted(accepted, 'record')} imported, ${counted(duplicates, 'was', 'were')} there already (${outcome.position})`);
        if (faults.length > 0)
          console.sayError(`${counted(faults.length, 'fault')}${lenient || accepted > 0 ? '' : '; nothing was stored'}`);
        if (resumeAt !== undefined) console.sayError(resumeWords(resumeAt));
        if (faults.length > 0 || resumeAt !== undefined) end(EXIT.fault);
      } finally {
        process.off('SIGINT', onSignal);
      }
    });
};

import { Fault } from '@throughline/kernel';
import { Command, CommanderError } from 'commander';
import { addBench } from './commands/bench';
import { addClock } from './commands/clock';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addLag } from './commands/lag';
import { addRebuild } from './commands/rebuild';
import { addRejected } from './commands/rejected';
import { addSettings } from './commands/settings';
import { addWhatIf } from './commands/what-if';
import { type CommandParts, EXIT, type ExitCode } from './command-parts';
import { Console } from './console';
import { HubClient } from './hub/hub-client';
import { hubPlace, Misuse } from './hub/hub-place';

const EVERY_COMMAND = [
  addImport,
  addClock,
  addLag,
  addRejected,
  addRebuild,
  addSettings,
  addWhatIf,
  addExplain,
  addExport,
  addBench,
] as const;

const ABOUT = `The hub and its client are named by the environment:
  THROUGHLINE_URL            default http://localhost:8080
  THROUGHLINE_CLIENT_ID      default operator
  THROUGHLINE_CLIENT_SECRET  default demo-operator
  THROUGHLINE_ISSUER         the OpenID provider, default {THROUGHLINE_URL}/idp
Exit codes: 0 done, 1 found a fault, 2 misuse.`;

/** Runs one command and answers its exit code; never throws. */
export const runCommandLine = async (
  parameters: readonly string[],
  environment = process.env,
  console = new Console(),
): Promise<ExitCode> => {
  let code: ExitCode = EXIT.done;
  const parts: CommandParts = {
    hub: (patience) => new HubClient(hubPlace(environment), patience),
    console,
    end: (ended) => {
      code = ended;
    },
  };
  const program = new Command('throughline').description('The command line of the hub').addHelpText('after', `\n${ABOUT}`);
  program.exitOverride().configureOutput({ writeOut: (text) => console.write(text), writeErr: (text) => console.writeError(text) });
  program.showHelpAfterError('(--help shows how)');
  for (const add of EVERY_COMMAND) add(program, parts);
  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return code;
  } catch (reason) {
    if (reason instanceof CommanderError) return reason.exitCode === 0 ? EXIT.done : EXIT.misuse;
    console.sayError(
      reason instanceof Fault
        ? reason.message
        : `something went wrong that nobody named: ${reason instanceof Error ? reason.name : typeof reason}`,
    );
    return reason instanceof Misuse ? EXIT.misuse : EXIT.fault;
  }
};

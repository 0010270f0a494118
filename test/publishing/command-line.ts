import { Writable } from 'node:stream';
import { runCommandLine } from '../../apps/cli/command-line';
import { Console } from '../../apps/cli/console';
import type { RunningIntake } from './running-intake';

/** What a command said, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const gathering = (): { readonly stream: Writable; readonly text: () => string } => {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  return { stream: new Writable({ write }), text: () => Buffer.concat(chunks).toString('utf8') };
};

/** The environment in which the command line finds this hub. */
export const environmentOf = (intake: RunningIntake): Record<string, string> => ({
  THROUGHLINE_URL: intake.origin,
  THROUGHLINE_ISSUER: intake.identity.issuer,
});

/** Runs a command in this process. */
export const run = async (environment: Readonly<Record<string, string>>, ...parameters: string[]): Promise<Ended> => {
  const [out, err] = [gathering(), gathering()];
  const code = await runCommandLine(parameters, environment, new Console(out.stream, err.stream));
  return { code, out: out.text(), err: err.text() };
};

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { Fault } from '@throughline/kernel';

/** There is no Chromium on this machine. `npm test` as root installs it; elsewhere its path goes into CHROMIUM_PATH. */
export class ChromiumMissing extends Fault {
  readonly retriable = false;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser of this machine: the one that CHROMIUM_PATH names, else Debian's or another on the search path. */
export const chromiumPath = (environment: Readonly<NodeJS.ProcessEnv> = process.env): string => {
  const folders = (environment.PATH ?? '/usr/bin').split(delimiter);
  const candidates = [environment.CHROMIUM_PATH ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  const path = candidates.find((candidate) => candidate !== '' && isProgram(candidate));
  if (path === undefined) throw new ChromiumMissing('no Chromium was found: install the package chromium, or set CHROMIUM_PATH');
  return path;
};

/** Quiet and alone: nothing is fetched, synchronised or drawn that the page did not ask for. */
const FLAGS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** A real browser without a window. Root has no sandbox to give it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

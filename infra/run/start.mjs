// `npm start`: everything by one command, on a machine with Node and npm alone.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { checkNode, installPackages, root, say } from './install.mjs';

checkNode();
if (!installPackages()) process.exit(1);

say('building');
const built = spawnSync(process.execPath, [join(root, 'infra/run/build.mjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) {
  say('the build failed');
  process.exit(1);
}

// The hub ends with this process, however this one ends, where the system can see to it.
const lender = ['setpriv', '--pdeathsig', 'TERM', '--'];
const lends = process.platform === 'linux' && spawnSync(lender[0], [...lender.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
const hub = [process.execPath, '--enable-source-maps', '--disable-warning=ExperimentalWarning', join(root, 'dist/apps/hub/main.js')];
const [command, ...parameters] = [...(lends ? lender : []), ...hub];

const STEADY = 10_000;
const LONGEST_PAUSE = 10_000;
let stopping = false;
let child;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    child?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });
}

/** Runs the hub once; answers how it ended and whether it had run for a while. */
const runOnce = () =>
  new Promise((settle) => {
    const began = performance.now();
    child = spawn(command, parameters, { cwd: process.cwd(), stdio: 'inherit' });
    child.on('error', (error) => {
      say(`the hub could not be started: ${error.message}`);
      settle({ code: 1, steady: false });
    });
    child.on('exit', (code, signal) =>
      settle({ code: code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0), steady: performance.now() - began > STEADY }),
    );
  });

/** The hub's word that it cannot start as it is: with these settings, on this machine. */
const AS_IT_IS = 2;
/** Its word that it could not start, and may another time. */
const NOT_NOW = 3;
/** How often a hub that was never up may fail to start, in a row. */
const TRIES = 3;

// A hub that was killed starts again by itself on the same data. One that cannot even start says why, and ends.
let wasUp = false;
for (let pause = 250, starts = 0, failed = 0; ; starts += 1) {
  say(starts === 0 ? 'starting the hub' : 'starting the hub again');
  const { code, steady } = await runOnce();
  if (stopping) process.exit(Math.min(code, 130) % 130);
  failed = code < 128 ? failed + 1 : 0;
  if (code === 0 || code === AS_IT_IS || (!wasUp && failed === TRIES)) process.exit(code);
  wasUp ||= steady && code !== NOT_NOW;
  pause = steady ? 250 : Math.min(pause * 2, LONGEST_PAUSE);
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (stopping) process.exit(0);
}

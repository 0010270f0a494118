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

say('starting the hub');
const child = spawn(command, parameters, { cwd: process.cwd(), stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
child.on('error', (error) => {
  say(`the hub could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)));

// Brings a machine with Node and npm alone to where the hub (and, for the tests, a browser and a broker) can run.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

export const say = (line) => console.log(`throughline: ${line}`);

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const mayWrite = (path) => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const run = (command, parameters, environment = {}) =>
  spawnSync(command, parameters, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0;

const found = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Ends the process where Node is older than the package allows. */
export const checkNode = () => {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = wanted.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  say(`Node ${wanted} or later is needed, and this is ${process.versions.node}`);
  process.exit(1);
};

/** Installs the packages where there are none, or older ones than the lock file names. */
export const installPackages = () => {
  const installed = modified(join(root, 'node_modules/.package-lock.json'));
  if (installed > 0 && installed >= modified(join(root, 'package-lock.json'))) return true;
  if (installed > 0 && !(mayWrite(root) && mayWrite(join(root, 'node_modules')))) {
    say('the packages are older than package-lock.json and belong to somebody else: going on with them');
    return true;
  }
  say('installing packages (npm ci)');
  const npm = process.env.npm_execpath;
  const parameters = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm?.endsWith('.js') ? run(process.execPath, [npm, ...parameters]) : run('npm', parameters);
  if (!done) say('the packages could not be installed');
  return done;
};

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system packages that the tests need and this machine lacks. */
const missing = () => [
  ...(process.env.CHROMIUM_PATH !== undefined || CHROMIUM.some(found) ? [] : ['chromium']),
  ...(found('javac') ? [] : ['openjdk-17-jdk-headless']),
  ...(found('mvn') ? [] : ['maven']),
  ...(found('kcat') ? [] : ['kcat']),
];

/** A real browser, a real broker, and what agencies publish with: where they cannot be installed, their suites say so themselves. */
export const installForTests = () => {
  const packages = missing();
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !found('apt-get')) {
    say(`not installed, and only root with apt-get can: ${packages.join(', ')}`);
    return;
  }
  say(`installing ${packages.join(', ')} (apt-get)`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  const install = (...these) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...these], quiet);
  // Of several together none is installed where one is not there to be had.
  if (!install(...packages) && packages.length > 1) for (const each of packages) install(each);
};

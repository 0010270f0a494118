// Runs the guards and the tests in order, each timed, and ends with one line that counts them all.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);

/** What the tests run, besides their own. Like every guard it counts as one in the closing line. */
const BUILD = { name: 'build', command: process.execPath, parameters: [join(root, 'infra/run/build.mjs')] };

/** What reads the sources and nothing else. */
const GUARDS = [
  { name: 'types (tsc)', command: bin('tsc'), parameters: ['-p', 'tsconfig.json'] },
  { name: 'rules (eslint)', command: bin('eslint'), parameters: ['.', '--max-warnings', '0'] },
  {
    name: 'dependencies (depcruise)',
    command: bin('depcruise'),
    parameters: ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'infra', 'test'],
  },
  { name: 'what nobody uses (knip)', command: bin('knip'), parameters: [] },
];

const scratch = mkdtempSync(join(tmpdir(), 'throughline-run-'));
const environment = {
  ...process.env,
  TMPDIR: scratch,
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
};

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
  });
}

/** Runs a program; what it says is shown at once, or kept and answered. */
const run = (command, parameters, { shown = false, behind = false } = {}) =>
  new Promise((settle) => {
    const child = spawn(command, parameters, { cwd: root, env: environment, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    if (behind && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => settle({ ok: false, said: error.message }));
    child.on('close', (code) => {
      running.delete(child);
      settle({ ok: code === 0, said: Buffer.concat(said).toString() });
    });
  });

const seconds = (began) => `${((performance.now() - began) / 1_000).toFixed(1)} s`;

const runGuard = async ({ name, command, parameters }, how) => {
  const began = performance.now();
  const { ok, said } = await run(command, parameters, how);
  say(`${ok ? 'passed' : 'FAILED'}  ${name}  (${seconds(began)})`);
  if (!ok) process.stdout.write(`${said.trimEnd()}\n`);
  return ok;
};

/** One after the other, behind whatever else runs: they take of the machine what tests leave that wait for servers and for time to pass. */
const runGuards = async (guards) => {
  const done = [];
  for (const guard of guards) done.push(await runGuard(guard, { behind: true }));
  return done;
};

/** How many tests passed and failed; a file that could not even be run counts as one that failed. */
const runJest = async (parameters) => {
  const report = join(scratch, 'jest.json');
  const began = performance.now();
  // All together, the stories are run by test/stories/safeguards.spec.ts: file by file they take six times as long.
  const chosen = parameters.length > 0 ? parameters : ['--testPathIgnorePatterns', '/node_modules/', '\\.stories\\.ts$'];
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${report}`, ...chosen];
  const { ok } = await run(process.execPath, jest, { shown: true });
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  const passed = counts?.numPassedTests ?? 0;
  const failed = (counts?.numFailedTests ?? 0) + (counts?.numRuntimeErrorTestSuites ?? 0);
  say(`${ok ? 'passed' : 'FAILED'}  tests (jest)  (${seconds(began)})`);
  return { passed, failed: !ok && failed === 0 ? 1 : failed };
};

/** Runs all of it; the exit code says whether everything passed. */
export const runSuite = async ({ withGuards, jestParameters }) => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const built = await runGuard(BUILD);
  const [guarded, tests] = await Promise.all([runGuards(withGuards ? GUARDS : []), runJest(jestParameters)]);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  const wellDone = [built, ...guarded].filter((ok) => ok).length;
  const passed = wellDone + tests.passed;
  const failed = 1 + guarded.length - wellDone + tests.failed;
  process.exitCode = failed > 0 || passed === 0 ? 1 : (process.exitCode ?? 0);
  console.log(`${passed} passed, ${failed} failed`);
};

import { type ChildProcess, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts } from '@throughline/infra/ports';
import { scratchFolder } from '@throughline/infra/scratch';
import { spawnBoundToParent } from './bound-to-parent';
import { brokerJars } from './jars';
import { javaProgram } from './java';
import { credentials, guardedSettings, serverSettings, type Users } from './settings';

const run = promisify(execFile);
const START_WITHIN_MS = 90_000;
const STARTED = 'Kafka Server started';
/** The compiler that starts fast; a test's broker does not live long enough for the other one. */
const JVM = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];

export interface StartKafkaOptions {
  /** Where the broker keeps its data: started again on the same folder, it has what it had. Default: a scratch folder, deleted at `stop`. */
  readonly dataDir?: string;
  /** The loopback port; default a free one. Give the same again so that clients find a restarted broker. */
  readonly port?: number;
  /**
   * Passwords of those who may sign in, by SCRAM-SHA-512. The first is the hub's own, which may do everything; another one may do
   * what the access list gives it, and that is nothing until somebody grants it. Without it nobody signs in, and everybody may all.
   */
  readonly users?: Users;
  /** Further server settings, which win. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningKafka {
  /** `host:port`, as `KAFKA_BROKERS` takes it. */
  readonly brokers: string;
  readonly pid: number;
  /** Asks the broker to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would, and waits until the process is gone. */
  kill(): Promise<void>;
}

const formatted = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'logs', 'meta.properties')).then(
    () => true,
    () => false,
  );

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));

const untilStarted = async (child: ChildProcess, output: string, from: number): Promise<void> => {
  const waited = AbortSignal.timeout(START_WITHIN_MS);
  for (;;) {
    const said = (await readFile(output)).subarray(from).toString('utf8');
    if (said.includes(STARTED)) return;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the Kafka broker ended while starting:\n${said.slice(-2000)}`);
    if (waited.aborted) {
      child.kill('SIGKILL');
      throw new Error(`the Kafka broker did not start within ${START_WITHIN_MS / 1000} s:\n${said.slice(-2000)}`);
    }
    await pause(50);
  }
};

const startOn = async (dataDir: string, options: StartKafkaOptions): Promise<RunningKafka> => {
  const jars = await brokerJars();
  await mkdir(dataDir, { recursive: true });

  const [free = 0, controllerPort = 0] = await freePorts(2);
  const port = options.port ?? free;
  const settings = join(dataDir, 'server.properties');
  const place = { dataDir, port, controllerPort };
  const guarded = options.users === undefined ? {} : guardedSettings(place, options.users);
  await writeFile(settings, serverSettings(place, { ...guarded, ...options.settings }));

  const logging = `-Dlog4j2.configurationFile=${join(__dirname, 'log4j2.properties')}`;
  const java = [...JVM, logging, '-cp', join(jars, '*')];
  if (!(await formatted(dataDir))) {
    // 22 characters of base64, and never a dash at the beginning, which the tool would take for an option.
    const cluster = `T${randomBytes(16).toString('base64url').slice(1)}`;
    await run(javaProgram(), [
      ...java,
      'kafka.tools.StorageTool',
      'format',
      '--cluster-id',
      cluster,
      '--config',
      settings,
      ...credentials(options.users ?? {}),
    ]);
  }

  const output = join(dataDir, 'broker.out');
  const file = await open(output, 'a');
  const from = (await file.stat()).size;
  const child = spawnBoundToParent(javaProgram(), [...java, 'kafka.Kafka', settings], file.fd);
  await file.close();
  if (child.pid === undefined) throw new Error('the Kafka broker could not be started: is Java on the path?');
  await untilStarted(child, output, from);

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone(child);
  };
  return {
    brokers: `127.0.0.1:${port}`,
    pid: child.pid,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};

/**
 * Starts a real Kafka 4 broker (KRaft, one node, loopback, without TLS) for tests and benchmarks. It needs Java 17 and,
 * the first time, Maven. It ends with the process that started it, also when that is killed.
 */
export const startKafka = async (options: StartKafkaOptions = {}): Promise<RunningKafka> => {
  if (options.dataDir !== undefined) return startOn(options.dataDir, options);
  const scratch = scratchFolder({ kind: 'kafka' });
  const forget = (): Promise<void> => rm(scratch, { recursive: true, force: true });
  try {
    const broker = await startOn(scratch, options);
    return { ...broker, stop: () => broker.stop().then(forget) };
  } catch (reason) {
    await forget();
    throw reason;
  }
};

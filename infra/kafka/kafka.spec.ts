import { transformFile } from '@swc/core';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { javaIsThere, startKafka } from './index';

const answers = (brokers: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [host = '', port = ''] = brokers.split(':');
    const socket = connect(Number(port), host);
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

const untilEnded = async (pid: number): Promise<boolean> => {
  for (let round = 0; round < 100 && alive(pid); round += 1) await pause(100);
  return !alive(pid);
};

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const starting = (): void => {
  it('starts, is killed, and starts again on the same folder and port', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'throughline-kafka-spec-'));
    const first = await startKafka({ dataDir });
    expect(await answers(first.brokers)).toBe(true);
    await first.kill();
    expect(await answers(first.brokers)).toBe(false);

    const again = await startKafka({ dataDir, port: Number(first.brokers.split(':')[1]) });
    expect(again.brokers).toBe(first.brokers);
    expect(await answers(again.brokers)).toBe(true);
    await again.stop();
    expect(alive(again.pid)).toBe(false);
    await rm(dataDir, { recursive: true });
  }, 240_000);
};

describe('a broker for tests', () => {
  if (javaIsThere()) starting();
  else it('was NOT RUN: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));

  it.each([
    ['by the kernel, where setpriv is there', process.env['PATH'] ?? ''],
    ['by a watchdog, where it is not', '/nowhere'],
  ])('ends with the process that started it, even when that is killed: %s', async (_how, path) => {
    const { code } = await transformFile(join(__dirname, 'bound-to-parent.ts'), {
      jsc: { parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const start = `process.stdout.write(String(exports.spawnBoundToParent('/bin/sleep', ['60'], 2).pid)); setInterval(() => undefined, 1000);`;
    const script = `${code}; process.env.PATH = ${JSON.stringify(path)}; ${start}`;
    const parent = spawn(process.execPath, ['-e', script]);
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))));
    expect(alive(pid)).toBe(true);
    await pause(300);
    parent.kill('SIGKILL');
    expect(await untilEnded(pid)).toBe(true);
  });
});

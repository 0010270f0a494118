import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jarsOf, javaProgram } from '@throughline/infra/kafka';
import { CloudEvent, HTTP, Kafka } from 'cloudevents';
import type { IHeaders } from 'kafkajs';
import { type Event, incident } from '../publishing/events';
import { binary, structured } from './agency';
import type { Door } from './door';
import { pythonPackages } from './python-packages';

const java = join(__dirname, 'java');
const python = join(__dirname, 'python');
const isThere = (program: string, ...parameters: readonly string[]): boolean =>
  spawnSync(program, parameters, { stdio: 'ignore' }).status === 0;

const eventOf = (record: Event): CloudEvent<unknown> => new CloudEvent({ ...record });

/** The library names attributes that a record has not; kafkajs takes no header without a value. */
const headersIn = ({ headers }: { readonly headers: object }): IHeaders =>
  Object.fromEntries(Object.entries(headers as IHeaders).filter(([, value]) => value !== undefined));

/** What agencies use off the shelf works with the hub as it is. */
export const officialLibraries = (given: () => Door): void => {
  it('CloudEvents for JavaScript, with kafkajs: structured and binary mode', async () => {
    const { police } = given();
    const [one, other] = [incident(), incident()];
    const structured = Kafka.structured(eventOf(one));
    const binary = Kafka.binary(eventOf(other));
    const rejected = await police.send(
      { key: 'police', value: structured.value, headers: headersIn(structured) },
      { key: 'police', value: JSON.stringify(binary.value), headers: headersIn(binary) },
    );
    expect(rejected).toEqual([]);
    await police.held(one);
    await police.held(other);
  });

  it('CloudEvents for JavaScript, over HTTP: structured, binary and batch mode', async () => {
    const { police, hub } = given();
    const post = async (headers: Record<string, unknown>, body: unknown): Promise<unknown> => {
      const answer = await fetch(`${hub.origin}/v1/records`, {
        method: 'POST',
        headers: { ...(headers as Record<string, string>), ...(await police.authorization()) },
        body: body as string,
      });
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    const [one, two, three, four] = [incident(), incident(), incident(), incident()];
    const structured = HTTP.structured(eventOf(one));
    expect(await post(structured.headers, structured.body)).toMatchObject({ status: 202, accepted: 1 });
    const binary = HTTP.binary(eventOf(two));
    expect(await post(binary.headers, binary.body)).toMatchObject({ status: 202, accepted: 1 });
    const batch = JSON.stringify([eventOf(three), eventOf(four)]);
    expect(await post({ 'content-type': 'application/cloudevents-batch+json' }, batch)).toMatchObject({ status: 202, accepted: 2 });
    for (const record of [one, two, three, four]) await police.held(record);
  });

  const byPython = async (): Promise<void> => {
    const { police, hub, brokers, users } = given();
    const records = Array.from({ length: 6 }, () => incident({ traceparent: '00-planted-02' }));
    const authorization = (await police.authorization()).authorization.replace('Bearer ', '');
    const told = {
      ...{ origin: hub.origin, token: authorization, brokers, agency: 'police', password: users.police },
      ...{ http: records.slice(0, 4), kafka: records.slice(4) },
    };
    const running = promisify(execFile)('python3', [join(python, 'publish.py')], {
      env: { ...process.env, PYTHONPATH: await pythonPackages(join(python, 'requirements.txt')) },
      timeout: 120_000,
    });
    running.child.stdin?.end(JSON.stringify(told));
    const { answers, failed, left } = JSON.parse((await running).stdout) as { answers: unknown[]; failed: unknown[]; left: number };
    expect(answers).toMatchObject([1, 1, 2].map((accepted) => ({ status: 202, accepted })));
    expect([failed, left]).toEqual([[], 0]);
    await police.emptied();
    for (const record of records) await police.held(record);
  };
  if (isThere('python3', '-m', 'pip', '--version')) {
    it('CloudEvents for Python, with requests: structured, binary and batch mode; with Confluent’s client: structured and binary', byPython, 300_000);
  } else {
    it('for Python were NOT RUN: this machine has no Python or no pip', () => expect(process.env['CI']).not.toBe('true'));
  }

  const byKcat = async (): Promise<void> => {
    const { police, brokers, users } = given();
    const [one, other] = [incident(), incident({ id: `Zoë ${incident().id}` })];
    const signIn = ['security.protocol=SASL_PLAINTEXT', 'sasl.mechanism=PLAIN', 'sasl.username=police', `sasl.password=${users.police}`];
    const parameters = ['-P', '-b', brokers, ...signIn.flatMap((setting) => ['-X', setting]), '-t', 'throughline.inbound.police'];
    const folder = mkdtempSync(join(tmpdir(), 'throughline-kcat-'));
    try {
      for (const { headers = {}, value } of [structured(one), binary(other)]) {
        const file = join(folder, 'record.json');
        writeFileSync(file, JSON.stringify(JSON.parse(String(value)), null, 2));
        const named = Object.entries(headers).flatMap(([name, given]) => ['-H', `${name}=${String(given)}`]);
        await promisify(execFile)('kcat', [...parameters, ...named, file], { timeout: 60_000 });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    await police.emptied();
    await police.held(one);
    await police.held(other);
  };
  if (isThere('kcat', '-V')) it('kcat: structured and binary mode', byKcat, 180_000);
  else it('kcat was NOT RUN: this machine has none', () => undefined);

  const byJava = async (): Promise<void> => {
    const { police, brokers, users } = given();
    const folder = mkdtempSync(join(tmpdir(), 'throughline-java-'));
    const kinds = [
      ['STRUCTURED', 'none'],
      ['BINARY', 'none'],
      ['STRUCTURED', 'zstd'],
      ['BINARY', 'snappy'],
    ] as const;
    const records = kinds.map(() => incident());
    const parameters = kinds.flatMap(([mode, compression], index) => {
      const file = join(folder, `${String(index)}.json`);
      writeFileSync(file, JSON.stringify(records[index]));
      return [mode, compression, file];
    });
    try {
      const jars = await jarsOf(join(java, 'pom.xml'), 'an-agency-in-java');
      const program = ['-cp', join(jars, '*'), join(java, 'Publish.java'), brokers, 'police', users.police, ...parameters];
      const { stdout } = await promisify(execFile)(javaProgram(), program, { timeout: 90_000 });
      expect(stdout).toContain('published');
    } finally {
      rmSync(folder, { recursive: true });
    }
    await police.emptied();
    for (const record of records) await police.held(record);
  };
  if (isThere('mvn', '-version') && isThere('javac', '-version')) {
    it(
      'Kafka’s client and CloudEvents for Java: structured and binary mode, with compressions that the hub’s own client lacks',
      byJava,
      120_000,
    );
  } else {
    it('for Java were NOT RUN: this machine has no Maven or no Java compiler', () => expect(process.env['CI']).not.toBe('true'));
  }
};

import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jarsOf, javaProgram } from '@throughline/infra/kafka';
import { CloudEvent, HTTP, Kafka } from 'cloudevents';
import type { IHeaders } from 'kafkajs';
import { type Event, incident } from '../publishing/events';
import type { Door } from './door';

const java = join(__dirname, 'java');
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

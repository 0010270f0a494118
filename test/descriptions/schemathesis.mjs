// `node test/descriptions/schemathesis.mjs`: asks a hub of its own everything that its OpenAPI document describes, and much that it does
// not, by schemathesis (https://schemathesis.readthedocs.io, version 4, from PyPI): as an agency, an auditor, the operator, and nobody.
// No answer may be a 5xx, or other than it is described. It takes some minutes a client, so it is no part of `npm test`.
//   --st PATH     the st command of schemathesis (st)
//   --types N     of how many types records are published by their own schemas besides, or `all`; each has 1,400 cases of its own (4)
//   --examples N  how many requests each call is fuzzed with, at most (25)
//   --seed N      which types, and which requests (1)
//   --client NAME only this one: housing, auditor, operator or nobody
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
require('../../infra/run/typescript.cjs');
require('reflect-metadata');
const { startHub } = require('../running-hub/index.ts');

const { values } = parseArgs({
  options: {
    st: { type: 'string', default: 'st' },
    types: { type: 'string', default: '4' },
    examples: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    client: { type: 'string' },
  },
});

const say = (text) => process.stdout.write(`${text}\n`);
if (spawnSync(values.st, ['--version'], { stdio: 'ignore' }).status !== 0) {
  say(`${values.st} is not there: python3 -m venv FOLDER && FOLDER/bin/pip install 'schemathesis>=4,<5', then --st FOLDER/bin/st`);
  process.exit(2);
}

const CHECKS = [
  'not_a_server_error',
  ...['status_code_conformance', 'content_type_conformance', 'response_headers_conformance', 'response_schema_conformance'],
].join(',');
/** A rebuild takes the tables away from all that is asked meanwhile: it has tests of its own. */
const LEFT_OUT = 'startRebuild';

const scratch = mkdtempSync(join(tmpdir(), 'throughline-schemathesis-'));

/** Runs schemathesis; answers how many cases it had, and whether each was answered as described. */
const schemathesis = (parameters, token) =>
  new Promise((settle, fail) => {
    const asking = [...parameters, '--checks', CHECKS, '-n', values.examples, '--seed', values.seed, '--request-timeout', '60'];
    const bearer = token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`];
    const child = spawn(values.st, ['run', ...asking, ...bearer, '--no-color'], { cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', fail);
    child.on('exit', (code) => settle({ well: code === 0, cases: Number(/(\d+) generated/.exec(said)?.[1] ?? 0), said }));
  });

/**
 * The document with publishing alone, and records of some types by the schemas of those. The document itself tells records by what all
 * have in common, else there were 85,000 cases, all made before the first is sent: every type has all that people, their details and
 * relationships can be, in each of three modes.
 * For an agency every reference and source is its own, or it would be refused for that and nothing else.
 */
const publishingOf = (document, agency) => {
  const { Record } = document.components.schemas;
  const types = Object.keys(Record.discriminator.mapping);
  const first = (Number(values.seed) * 7) % types.length;
  const number = values.types === 'all' ? types.length : Number(values.types);
  const chosen = Array.from({ length: Math.min(number, types.length) }, (_, place) => types[(first + place * 11) % types.length]);
  const operation = structuredClone(document.paths['/v1/records'].post);
  const { discriminator: _discriminator, ...common } = Record;
  const own = chosen.map((type) => document.components.schemas[type].allOf[1].properties);
  const record = { anyOf: own.map((properties) => ({ ...common, properties: { ...common.properties, ...properties } })) };
  const { content } = operation.requestBody;
  content['application/cloudevents+json'].schema = record;
  content['application/cloudevents-batch+json'].schema.items = record;
  content['application/json'].schema = { anyOf: own.map(({ data }) => data) };
  const narrowed = { ...document, paths: { '/v1/records': { post: operation } } };
  const text = JSON.stringify(narrowed);
  if (agency === undefined) return text;
  return text
    .replaceAll('"^/agencies/[a-z][a-z0-9-]{0,62}(?:/', `"^/agencies/${agency}(?:/`)
    .replaceAll('"^[a-z][a-z0-9-]{0,62}:[A-Za-z0-9._~-]{1,64}$"', `"^${agency}:[A-Za-z0-9._~-]{1,64}$"`);
};

let running;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true;
    running?.kill(signal);
  });
}

const hub = await startHub({ patience: 180_000 });
let faults = 0;
try {
  const families = join(root, 'infra/demo/families');
  const history = readdirSync(families).flatMap((file) => readFileSync(join(families, file), 'utf8').trim().split('\n'));
  const imported = await fetch(`${hub.origin}/v1/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await hub.token('operator')}`, 'content-type': 'application/cloudevents-batch+json' },
    body: `[${history.join(',')}]`,
  });
  if (imported.status !== 202) throw new Error(`the demo's families were answered ${imported.status}`);
  const document = await (await fetch(`${hub.origin}/openapi.json`)).json();
  const clients = ['housing', 'auditor', 'operator', 'nobody'].filter((each) => values.client === undefined || each === values.client);
  for (const client of clients) {
    if (stopping) break;
    const token = () => (client === 'nobody' ? undefined : hub.token(client));
    const tell = async (what, { well, cases, said }) => {
      const stands = await fetch(`${hub.origin}/health/live`).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (!well || cases === 0 || !stands) faults += 1;
      say(`${client}: ${what}: ${cases} cases, ${well && stands ? 'each answered as described' : 'NOT as described'}`);
      if (!well || cases === 0) say(said.slice(said.indexOf('= FAILURES') - 40).slice(0, 20_000));
    };
    await tell('every call', await schemathesis([`${hub.origin}/openapi.json`, '--exclude-operation-id', LEFT_OUT], await token()));
    if (stopping || values.types === '0') continue;
    const path = join(scratch, `publishing-${client}.json`);
    writeFileSync(path, publishingOf(document, client === 'housing' ? client : undefined));
    await tell('publishing by type', await schemathesis([path, '--url', hub.origin, '--rate-limit', '150/s'], await token()));
  }
} finally {
  await hub.stop();
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = faults === 0 && !stopping ? 0 : 1;

// `npm run golden`: keeps the golden log of this release in test/golden/releases/{version}: its log, keys and the digests of its tables.
// A release that is kept is never made anew. `--digests` writes the digests of all that are kept anew: only where a release
// changed what a table holds of each row, and with that said in the changelog.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
require('../../infra/run/typescript.cjs');
require('reflect-metadata');

const { digestAnew, digestsToday, makeGolden } = require('./making.ts');
const { keepGolden } = require('./golden-log.ts');
const { values } = parseArgs({ options: { digests: { type: 'boolean' }, into: { type: 'string' } } });
const releases = values.into ?? join(root, 'test/golden/releases');

if (values.digests) {
  for (const release of readdirSync(releases)) await digestAnew(join(releases, release));
  process.stdout.write('The digests of every golden log are those of today.\n');
} else {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(releases, version);
  if (existsSync(folder)) {
    process.stderr.write(`The golden log of ${version} is kept already; it is never made anew.\n`);
    process.exit(1);
  }
  const golden = await makeGolden();
  await keepGolden(folder, golden);
  const today = await digestsToday(folder, 'outcomes derived');
  const differing = Object.keys(today).filter((table) => today[table] !== golden.told.tables[table]);
  const kilobytes = Math.ceil(statSync(join(folder, 'log.txt')).size / 1024);
  process.stdout.write(
    `${golden.entries.length} entries of ${version} kept, ${kilobytes} KiB; tables that differ: ${differing.join(', ') || 'none'}\n`,
  );
  process.exitCode = differing.length === 0 ? 0 : 1;
}
process.exit();

// `npm run describe`: writes anew what is made from the definitions: docstrings, OpenAPI, AsyncAPI, JSON Schemas, TypeScript types.
// `--into FOLDER` writes it there instead: by that a test finds what is committed and differs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);
require('./typescript.cjs');
require('reflect-metadata');

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const { into } = parseArgs({ options: { into: { type: 'string', default: root } } }).values;

const { docstringsBelow } = require('../descriptions/index.ts');
write(join(into, 'apps/portal/describing/catalogue/docstrings.json'), json(docstringsBelow(join(root, 'libs/records'))));

const { catalogueMarkdown, safeguards } = require('../../libs/safeguards/index.ts');
write(join(into, 'libs/safeguards/CATALOGUE.md'), catalogueMarkdown(safeguards));

const { committed } = require(join(root, 'apps/portal/describing/index.ts'));
const folder = join(into, 'infra/descriptions/made');
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of Object.entries(committed())) write(join(folder, name), text);

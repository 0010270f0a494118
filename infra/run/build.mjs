// Compiles every TypeScript file of apps, libs and infra into dist/, beside the templates and data that they read.
// Only what is newer than its output is compiled, so a second start costs a tenth of a second.
import { transformFile } from '@swc/core';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const out = join(root, 'dist');
const options = JSON.parse(await readFile(join(root, 'infra/run/swc.json'), 'utf8'));
delete options.$schema;

const modified = async (path) => (await stat(path).catch(() => null))?.mtimeMs ?? 0;

/** `@throughline/kernel` is `libs/kernel/index.ts`; `@throughline/log/kafka` is `libs/log/kafka/index.ts`. */
const withRelativePaths = (code, file) =>
  code.replaceAll(/(["'])@throughline\/([\w/-]+)\1/g, (_match, quote, name) => {
    const target = name.startsWith('infra/') ? join(root, name, 'index.js') : join(root, 'libs', name, 'index.js');
    const path = relative(dirname(file), target);
    return `${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });

/**
 * A name that an index passes on is a plain value there, where it is known by then (modules that wait for each other come later):
 * asked through a getter for each name and index, the catalogue cost a twentieth of judging.
 */
const withPlainExports = (code) =>
  code.replace(
    /get: function\(\) \{\s*return from\[k\];\s*\}/,
    '...((value) => (value === undefined ? { get: () => from[k] } : { value }))((() => { try { return from[k]; } catch { return undefined; } })())',
  );

const compile = async (source, target) => {
  const { code } = await transformFile(source, { ...options, swcrc: false, configFile: false });
  await writeFile(target, withPlainExports(withRelativePaths(code, source)));
};

const build = async (folder) => {
  await mkdir(join(out, relative(root, folder)), { recursive: true });
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const source = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'testing') continue;
      await build(source);
    } else if (!/\.(spec|stories|contract)\.ts$/.test(entry.name)) {
      const target = join(out, relative(root, source)).replace(/\.ts$/, '.js');
      if ((await modified(source)) <= (await modified(target))) continue;
      if (entry.name.endsWith('.d.ts')) continue;
      await (entry.name.endsWith('.ts') ? compile(source, target) : cp(source, target));
    }
  }
};

/** An output whose source is gone would still be loaded: it is removed. */
const sweep = async (folder) => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const source = join(root, relative(out, path));
    const alive = (await modified(source)) > 0 || (await modified(source.replace(/\.js$/, '.ts'))) > 0;
    if (!alive) await rm(path, { recursive: true });
    else if (entry.isDirectory()) await sweep(path);
  }
};

for (const folder of ['libs', 'apps', 'infra']) await build(join(root, folder));
for (const folder of ['libs', 'apps', 'infra']) await sweep(join(out, folder));

// `node -r ./infra/run/typescript.cjs some/main.ts` runs the TypeScript sources as they are, without a build:
// for child processes that a test starts.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const root = resolve(__dirname, '../..');
const options = JSON.parse(readFileSync(join(__dirname, 'swc.json'), 'utf8'));
delete options.$schema;

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false, configFile: false });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, name] = /^@throughline\/(.+)$/.exec(request) ?? [];
  const path = name === undefined ? request : join(root, name.startsWith('infra/') ? name : join('libs', name), 'index.ts');
  return resolveFilename.call(this, path, ...rest);
};

#!/usr/bin/env node
// The command line runs from dist/; where nothing was built yet it is built first.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '../../..');
if (!existsSync(join(root, 'dist/apps/cli/main.js'))) {
  const built = spawnSync(process.execPath, [join(root, 'infra/run/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) {
    console.error('throughline: the build failed');
    process.exit(1);
  }
}
require('../../../dist/apps/cli/main.js');

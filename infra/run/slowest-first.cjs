const { existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const Sequencer = createRequire(require.resolve('jest'))('@jest/test-sequencer').default;
const root = join(__dirname, '../..');

/**
 * The suites that take longest, the slowest first. One that is begun last runs alone while the other worker idles, and in a fresh clone
 * no former run tells which they are: by their size alone, as jest orders then, some of these come at the very end.
 */
const SLOWEST = [
  'test/browser/first-page.spec.ts',
  'infra/bench/load/load.spec.ts',
  'test/inbound/inbound.spec.ts',
  'test/faults/kill.spec.ts',
  'test/delivery/delivery.spec.ts',
  'test/projection/random-histories.spec.ts',
  'test/faults/kafka.spec.ts',
  'libs/log/kafka/kafka-log.spec.ts',
  'test/reading/stories.spec.ts',
  'test/canaries/canaries.spec.ts',
  'test/delivery/retrying.spec.ts',
  'test/processes/processes.spec.ts',
  'test/demo/demo-import.spec.ts',
  'test/faults/poison.spec.ts',
  'test/projection/several-projectors.spec.ts',
  'test/what-if/what-if.spec.ts',
  'infra/bench/bench.spec.ts',
  'test/descriptions/running.spec.ts',
  'test/browser/docs.spec.ts',
  'test/stories/safeguards.spec.ts',
].map((path) => join(root, path));

/** Those first, in that order; then the others as jest orders them. */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const gone = SLOWEST.filter((path) => !existsSync(path));
    if (gone.length > 0) throw new Error(`infra/run/slowest-first.cjs names suites that are gone: ${gone.join(', ')}`);
    const slow = SLOWEST.flatMap((path) => tests.filter((test) => test.path === path));
    return [...slow, ...super.sort(tests.filter((test) => !slow.includes(test)))];
  }
};

import { type Refusal, ScratchTree } from './scratch-tree';

/** The table "Dependencies between libraries", said a second time: a slip in the rules does not slip in here as well. */
const TABLE: Record<string, readonly string[]> = {
  kernel: [],
  records: ['kernel'],
  log: ['records', 'kernel'],
  seal: ['records', 'kernel'],
  ledger: ['records', 'kernel'],
  projections: ['records', 'kernel'],
  safeguards: ['projections', 'records', 'kernel'],
  people: ['seal', 'records', 'kernel'],
  alerts: ['safeguards', 'records', 'kernel'],
  access: ['projections', 'seal', 'records', 'kernel'],
  platform: ['kernel'],
};
const LIBRARIES = Object.keys(TABLE);
const APPS = ['hub', 'intake', 'projector', 'notifier', 'portal', 'cli'];
const PACKAGES = ['kafkajs', 'pg', 'typeorm', 'class-validator', 'ajv', '@nestjs/common', 'fast-check', 'undeclared'];
const MAY_HAVE_PLATFORM = ['records', 'log', 'seal', 'ledger', 'projections', 'safeguards', 'people'];

type Planted = readonly [rule: string, file: string, line: string];

const value = (from: string) => `import { it } from '${from}'; export const planted = it;`;
const type = (from: string) => `import type { It } from '${from}'; export type Planted = It;`;
const library = (name: string) => `@throughline/${name}`;

const pairs = LIBRARIES.flatMap((from) => LIBRARIES.filter((to) => to !== from).map((to) => [from, to] as const));
const isAllowed = ([from, to]: readonly [string, string]) => TABLE[from]?.includes(to) === true;

const REFUSED: readonly Planted[] = [
  ...pairs
    .filter((pair) => !isAllowed(pair))
    .map(([from, to]): Planted => {
      const rule = to === 'platform' && from !== 'kernel' ? 'platform-only-in-adapters' : `${from}-imports-only-its-own`;
      return [rule, `libs/${from}/to-${to}.ts`, type(library(to))];
    }),
  ['platform-only-in-adapters', 'libs/alerts/postgres/with-platform.ts', value(library('platform'))],
  ['kernel-imports-only-its-own', 'libs/kernel/queries/with-platform.ts', value(library('platform'))],
  ['people-imports-only-its-own', 'libs/people/postgres/with-alerts.ts', value(library('alerts'))],
  ['library-by-its-index', 'libs/seal/to-inside.ts', value('../records/inside')],
  ['library-by-its-index', 'libs/seal/to-inside-by-name.ts', value('@throughline/records/catalogue')],
  ['library-by-its-index-elsewhere', 'apps/intake/to-inside.ts', value('../../libs/records/inside')],
  ['library-by-its-index-elsewhere', 'infra/demo/to-inside.spec.ts', value('../../libs/records/inside')],
  ['library-by-its-index-elsewhere', 'test/faults/to-inside.spec.ts', value('../../libs/records/inside')],
  ['alerts-know-safeguards-by-type', 'libs/alerts/runs-safeguards.ts', value(library('safeguards'))],
  ['kernel-alone', 'libs/kernel/with-package.ts', value('ajv')],
  ['kernel-alone', 'libs/kernel/with-files.ts', value('node:fs')],
  ['records-with-class-validator-alone', 'libs/records/with-database.ts', value('pg')],
  ['kafkajs-in-the-log-alone', 'libs/log/postgres/with-kafka.ts', value('kafkajs')],
  ['kafkajs-in-the-log-alone', 'apps/intake/with-kafka.ts', value('kafkajs')],
  ['model-without-framework', 'libs/safeguards/with-nest.ts', value('@nestjs/common')],
  ['model-without-framework', 'libs/ledger/with-nest.ts', value('@nestjs/common')],
  ['database-only-in-adapters', 'libs/projections/with-database.ts', value('pg')],
  ['database-only-in-adapters', 'libs/people/with-database.ts', value('typeorm')],
  ['libraries-know-no-app', 'libs/access/with-app.ts', value('../../apps/portal/module')],
  ['libraries-know-no-infra', 'libs/platform/with-infra.ts', value('@throughline/infra/postgres')],
  ['infra-knows-no-app', 'infra/demo/with-app.ts', value('../../apps/hub/module')],
  ...APPS.filter((app) => app !== 'hub').map((app): Planted => [
    'apps-meet-on-the-log',
    `apps/${app}/to-another.ts`,
    value(`../${app === 'portal' ? 'intake' : 'portal'}/module`),
  ]),
  ['infra-only-for-hub-and-cli', 'apps/projector/with-infra.ts', value('@throughline/infra/postgres')],
  ['foundation-starts-no-server', 'infra/foundation/with-server.ts', value('@throughline/infra/postgres')],
  ['apps-know-no-test', 'apps/hub/with-test.ts', value('../../test/stories/story')],
  ['suites-are-not-imported', 'libs/log/with-suite.ts', value('./contract')],
  ['suites-are-not-imported', 'libs/log/with-what-suites-need.ts', value('./testing/broken-log')],
  ['suites-are-not-imported', 'apps/intake/with-suite.ts', value('./intake.spec')],
  ['product-without-dev-dependencies', 'libs/seal/with-dev-dependency.ts', value('fast-check')],
  ['no-circle', 'libs/people/round.ts', value('./round')],
  ['resolvable', 'libs/people/to-nowhere.ts', value('./nowhere')],
  ['declared', 'libs/seal/with-undeclared.ts', value('undeclared')],
];

const ALLOWED: readonly (readonly [file: string, line: string])[] = [
  ...pairs
    .filter(isAllowed)
    .map(
      ([from, to]) =>
        [`libs/${from}/to-${to}.ts`, from === 'alerts' && to === 'safeguards' ? type(library(to)) : value(library(to))] as const,
    ),
  ...MAY_HAVE_PLATFORM.map((name) => [`libs/${name}/a/queries/with-platform.ts`, value(library('platform'))] as const),
  ['libs/projections/chronology/chronology.query.ts', value('pg')],
  ['libs/people/migrations/0001.ts', value(library('platform'))],
  ['libs/seal/seal.spec.ts', value('@throughline/infra/postgres')],
  ['libs/seal/testing/key-database.ts', value('@throughline/infra/postgres')],
  ['libs/records/testing/generated.ts', value('fast-check')],
  ['libs/kernel/days.spec.ts', value('fast-check')],
  ['libs/kernel/inside-kernel.ts', value('./inside')],
  ['libs/records/with-class-validator.ts', value('class-validator')],
  ['libs/records/with-ajv.ts', value('ajv')],
  ['libs/log/kafka/producer.ts', value('kafkajs')],
  ['infra/kafka/topics.ts', value('kafkajs')],
  ['test/faults/broker.spec.ts', value('kafkajs')],
  ['apps/projector/with-log.ts', value('@throughline/log/kafka')],
  ...LIBRARIES.map((name) => [`apps/portal/with-${name}.ts`, value(library(name))] as const),
  ...APPS.filter((app) => app !== 'hub').map((app) => [`apps/hub/with-${app}.ts`, value(`../${app}/module`)] as const),
  ['apps/hub/with-infra.ts', value('@throughline/infra/postgres')],
  ['apps/projector/with-foundation.ts', value('@throughline/infra/foundation')],
  ['apps/cli/with-infra.ts', value('@throughline/infra/postgres')],
  ['infra/demo/with-records.ts', value(library('records'))],
];

/** What every planted import finds. */
const target = 'export const it = 1; export type It = number;\n';

describe('The rules of who may import whom', () => {
  const tree = new ScratchTree();
  let refusals: readonly Refusal[] = [];
  const rulesAgainst = (file: string) => refusals.filter((refusal) => refusal.from === file).map((refusal) => refusal.rule.name);

  beforeAll(() => {
    for (const name of LIBRARIES) for (const file of ['index', 'inside']) tree.write(`libs/${name}/${file}.ts`, target);
    for (const app of APPS) tree.write(`apps/${app}/module.ts`, target);
    const others = [
      'libs/records/catalogue/index',
      'libs/log/kafka/index',
      'libs/log/contract',
      'libs/log/testing/broken-log',
      'apps/intake/intake.spec',
      'infra/postgres/index',
      'infra/foundation/index',
      'test/stories/story',
    ];
    for (const file of others) tree.write(`${file}.ts`, target);
    for (const name of PACKAGES) {
      tree.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js', license: 'MIT' }));
      tree.write(`node_modules/${name}/index.js`, 'exports.it = 1;\n');
    }
    for (const [, file, line] of REFUSED) tree.write(file, line);
    for (const [file, line] of ALLOWED) tree.write(file, line);
    refusals = tree.refusals();
  });
  afterAll(() => tree.remove());

  it.each(REFUSED)('say no by %s: %s', (rule, file) => {
    expect(rulesAgainst(file)).toContain(rule);
  });

  it.each(ALLOWED)('let %s be', (file) => {
    expect(rulesAgainst(file)).toEqual([]);
  });

  it('are each seen to refuse something', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    const planted = new Set(REFUSED.map(([rule]) => rule));
    expect(forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });
});

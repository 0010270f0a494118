// Which part may import which: the table "Dependencies between libraries" of the architecture, as rules.
// test/architecture/forbidden-imports.spec.ts plants each import that is forbidden here and sees it refused.

/** What each library may import of the others, always by its index.ts. */
const MAY_IMPORT = {
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

/** The libraries whose adapters, queries and migrations may import platform as well. */
const WITH_ADAPTERS = ['records', 'log', 'seal', 'ledger', 'projections', 'safeguards', 'people'];

const anyOf = (names) => `(?:${names.join('|')})`;

/** Suites and what they alone need, in a folder testing/: they start real databases and brokers, and no product file imports them. */
const SUITE = [String.raw`\.(?:spec|stories|contract)\.ts$`, String.raw`/contract\.ts$`, '^libs/.+/testing/'];
/** The folders and files of a library that speak to the world outside. */
const adaptersOf = (library) => {
  const folder = '(?:postgres|kafka|in-memory|file|queries|migrations|tables)/';
  return [
    `^libs/${library}/${folder}`,
    `^libs/${library}/.+/${folder}`,
    String.raw`^libs/${library}/.*[/.](?:query|queries|migration|migrations)\.ts$`,
  ];
};
const ADAPTER = adaptersOf('[^/]+');
const INDEX = String.raw`^libs/(?:[^/]+|log/(?:kafka|postgres|in-memory)|seal/(?:file|postgres|in-memory)|projections/queries|platform/entities)/index\.ts$`;
const PACKAGE = (name) => `(?:^|/)node_modules/(?:@types/)?${name}(?:/|$)`;
const FROM_NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const refused = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const libraryRules = Object.entries(MAY_IMPORT).map(([library, imports]) => {
  const others = `^libs/(?!${anyOf([library, ...imports])}/)`;
  return refused(
    `${library}-imports-only-its-own`,
    imports.length === 0 ? `${library} imports no other library` : `${library} imports of the libraries only ${imports.join(', ')}`,
    // What drives a library in its tests may bring whatever it needs.
    { path: `^libs/${library}/`, pathNot: '^libs/.+/testing/' },
    library === 'kernel' ? { path: others } : { path: others, pathNot: '^libs/platform/' },
  );
});

module.exports = {
  forbidden: [
    ...libraryRules,
    refused(
      'platform-only-in-adapters',
      'The environment is known to platform; of a library only adapters, queries, migrations and suites meet it',
      { path: '^libs/', pathNot: ['^libs/(?:kernel|platform)/', ...SUITE, ...adaptersOf(anyOf(WITH_ADAPTERS))] },
      { path: '^libs/platform/' },
    ),
    refused(
      'library-by-its-index',
      'A library is imported by its index.ts, from another library',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', INDEX] },
    ),
    refused(
      'library-by-its-index-elsewhere',
      'A library is imported by its index.ts, from everywhere else',
      { pathNot: '^libs/' },
      { path: '^libs/', pathNot: INDEX },
    ),
    refused(
      'alerts-know-safeguards-by-type',
      'alerts imports nothing of safeguards but types',
      { path: '^libs/alerts/', pathNot: SUITE },
      { path: '^libs/safeguards/', dependencyTypesNot: ['type-only'] },
    ),
    refused(
      'kernel-alone',
      'kernel has no package and no input or output',
      { path: '^libs/kernel/', pathNot: SUITE },
      { dependencyTypes: [...FROM_NPM, 'core'] },
    ),
    refused(
      'records-with-class-validator-alone',
      'Of packages records imports only class-validator and what derives the JSON Schema from it',
      { path: '^libs/records/', pathNot: SUITE },
      {
        dependencyTypes: FROM_NPM,
        pathNot: PACKAGE('(?:class-validator|class-validator-jsonschema|class-transformer|ajv|reflect-metadata)'),
      },
    ),
    refused(
      'kafkajs-in-the-log-alone',
      'kafkajs stands behind the log port',
      { pathNot: ['^libs/log/kafka/', '^infra/kafka/', '^test/'] },
      { path: PACKAGE('kafkajs') },
    ),
    refused(
      'model-without-framework',
      'What decides is plain TypeScript: no Nest',
      { path: `^libs/${anyOf(['kernel', 'records', 'safeguards', 'ledger'])}/`, pathNot: SUITE },
      { path: PACKAGE('@nestjs') },
    ),
    refused(
      'database-only-in-adapters',
      'Rules and folds do not know that there is a database',
      { path: `^libs/${anyOf(['kernel', 'records', 'safeguards', 'projections', 'people', 'ledger'])}/`, pathNot: [...ADAPTER, ...SUITE] },
      { path: PACKAGE('(?:pg|pg-copy-streams|typeorm|connect-pg-simple)') },
    ),
    refused('libraries-know-no-app', 'Libraries do not know who runs them', { path: '^libs/' }, { path: '^(?:apps|test)/' }),
    refused('libraries-know-no-infra', 'Only suites start databases and brokers', { path: '^libs/', pathNot: SUITE }, { path: '^infra/' }),
    refused('infra-knows-no-app', 'What an app runs on does not know the app', { path: '^infra/' }, { path: '^(?:apps|test)/' }),
    refused(
      'apps-meet-on-the-log',
      'Apps meet on the log and the tables; the hub alone puts them into one process',
      { path: '^apps/([^/]+)/', pathNot: '^apps/hub/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    refused(
      'infra-only-for-hub-and-cli',
      'The hub and the command line start servers, the other apps find them, by the foundation that all stand on',
      { path: '^apps/', pathNot: ['^apps/(?:hub|cli)/', ...SUITE] },
      { path: '^infra/', pathNot: '^infra/foundation/' },
    ),
    refused(
      'foundation-starts-no-server',
      'What every app stands on reaches servers and starts none',
      { path: '^infra/foundation/', pathNot: SUITE },
      { path: '^infra/', pathNot: '^infra/foundation/' },
    ),
    refused('apps-know-no-test', 'The product does not know its tests', { path: '^apps/' }, { path: '^test/' }),
    refused(
      'suites-are-not-imported',
      'A product file imports no suite',
      { path: '^(?:apps|libs|infra)/', pathNot: SUITE },
      { path: SUITE },
    ),
    refused(
      'product-without-dev-dependencies',
      'What runs in production is installed in production',
      { path: '^(?:apps|libs)/', pathNot: SUITE },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    refused('no-circle', 'No file imports itself by way of others', {}, { circular: true }),
    refused('resolvable', 'What is imported is there', {}, { couldNotResolve: true }),
    refused('declared', 'What is imported of packages is declared in package.json', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^(?:dist|coverage|\.cache|\.throughline)/|^apps/portal/assets/portal\.js$` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};

import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PURE = '{kernel,records,safeguards,projections,people,ledger}';
const SUITES = ['**/*.{spec,stories,contract}.ts', '**/contract.ts', '**/testing/**'];
const ADAPTERS = [
  `libs/${PURE}/**/{postgres,queries,migrations,tables}/**`,
  `libs/${PURE}/**/{query,queries,migration,migrations}.ts`,
  `libs/${PURE}/**/*.{query,queries,migration,migrations}.ts`,
];

const OUTSIDE = 'is the world outside: a rule or a fold gets it as an argument';
const CLOCK = 'asks the clock: time is log time, and an argument';
const CHANCE = 'is chance: a replay would raise something else';

const clockAndChance = {
  properties: [
    ['Date', 'now', CLOCK],
    ['performance', 'now', CLOCK],
    ['process', 'hrtime', CLOCK],
    ['process', 'uptime', CLOCK],
    ['Temporal', 'Now', CLOCK],
    ['Math', 'random', CHANCE],
    ['crypto', 'randomUUID', CHANCE],
    ['crypto', 'getRandomValues', CHANCE],
  ],
  globals: [
    ['performance', CLOCK],
    ['setTimeout', CLOCK],
    ['setInterval', CLOCK],
    ['setImmediate', CLOCK],
    ['crypto', CHANCE],
    ['fetch', OUTSIDE],
    ['WebSocket', OUTSIDE],
    ['EventSource', OUTSIDE],
    ['globalThis', 'is a way round: name what you mean'],
  ],
  syntax: [
    ["NewExpression[callee.name='Date'][arguments.length=0]", `new Date() ${CLOCK}`],
    ["CallExpression[callee.name='Date']", `Date() ${CLOCK}`],
    ['ImportExpression', 'import() hides what a pure library imports'],
  ],
  imports: [
    { name: 'node:timers', message: CLOCK },
    { name: 'node:timers/promises', message: CLOCK },
    { name: 'node:perf_hooks', message: CLOCK },
    {
      name: 'node:process',
      message: `process ${OUTSIDE}`,
    },
    {
      name: 'node:crypto',
      importNames: [
        'default',
        'randomUUID',
        'randomBytes',
        'randomInt',
        'randomFill',
        'randomFillSync',
        'getRandomValues',
        'webcrypto',
        'generateKeyPairSync',
      ],
      message: CHANCE,
    },
  ],
};

const network = ['net', 'tls', 'dgram', 'dns', 'http', 'https', 'http2', 'fs', 'fs/promises', 'child_process', 'worker_threads', 'os'].map(
  (name) => ({
    name: `node:${name}`,
    message: `node:${name} ${OUTSIDE}`,
  }),
);
/** `fs` is `node:fs` under its old name, which would slip past the rules above. */
const oldNames = {
  regex: String.raw`^(?:net|tls|dgram|dns|http|https|http2|fs|fs/promises|child_process|worker_threads|os|crypto|process|timers|timers/promises|perf_hooks)$`,
  message: 'write node: before it',
};

const properties = (list) => list.map(([object, property, message]) => ({ object, property, message: `${object}.${property} ${message}` }));

const environment = ['process', 'env', 'is read in libs/platform alone'];
const focused = ['it', 'test', 'describe'].flatMap((object) =>
  ['only', 'skip', 'todo'].map((property) => [object, property, 'leaves a test out: every test runs']),
);

const ownRules = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-restricted-properties': ['error', ...properties(focused)],
  'no-restricted-globals': [
    'error',
    ...['fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'].map((name) => ({ name, message: 'every test runs' })),
  ],
  'no-restricted-imports': ['error', { patterns: [oldNames] }],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.cache/', '.throughline/', '**/node_modules/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{mjs,cjs,js}'], rules: ownRules },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...ownRules,
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          caughtErrorsIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // A record's class is its schema: plain data of that shape is what it describes.
      '@typescript-eslint/no-misused-spread': 'off',
      // Deprecated only so that it stands out: the demo's provider is on this machine, without TLS.
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // An adapter that has nothing to wait for is still a promise, because its port says so.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['libs/platform/**', 'apps/cli/**', ...SUITES],
    rules: { 'no-restricted-properties': ['error', ...properties([...focused, environment])], 'no-console': 'error' },
  },
  {
    files: [`libs/${PURE}/**/*.ts`],
    ignores: SUITES,
    rules: {
      'no-restricted-properties': ['error', ...properties([...focused, environment, ...clockAndChance.properties])],
      'no-restricted-globals': ['error', ...clockAndChance.globals.map(([name, message]) => ({ name, message: `${name} ${message}` }))],
      'no-restricted-syntax': ['error', ...clockAndChance.syntax.map(([selector, message]) => ({ selector, message }))],
      'no-restricted-imports': ['error', { paths: [...clockAndChance.imports, ...network], patterns: [oldNames] }],
    },
  },
  {
    // Where the database is read and written there are connections and files, but still no clock of its own and no chance.
    files: ADAPTERS,
    ignores: SUITES,
    rules: { 'no-restricted-imports': ['error', { paths: clockAndChance.imports, patterns: [oldNames] }] },
  },
  {
    // In a suite expect(port.method) is no call, and a test may return what expect answers.
    files: SUITES,
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-confusing-void-expression': 'off' },
  },
);

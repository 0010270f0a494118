const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const json = (...path) => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'));
const { $schema: _schema, ...swc } = json('infra/run/swc.json');

const namesIn = (folder) => readdirSync(join(__dirname, 'node_modules', folder)).filter((name) => !name.startsWith('.'));
const packages = namesIn('').flatMap((name) => (name.startsWith('@') ? namesIn(name).map((within) => `${name}/${within}`) : [name]));

/**
 * Packages that are ES modules only (jose, nodemailer, …) are transformed as the sources are: jest on Node 20 cannot require them. The
 * others, some thousand files, are taken as they are.
 */
const esModules = packages.filter(
  (name) =>
    existsSync(join(__dirname, 'node_modules', name, 'package.json')) && json('node_modules', name, 'package.json').type === 'module',
);

module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.stories.ts'],
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(?:${esModules.join('|')})/)`],
  moduleNameMapper: {
    '^@throughline/infra/(.*)$': '<rootDir>/infra/$1/index.ts',
    '^@throughline/(.*)$': '<rootDir>/libs/$1/index.ts',
  },
  testSequencer: '<rootDir>/infra/run/slowest-first.cjs',
  testEnvironment: 'node',
  testTimeout: 180_000,
  cacheDirectory: '<rootDir>/.cache/jest',
};

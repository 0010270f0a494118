const { readFileSync } = require('node:fs');
const swc = JSON.parse(readFileSync(`${__dirname}/infra/run/swc.json`, 'utf8'));
delete swc.$schema;

/** Packages that are ES modules only (jose, oidc-provider, …) are transformed as well: jest on Node 20 cannot require them. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.stories.ts'],
  transform: { '\\.(ts|js|mjs)$': ['@swc/jest', { ...swc, swcrc: false }] },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^@throughline/infra/(.*)$': '<rootDir>/infra/$1/index.ts',
    '^@throughline/(.*)$': '<rootDir>/libs/$1/index.ts',
  },
  testEnvironment: 'node',
  testTimeout: 180_000,
  cacheDirectory: '<rootDir>/.cache/jest',
};

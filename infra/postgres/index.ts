export { DataFolderInUse } from './owner';
export { isServed } from './scratch';
export { type Postgres, type PostgresOptions, startPostgres } from './server';
export { type TestDatabase, testDatabase } from './test-database';

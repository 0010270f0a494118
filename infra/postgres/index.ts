export { NoAccountForPostgres } from './account';
export { PostgresMissing } from './binaries';
export { ClusterNotMade } from './cluster';
export { PostgresNotStarted } from './launch';
export { DataFolderInUse } from './owner';
export { type Postgres, type PostgresOptions, startPostgres } from './server';
export { type TestDatabase, testDatabase } from './test-database';

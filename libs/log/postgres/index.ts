export { createPostgresLog, type PostgresLogOptions } from './postgres-log';
export { allowAppending } from './schema';

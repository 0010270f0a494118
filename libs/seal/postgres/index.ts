export { createPostgresKeyTables } from './migration';
export { PostgresKeyStore, type PostgresKeyStoreOptions } from './postgres-key-store';

/**
 * TypeORM, for whoever has entities or migrations. Beside the rest of the library and not in it: its three hundred files are a good part
 * of what a process loads when it starts, and most have no use for them.
 */
export { createDataSource, type DataSourceParts, runMigrations } from './data-source';

export {
  type BadVariable,
  type Configuration,
  ConfigurationInvalid,
  type IdentityConfiguration,
  type KafkaConfiguration,
  readConfiguration,
} from './configuration/configuration';
export { VARIABLES } from './configuration/environment';
export { underAdvisoryLock } from './database/advisory-lock';
export { type DataSourceParts, createDataSource, runMigrations } from './database/data-source';
export { type PoolOptions, createPool } from './database/pool';
export { inTransaction, inTransactionAlone } from './database/transaction';
export { valueParsers } from './database/value-parsers';
export { type Check, type CheckResult, Health, type Readiness } from './health/health';
export { HealthModule } from './health/health-module';
export { type AnswerableFault, Problem, type ProblemDocument, type ProblemItem, plainProblem, problemOfFault } from './problems/problem';
export { ProblemFilter } from './problems/problem-filter';
export { Shutdown } from './shutdown';
export { createLogger, loggingModule, safeError } from './telemetry/logging';
export { MetricsModule, metrics } from './telemetry/metrics';
export { observeRequests } from './telemetry/requests';

export {
  type BadVariable,
  type Configuration,
  ConfigurationInvalid,
  type IdentityConfiguration,
  type KafkaConfiguration,
  readConfiguration,
} from './configuration/configuration';
export { underAdvisoryLock } from './database/advisory-lock';
export { type PoolOptions, createPool } from './database/pool';
export { inTransaction, inTransactionAlone } from './database/transaction';
export { type Check, type CheckResult, Health, type Readiness } from './health/health';
export { HealthModule } from './health/health-module';
export { type AnswerableFault, Problem, type ProblemDocument, type ProblemItem, plainProblem, problemOfFault } from './problems/problem';
export { ProblemFilter } from './problems/problem-filter';
export { Shutdown } from './shutdown';
export { createLogger, loggingModule } from './telemetry/logging';
export { MetricsModule, metrics } from './telemetry/metrics';
export { observeRequests } from './telemetry/requests';

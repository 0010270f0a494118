export { type BearerTokensOptions } from './bearer-tokens';
export { type Caller, NotSignedIn, requireScope, type Scope, ScopeMissing } from './caller';
export { CallerGuard, CallingSystem, NeedsScope } from './caller-guard';
export { Callers, type CallersOptions, type ScopedClient } from './callers';

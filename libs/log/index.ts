export { type GroupedAppendLimits, GroupedAppends, LogBusy } from './grouped-append';
export * from './port';

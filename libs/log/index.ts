export { type GroupedAppendLimits, GroupedAppends } from './grouped-append';
export * from './port';

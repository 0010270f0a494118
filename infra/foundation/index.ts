export { callersFrom } from './callers';
export { clusterOf, type Foundation, layFoundation } from './foundation';
export { readPartnershipsFile } from './partnerships-file';
export { run } from './run';
export { runAlone } from './run-alone';
export { serve } from './serve';

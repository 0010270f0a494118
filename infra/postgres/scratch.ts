import { scratchFolder } from '@throughline/infra/scratch';
import { clusterFolder } from './cluster';
import { runningPostmaster } from './postmaster';

/** Whether a server works on this data just now, one that outlives its process for a moment too. */
export const isServed = (dataDir: string): boolean => runningPostmaster(clusterFolder(dataDir)) !== undefined;

/** A folder for data that dies with this process: deleted when its server stops, or by the next one to ask for a folder. */
export const scratchData = (purpose?: string): string =>
  scratchFolder({ kind: 'postgres', inUse: isServed, ...(purpose === undefined ? {} : { purpose }) });

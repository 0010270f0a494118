import type { RunningHub } from '../running-hub';
import type { Agency } from './agency';
import type { Cluster } from './cluster';

/** A hub whose cluster knows who is who. */
export interface Door {
  readonly hub: RunningHub;
  readonly brokers: string;
  /** Their passwords on the cluster. */
  readonly users: Readonly<Record<'hub' | 'police' | 'housing', string>>;
  /** The cluster as the one sees it who may everything there. */
  readonly cluster: Cluster;
  readonly police: Agency;
  readonly housing: Agency;
}

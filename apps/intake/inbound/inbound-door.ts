import type { CheckResult } from '@throughline/platform';
import type { CurrentSettings } from '@throughline/projections';
import type { AgencyDoor, DoorEvents } from '@throughline/log/kafka';
import type { Logger } from 'pino';
import type { InboundRecords } from './inbound-records';
import { agenciesHeldUp } from './measures';

const eventsFor = (logger: Logger, heldUp: () => number): DoorEvents => ({
  opened: (agencies, guard) => {
    agenciesHeldUp.set(heldUp());
    logger.info({ agencies }, 'the topics of the agencies are there');
    if (guard === 'no authorizer') logger.warn('the cluster has no authorizer: every client of it may write as any agency');
    if (guard === 'not by the hub') logger.warn('the hub may not say who reads and writes the topics: somebody else must');
  },
  faltered: (err) => {
    logger.warn({ err }, 'the topics of the agencies are tried again');
  },
  heldUp: (agency, err) => {
    agenciesHeldUp.set(heldUp());
    if (err !== undefined) logger.warn({ agency, err }, 'inbound messages are tried again');
  },
});

/** The inbound topics of every agency that the settings name, now and later. */
export class InboundDoor {
  constructor(
    private readonly door: Pick<AgencyDoor, 'open' | 'close' | 'state'>,
    private readonly records: InboundRecords,
    private readonly settings: Pick<CurrentSettings, 'all'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const agencies = (): readonly string[] => this.settings.all().flatMap((partnership) => partnership.agencies.map(({ code }) => code));
    this.door.open(
      agencies,
      (agency, messages) => this.records.take(agency, messages),
      eventsFor(this.logger, () => this.door.state.heldUp.length),
    );
  }

  /** For the readiness of the process. One agency that waits makes nobody else's hub unready. */
  check(): CheckResult {
    const { open, ...detail } = this.door.state;
    return { ok: open, detail };
  }

  stop(): Promise<void> {
    return this.door.close();
  }
}

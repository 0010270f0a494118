import { metrics } from '@throughline/platform';
import { Counter, Gauge } from 'prom-client';

/** Attempts to deliver, by channel and what became of them: delivered, retry, failed. */
export const deliveriesMade = new Counter({
  name: 'throughline_deliveries_total',
  help: 'Attempts to deliver a message, by channel and result',
  labelNames: ['channel', 'result'],
  registers: [metrics],
});

/** Messages that wait to be delivered, by channel. */
export const deliveriesWaiting = new Gauge({
  name: 'throughline_deliveries_waiting',
  help: 'Messages that wait to be delivered, by channel',
  labelNames: ['channel'],
  registers: [metrics],
});

/** Seconds for which the oldest message of a channel waits. */
export const oldestWaitingSeconds = new Gauge({
  name: 'throughline_deliveries_oldest_waiting_seconds',
  help: 'Time for which the oldest message of a channel has waited, in seconds',
  labelNames: ['channel'],
  registers: [metrics],
});

/** Webhooks that were disabled and not enabled since. */
export const webhooksDisabled = new Gauge({
  name: 'throughline_webhooks_disabled',
  help: 'Webhooks that are disabled because they could not be reached, or wanted no more',
  registers: [metrics],
});

/** Messages that are kept for webhooks which are disabled. */
export const deliveriesMissed = new Gauge({
  name: 'throughline_deliveries_missed',
  help: 'Messages that are kept until the webhook that they are for is enabled again',
  registers: [metrics],
});

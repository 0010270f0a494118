import { metrics } from '@throughline/platform';
import { Counter, Gauge } from 'prom-client';

/** Messages of the inbound topics by what became of their records: accepted, duplicate. */
export const messagesTaken = new Counter({
  name: 'throughline_intake_inbound_taken_total',
  help: 'Messages of the inbound topics that were taken, by what became of their records',
  labelNames: ['outcome'],
  registers: [metrics],
});

/** Messages of the inbound topics that went to a rejected topic. */
export const messagesRejected = new Counter({
  name: 'throughline_intake_inbound_rejected_total',
  help: 'Messages of the inbound topics that were rejected, by the status of the problem',
  labelNames: ['status'],
  registers: [metrics],
});

/** Agencies whose inbound messages wait because something that the hub needs is away. */
export const agenciesHeldUp = new Gauge({
  name: 'throughline_intake_inbound_held_up',
  help: 'Agencies whose inbound messages are being tried again',
  registers: [metrics],
});

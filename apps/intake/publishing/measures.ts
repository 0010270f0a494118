import { metrics } from '@throughline/platform';
import { Counter, Histogram } from 'prom-client';

/** Records by what became of them: accepted, duplicate, refused. */
export const recordsPublished = new Counter({
  name: 'throughline_intake_records_total',
  help: 'Records that were published, by what became of them',
  labelNames: ['outcome'],
  registers: [metrics],
});

/** Seconds from handing a call's records to the log to knowing them durable, the wait for their turn included. */
export const appendSeconds = new Histogram({
  name: 'throughline_intake_append_seconds',
  help: 'Time until the records of a call are durably in the log, in seconds',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

/** Seconds from the arrival of a publishing request to the end of its answer. */
export const publishSeconds = new Histogram({
  name: 'throughline_intake_request_seconds',
  help: 'Time to answer a publishing request, in seconds, by status',
  labelNames: ['status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

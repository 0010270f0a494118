import { metrics } from '@throughline/platform';
import { Counter } from 'prom-client';

/** Records that were let go from memory because it was full; where it grows as fast as records come in, there is too little memory. */
export const recordsLetGo = new Counter({
  name: 'throughline_projector_records_let_go_total',
  help: 'Records let go from memory because it was full, to be read again from the tables when they are needed',
  registers: [metrics],
});

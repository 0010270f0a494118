import { inWords } from '../../in-words';
import { Involvement } from '../../involvement';
import { defineRecord } from '../../record-type';

/** A service began to work with somebody. */
export class InvolvementStarted extends Involvement {}

export const involvementStarted = defineRecord({
  type: 'throughline.involvement.started.v1',
  data: InvolvementStarted,
  example: {
    people: [{ ref: 'recovery:N-1042', role: 'victim' }],
    service: 'substance-misuse',
    worker: { name: 'J. Okafor', dashTrained: true },
  },
  summary: (r) => `Involvement started (${inWords(r.data.service)})`,
});

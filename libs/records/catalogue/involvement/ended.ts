import { inWords } from '../../in-words';
import { Involvement } from '../../involvement';
import { defineRecord } from '../../record-type';

/** A service's work with somebody came to its end. */
export class InvolvementEnded extends Involvement {}

export const involvementEnded = defineRecord({
  type: 'throughline.involvement.ended.v1',
  data: InvolvementEnded,
  example: { people: [{ ref: 'recovery:N-1042', role: 'victim' }], service: 'substance-misuse' },
  summary: (r) => `Involvement ended (${inWords(r.data.service)})`,
});

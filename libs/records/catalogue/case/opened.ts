import { CommonData } from '../../common-data';
import { Identifier, OneOf, Optional, Part } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { type Service, SERVICES } from '../../service';
import { Worker } from '../../worker';

/** An agency opened a case. */
export class CaseOpened extends CommonData {
  /** The id of the case. Whatever is published of the case later names it again. */
  @Identifier()
  caseId: string;

  /** The service that holds the case. */
  @OneOf(SERVICES)
  service: Service;

  /** The worker who holds the case. */
  @Part(() => Worker)
  @Optional()
  worker?: Worker;
}

export const caseOpened = defineRecord({
  type: 'throughline.case.opened.v1',
  data: CaseOpened,
  example: {
    people: [{ ref: 'idva:N-1042', role: 'victim' }],
    caseId: 'idva-c-311',
    service: 'idva',
    worker: { name: 'R. Lindqvist', dashTrained: true },
  },
  summary: (r) => `Case opened (${inWords(r.data.service)})`,
});

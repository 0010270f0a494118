import type { Actor } from '@throughline/access';
import { formatInstant } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import { caseSummaryFacts, PartnershipTables, recordsTold } from '@throughline/projections/queries';
import { type Exported, hubTypes } from '@throughline/records';
import { readTexts } from '../asking/texts';
import { putOnLog } from '../deciding/put-on-log';
import type { Reading } from '../parts';
import { findWhom, noSuchPerson, partnershipsAsked, refuseNobody } from '../reading/whom';
import { caseSummaryOf, othersIn } from './case-summary/case-summary-of';
import { caseSummaryDocument } from './case-summary/document';
import type { CaseSummary } from './case-summary/summary';

/** Whose case is asked for, and to whom its summary is addressed. */
export interface CaseSummaryAsked {
  readonly partnership: string;
  /** The person's id, of whatever day, or any of their references. */
  readonly person: string;
  readonly recipient: string;
}

/** A case summary, and where the log says that it was exported. */
export interface ExportedCaseSummary {
  readonly position: string;
  readonly summary: CaseSummary;
  /** The same for people to read: Markdown. */
  readonly document: string;
}

const WHAT = 'case-summary';
const PURPOSE = 'a case summary for the court';
const LONGEST_RECIPIENT = 200;

/** Reads what is asked of an export. Fails with the 422 that lists every fault. */
export const readCaseSummaryAsked = (body: unknown): CaseSummaryAsked =>
  readTexts(body, { partnership: 63, person: 128, recipient: LONGEST_RECIPIENT }, 'the export cannot be understood');

/**
 * Makes a case summary for one named recipient, and then puts on the log that it was exported: what the log tells was made whole.
 * Fails with 404 where there is no such person, or none for this reader, and with 422 where nobody has named them as a victim or a child.
 */
export const exportCaseSummary = async (reading: Reading, asking: Actor, asked: CaseSummaryAsked): Promise<ExportedCaseSummary> => {
  const actor: Actor = { ...asking, purpose: PURPOSE };
  const partnerships = partnershipsAsked(actor, asked.partnership);
  const whom = await findWhom(reading, asked.person, partnerships);
  if (whom === undefined) return refuseNobody(reading, actor, WHAT, partnerships);
  const { partnership } = whom;
  const [visit] = await reading.door.admit({ actor, action: WHAT, partnership, refs: [whom.ref] });
  if (visit === undefined) throw noSuchPerson();
  const file = visit.closed.caseOf(visit.person);
  if (!file.person.hasBeen('victim') && !file.person.hasBeen('child')) {
    await reading.disclosures.write(actor, [{ partnership, person: visit.person, outcome: 'refused', what: WHAT, basis: '' }]);
    throw new Problem(422, 'the export cannot be understood', [{ pointer: '/person', detail: 'must be named as a victim or a child' }]);
  }
  const records = recordsTold(file, caseSummaryFacts(file));
  const opened = await visit.disclose({ positions: records.map(({ position }) => position) });
  await visit.discloseOthers(othersIn(records, visit.refs), []);
  const upTo = await new PartnershipTables(reading.pool, visit.cut).lastPosition();
  const recipient = asked.recipient.trim();
  const addressed = { recipient, madeAt: formatInstant(reading.clock()), upTo: `${partnership}:${String(upTo)}` };
  const summary = await caseSummaryOf(visit, opened, addressed);
  const document = caseSummaryDocument(summary, visit.cut.settings);
  const data = {
    ...{ people: visit.refs.map((ref) => ({ ref, role: 'other' as const })), kind: WHAT, recipient, by: actor.id },
    ...(actor.agency === undefined ? {} : { agency: actor.agency }),
    ...{ upTo, size: visit.cut.size },
  } satisfies Exported;
  const { position } = await putOnLog(reading, { partnership, type: hubTypes.exported, subject: visit.person, data: { ...data } });
  return { position, summary, document };
};

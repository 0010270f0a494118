import { type Actor, isAuditor } from '@throughline/access';
import { AlertsInTables, type AlertView } from '@throughline/alerts';
import { Problem } from '@throughline/platform';
import type { Reading } from '../parts';
import { alertShown } from './alert-shown';

/** One alert of the reader's agency, or any for an auditor; 404 where there is none for this reader. It is disclosed before it is told. */
export const showAlert = async (reading: Reading, actor: Actor, id: string): Promise<AlertView> => {
  const { pool, liveSchema, disclosures } = reading;
  const kept = id.includes('\0') ? undefined : await new AlertsInTables(pool, await liveSchema()).byId(actor.partnerships, id);
  if (kept === undefined || (!isAuditor(actor) && kept.alert.agency !== actor.agency)) throw new Problem(404, 'there is no such alert');
  const { partnership, person } = kept;
  const basis = isAuditor(actor) ? 'audit' : 'alerted';
  await disclosures.write(actor, [{ partnership, person, outcome: 'shown', what: 'alerts', basis, items: [id] }]);
  return alertShown(reading, kept);
};

import { isAuditor } from '@throughline/access';
import { AlertsInTables, type AlertView } from '@throughline/alerts';
import { Problem } from '@throughline/platform';
import { keyText } from '@throughline/projections';
import { chronologyOf, detailsHeld, knownAs } from '@throughline/projections/queries';
import type { ChronologyItem, Reading } from '../../api';
import { alertShown } from '../../api/reading/alert-shown';
import { chronologyItems } from '../../api/reading/chronology-item';
import type { Actor } from '@throughline/access';

/** An alert with what shows it, as far as its reader may see that. */
export interface ShownAlert {
  readonly alert: AlertView;
  /** Whether its reader may still read about the person; when not, nothing of them is opened. */
  readonly mayRead: boolean;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly evidence: readonly ChronologyItem[];
}

/**
 * One alert of the reader's agency, or any for an auditor, and its evidence. What is shown is disclosed before it is opened.
 * Fails with 404 where there is no such alert for this reader.
 */
export const showAlert = async (reading: Reading, actor: Actor, id: string): Promise<ShownAlert> => {
  const { pool, liveSchema, disclosures, door } = reading;
  const kept = id.includes('\0') ? undefined : await new AlertsInTables(pool, await liveSchema()).byId(actor.partnerships, id);
  if (kept === undefined || (!isAuditor(actor) && kept.alert.agency !== actor.agency)) throw new Problem(404, 'there is no such alert');
  const { partnership, person } = kept;
  const alert = alertShown(reading, kept);
  const [visit] = await door.admit({ actor, action: 'show', partnership, refs: [person] });
  if (visit === undefined) {
    await disclosures.write(actor, [{ partnership, person, outcome: 'shown', what: 'alerts', basis: 'alerted', items: [id] }]);
    return { alert, mayRead: false, name: null, dateOfBirth: null, evidence: [] };
  }
  const evidence = new Set(kept.alert.evidence.map(keyText));
  const page = chronologyOf(visit.closed, visit.around).filter(({ entry }) => evidence.has(keyText(entry)));
  const opened = await visit.disclose({ positions: page.map(({ original }) => original.position), items: [id] });
  const items = await chronologyItems({ visit, opened, raised: new Map() }, page);
  return { alert, mayRead: true, evidence: items, ...knownAs(detailsHeld(opened.files.fileOf(visit.person))) };
};

import type { Actor } from '@throughline/access';
import { AlertsInTables, type KeptAlert } from '@throughline/alerts';
import { Problem } from '@throughline/platform';
import { type AlertAcknowledged, type AlertClosed, hubTypes } from '@throughline/records';
import { readTexts } from '../asking/texts';
import type { Reading } from '../parts';
import { type Decided, putOnLog } from './put-on-log';

/** Why an alert is closed; both are asked for. */
export interface Closing {
  readonly outcome: string;
  readonly justification: string;
}

const LONGEST = 2_000;

/** Reads what a closing sends. Fails with the 422 that lists every fault. */
export const readClosing = (body: unknown): Closing =>
  readTexts(body, { outcome: LONGEST, justification: LONGEST }, 'the closing cannot be understood');

/** Somebody of the addressed agency has seen an alert. */
export const acknowledgeAlert = async (reading: Reading, actor: Actor, id: string): Promise<Decided> => {
  const kept = await addressedAlert(reading, actor, id);
  return putOnLog(reading, { partnership: kept.partnership, type: hubTypes.alertAcknowledged, data: { ...decision(actor, kept) } });
};

/** Somebody of the addressed agency closes an alert and says why; both texts are sealed under the person's key. */
export const closeAlert = async (reading: Reading, actor: Actor, id: string, closing: Closing): Promise<Decided> => {
  const kept = await addressedAlert(reading, actor, id);
  const data = { ...decision(actor, kept), ...closing } satisfies AlertClosed;
  return putOnLog(reading, { partnership: kept.partnership, type: hubTypes.alertClosed, data });
};

/** The alert, where it is the caller's to decide. Another agency's looks like none. Fails with 409 where it has ended already. */
const addressedAlert = async ({ pool, liveSchema }: Reading, actor: Actor, id: string): Promise<KeptAlert> => {
  const kept = id.includes('\0') ? undefined : await new AlertsInTables(pool, await liveSchema()).byId(actor.partnerships, id);
  const mayDecide = kept !== undefined && (kept.alert.agency === actor.agency || actor.scopes.has('operate'));
  if (!mayDecide) throw new Problem(404, 'there is no such alert');
  if (kept.alert.status === 'closed' || kept.alert.status === 'superseded') throw new Problem(409, 'the alert has ended already');
  return kept;
};

const decision = (actor: Actor, { alert }: KeptAlert): AlertAcknowledged => ({
  alert: alert.id,
  about: alert.about,
  agency: actor.agency ?? alert.agency,
  by: actor.id,
});

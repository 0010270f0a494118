import { randomUUID } from 'node:crypto';
import type { Actor } from '@throughline/access';
import { AlertsInTables, type KeptAlert } from '@throughline/alerts';
import { formatInstant } from '@throughline/kernel';
import { Problem, type ProblemItem } from '@throughline/platform';
import { type AlertAcknowledged, type AlertClosed, HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import type { Reading } from '../parts';

/** Where the log has what was decided: `northgate:1234`. */
export interface Decided {
  readonly position: string;
}

/** Why an alert is closed; both are asked for. */
export interface Closing {
  readonly outcome: string;
  readonly justification: string;
}

const LONGEST = 2_000;

/** What neither the log nor the tables can hold: half a character, and NUL. */
const UNFIT = /[\p{Cs}\0]/u;

/** Reads what a closing sends. Fails with the 422 that lists every fault. */
export const readClosing = (body: unknown): Closing => {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const faults: ProblemItem[] = [];
  const text = (name: keyof Closing): string => {
    const value = given[name];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST && !UNFIT.test(value)) return value;
    faults.push({ pointer: `/${name}`, detail: value === undefined ? 'is missing' : `must be text of 1 to ${String(LONGEST)} characters` });
    return '';
  };
  const closing = { outcome: text('outcome'), justification: text('justification') };
  for (const name of Object.keys(given)) {
    if (!(name in closing)) faults.push({ pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail: 'is not known here' });
  }
  if (faults.length > 0) throw new Problem(422, 'the closing cannot be understood', faults);
  return closing;
};

/** Somebody of the addressed agency has seen an alert. */
export const acknowledgeAlert = async (reading: Reading, actor: Actor, id: string): Promise<Decided> => {
  const kept = await addressedAlert(reading, actor, id);
  return append(reading, hubTypes.alertAcknowledged, kept, { ...decision(actor, kept) });
};

/** Somebody of the addressed agency closes an alert and says why; both texts are sealed under the person's key. */
export const closeAlert = async (reading: Reading, actor: Actor, id: string, closing: Closing): Promise<Decided> => {
  const kept = await addressedAlert(reading, actor, id);
  return append(reading, hubTypes.alertClosed, kept, { ...decision(actor, kept), ...closing } satisfies AlertClosed);
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

const append = async (
  { sealer, log, clock }: Reading,
  type: string,
  { partnership }: KeptAlert,
  data: Readonly<Record<string, unknown>>,
): Promise<Decided> => {
  const now = formatInstant(clock());
  const envelope = await sealer.sealRecord({ partnership, source: HUB_SOURCE, id: randomUUID(), type, time: now, recordedtime: now, data });
  const [position] = await log.append([{ partnership, value: writeEnvelope(envelope) }]);
  if (position === undefined) throw new Error('the log answered no position');
  return { position: `${partnership}:${String(position)}` };
};

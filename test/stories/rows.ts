import type { AlertView } from './hub-under-test';
import type { AlertRow, ChronologyRow, ClosesRow, MustNotRaiseRow, RaisesRow, SummaryRow } from './story';
import { inWords, isRaisedOn, londonDate, type Told } from './told';

/** Nothing where the row holds, else what was found instead. */
export type Finding = string | undefined;

const found = (what: string, alerts: readonly AlertView[]): string =>
  `${what}; found ${alerts.length === 0 ? 'none' : `\n  ${alerts.map(inWords).join('\n  ')}`}`;

const hasAll = (told: Told, alert: AlertView, ids: readonly string[] = []): boolean => ids.every((id) => told.hasEvidence(alert, id));

export const judgeRaises = async (told: Told, row: RaisesRow): Promise<Finding> => {
  const alerts = await told.alertsOf(row);
  const matching = alerts.filter((alert) => isRaisedOn(alert, row.raisedOn) && hasAll(told, alert, row.evidence));
  if (row.times === undefined) return matching.length > 0 ? undefined : found('no such alert', alerts);
  const standing = matching.filter(({ status }) => status !== 'superseded');
  return standing.length === row.times ? undefined : found(`${String(standing.length)} instead of ${String(row.times)}`, alerts);
};

export const judgeMustNotRaise = async (told: Told, row: MustNotRaiseRow): Promise<Finding> => {
  const until = row.until ?? told.lastDay();
  const raised = (await told.alertsOf(row)).filter(
    (alert) =>
      londonDate(alert.raisedAt) <= until && (row.evidence === undefined || row.evidence.some((id) => told.hasEvidence(alert, id))),
  );
  return raised.length === 0 ? undefined : found('there is such an alert', raised);
};

const isStillOpen = ({ status }: AlertView): boolean => status !== 'closed' && status !== 'superseded';

export const judgeCloses = async (told: Told, row: ClosesRow): Promise<Finding> => {
  const alerts = (await told.alertsOf(row)).filter((alert) => hasAll(told, alert, row.evidence));
  const by = told.record(row.by).data;
  const amended = by.corrects ?? by.retracts;
  const ended = alerts.filter((alert) => told.isRecord(row.by, alert.closedBy));
  if (ended.some(({ status }) => status === 'closed')) return undefined;
  if (amended === undefined || !ended.some(({ status }) => status === 'superseded')) return found(`none ended by ${row.by}`, alerts);
  const left = alerts.filter((alert) => isStillOpen(alert) && told.hasEvidence(alert, amended.id));
  return left.length === 0 ? undefined : found('superseded, but one about the amended record is open', left);
};

export const judgeStaysOpen = async (told: Told, row: AlertRow): Promise<Finding> => {
  const alerts = (await told.alertsOf(row)).filter((alert) => hasAll(told, alert, row.evidence));
  const standing = alerts.filter(({ status }) => status !== 'superseded');
  return standing.length > 0 && standing.every(isStillOpen) ? undefined : found('not open', alerts);
};

const differs = (what: string, expected: readonly string[], actual: readonly string[]): Finding =>
  expected.join() === actual.join() ? undefined : `${what}: expected ${expected.join(', ')}; found ${actual.join(', ')}`;

export const judgeChronology = async (told: Told, row: ChronologyRow): Promise<Finding> => {
  const entries = await told.hub.chronology(row.person, {
    ...(row.asAt === undefined ? {} : { asAt: row.asAt }),
    ...(row.knownTo === undefined ? {} : { knownTo: row.knownTo }),
    ...(row.household === undefined ? {} : { household: row.household }),
  });
  const idsWhere = (mark: 'corrected' | 'retracted'): readonly string[] =>
    entries
      .filter((entry) => entry[mark])
      .map(({ id }) => id)
      .sort();
  const order = entries.map(({ id }) => id);
  return (
    differs('entries', row.expectIds, order) ??
    differs('corrected', [...row.corrected].sort(), idsWhere('corrected')) ??
    differs('retracted', [...row.retracted].sort(), idsWhere('retracted'))
  );
};

const valueAt = (page: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined), page);

export const judgeSummary = async (told: Told, row: SummaryRow): Promise<Finding> => {
  const value = valueAt(await told.hub.summary(row.person, row.asAt), row.path);
  if (row.count !== undefined) {
    const count = Array.isArray(value) ? value.length : undefined;
    return count === row.count ? undefined : `expected ${String(row.count)} entries; found ${JSON.stringify(value)}`;
  }
  const same = JSON.stringify(value) === JSON.stringify(row.equals);
  return same ? undefined : `expected ${JSON.stringify(row.equals)}; found ${JSON.stringify(value)}`;
};

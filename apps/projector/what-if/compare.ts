import type { RehearsedAlert } from '../rehearsal/messages';

/** What became of one alert when another safeguard judged. */
export type Change = 'added' | 'gone' | 'earlier' | 'later' | 'unchanged';

export interface Compared {
  readonly change: Change;
  /** As it is with the sent safeguard; where it is gone, as it was. */
  readonly alert: RehearsedAlert;
  /** When it was raised by the safeguards in force, where that was another time. */
  readonly raisedBefore?: number;
}

const matterOf = ({ partnership, safeguard, agency, person, trigger, escalated }: RehearsedAlert): string =>
  JSON.stringify([partnership, safeguard, agency, person, trigger.source, trigger.id, escalated === true]);

const stateOf = ({ partnership, safeguard, agency, person }: RehearsedAlert): string =>
  JSON.stringify([partnership, safeguard, agency, person]);

const grouped = (alerts: readonly RehearsedAlert[], key: (alert: RehearsedAlert) => string): Map<string, RehearsedAlert[]> => {
  const groups = new Map<string, RehearsedAlert[]>();
  for (const alert of alerts) {
    const group = groups.get(key(alert));
    if (group === undefined) groups.set(key(alert), [alert]);
    else group.push(alert);
  }
  return groups;
};

const both = (before: RehearsedAlert, alert: RehearsedAlert): Compared => {
  if (before.raisedAt === alert.raisedAt) return { change: 'unchanged', alert };
  return { change: alert.raisedAt < before.raisedAt ? 'earlier' : 'later', alert, raisedBefore: before.raisedAt };
};

/** Whether the first was still open when the second was raised: they tell of one state, by different records. */
const stillOpen = (first: RehearsedAlert, second: RehearsedAlert): boolean =>
  first.raisedAt <= second.raisedAt && (first.closedAt === undefined || first.closedAt > second.raisedAt);

const sameState = (one: RehearsedAlert, other: RehearsedAlert): boolean => stillOpen(one, other) || stillOpen(other, one);

/**
 * Pairs what is raised before and after. Alerts are one matter when safeguard, agency, person and trigger are the same; of the rest,
 * when safeguard, agency and person are, and the earlier one was still open when the later was raised.
 */
export const compared = (before: readonly RehearsedAlert[], after: readonly RehearsedAlert[]): readonly Compared[] => {
  const found: Compared[] = [];
  const was = grouped(before, matterOf);
  const added: RehearsedAlert[] = [];
  for (const alert of after) {
    const match = was.get(matterOf(alert))?.shift();
    if (match === undefined) added.push(alert);
    else found.push(both(match, alert));
  }
  const gone = grouped([...was.values()].flat(), stateOf);
  for (const alert of added) {
    const candidates = gone.get(stateOf(alert)) ?? [];
    const at = candidates.findIndex((candidate) => sameState(candidate, alert));
    const [match] = at < 0 ? [] : candidates.splice(at, 1);
    found.push(match === undefined ? { change: 'added', alert } : both(match, alert));
  }
  for (const alert of [...gone.values()].flat()) found.push({ change: 'gone', alert });
  return found.sort((one, other) => one.alert.raisedAt - other.alert.raisedAt || (one.alert.id < other.alert.id ? -1 : 1));
};

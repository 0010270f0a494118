import { formatInstant, londonDay, type RefToken } from '@throughline/kernel';
import type { AlertClass } from '@throughline/safeguards';
import type { RehearsedAlert } from '../rehearsal/messages';
import { type Change, compared, type Compared } from './compare';

type Changes = Record<Change, number>;
type Classes = Record<AlertClass, number>;

/** One alert that would have been different. It tells nothing of the person but their id. */
export interface ChangedAlert {
  readonly change: Exclude<Change, 'unchanged'>;
  readonly partnership: string;
  readonly safeguard: string;
  readonly agency: string;
  readonly class: AlertClass;
  readonly person: string;
  readonly raisedAt: string;
  /** When it was raised by the safeguards in force, where that was another time. */
  readonly raisedBefore: string | null;
}

export interface WhatIfReport {
  readonly safeguard: string;
  /** Whether it stands in the place of one in force, or beside them all. */
  readonly replaces: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly records: number;
  readonly totals: Changes;
  readonly months: readonly (Changes & { readonly partnership: string; readonly agency: string; readonly month: string })[];
  /** Inbox items of each agency in a year: one for each person and record that raised it, by the loudest of their lines. */
  readonly load: readonly {
    readonly partnership: string;
    readonly agency: string;
    readonly year: string;
    readonly before: Classes;
    readonly after: Classes;
  }[];
  readonly alerts: readonly ChangedAlert[];
  /** How many more there are than `alerts` shows. */
  readonly furtherAlerts: number;
}

export interface Reported {
  readonly safeguard: string;
  readonly replaces: boolean;
  readonly records: number;
  readonly inForce: readonly RehearsedAlert[];
  readonly withSent: readonly RehearsedAlert[];
  /** Days; alerts raised before the one or after the other are left out. */
  readonly from?: string;
  readonly to?: string;
  /** A person's id as the API gives it. */
  readonly personId: (ref: RefToken) => string;
}

const MOST_ALERTS = 1_000;
const LOUDEST_FIRST: readonly AlertClass[] = ['now', 'act', 'know', 'tidy'];

const noChanges = (): Changes => ({ added: 0, gone: 0, earlier: 0, later: 0, unchanged: 0 });
const noItems = (): Classes => ({ now: 0, act: 0, know: 0, tidy: 0 });

const inOrder = <Value>(values: ReadonlyMap<string, Value>): readonly Value[] =>
  [...values].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, value]) => value);

const monthsOf = (differences: readonly Compared[]): WhatIfReport['months'] => {
  const months = new Map<string, Changes & { partnership: string; agency: string; month: string }>();
  for (const { change, alert } of differences) {
    const month = londonDay(alert.raisedAt).slice(0, 7);
    const key = `${alert.partnership} ${alert.agency} ${month}`;
    const counts = months.get(key) ?? { partnership: alert.partnership, agency: alert.agency, month, ...noChanges() };
    months.set(key, counts);
    counts[change] += 1;
  }
  return inOrder(months).filter(({ added, gone, earlier, later }) => added + gone + earlier + later > 0);
};

/** Items as an inbox shows them, each in the year in which its first alert was raised. */
const itemsOf = (alerts: readonly RehearsedAlert[]): readonly RehearsedAlert[] => {
  const items = new Map<string, RehearsedAlert>();
  for (const alert of alerts) {
    const { partnership, agency, person, trigger } = alert;
    const key = JSON.stringify([partnership, agency, person, trigger.source, trigger.id]);
    const item = items.get(key);
    if (item === undefined) items.set(key, alert);
    else if (LOUDEST_FIRST.indexOf(alert.class) < LOUDEST_FIRST.indexOf(item.class)) items.set(key, { ...item, class: alert.class });
  }
  return [...items.values()];
};

const loadOf = (inForce: readonly RehearsedAlert[], withSent: readonly RehearsedAlert[]): WhatIfReport['load'] => {
  const load = new Map<string, { partnership: string; agency: string; year: string; before: Classes; after: Classes }>();
  const count = (alerts: readonly RehearsedAlert[], side: 'before' | 'after'): void => {
    for (const { partnership, agency, raisedAt, class: loudness } of itemsOf(alerts)) {
      const year = londonDay(raisedAt).slice(0, 4);
      const key = `${partnership} ${agency} ${year}`;
      const row = load.get(key) ?? { partnership, agency, year, before: noItems(), after: noItems() };
      load.set(key, row);
      row[side][loudness] += 1;
    }
  };
  count(inForce, 'before');
  count(withSent, 'after');
  return inOrder(load).filter(({ before, after }) => LOUDEST_FIRST.some((name) => before[name] !== after[name]));
};

/** What a sent safeguard would have changed, in numbers, and the first alerts that would have been different. */
export const reportOf = ({ safeguard, replaces, records, inForce, withSent, from, to, personId }: Reported): WhatIfReport => {
  const isAsked = ({ raisedAt }: RehearsedAlert): boolean => {
    const day = londonDay(raisedAt);
    return (from === undefined || day >= from) && (to === undefined || day <= to);
  };
  // Compared before they are cut: what is raised a day earlier is no less the same for lying beyond the first day.
  const differences = compared(inForce, withSent).filter(({ alert }) => isAsked(alert));
  const totals = noChanges();
  for (const { change } of differences) totals[change] += 1;
  const changed = differences.flatMap(({ change, alert, raisedBefore }): readonly ChangedAlert[] => {
    if (change === 'unchanged') return [];
    const { partnership, safeguard: id, agency, class: loudness, person, raisedAt } = alert;
    return [
      {
        ...{ change, partnership, safeguard: id, agency, class: loudness, person: personId(person) },
        raisedAt: formatInstant(raisedAt),
        raisedBefore: raisedBefore === undefined ? null : formatInstant(raisedBefore),
      },
    ];
  });
  return {
    ...{ safeguard, replaces, from: from ?? null, to: to ?? null, records, totals },
    months: monthsOf(differences),
    load: loadOf(inForce.filter(isAsked), withSent.filter(isAsked)),
    alerts: changed.slice(0, MOST_ALERTS),
    furtherAlerts: Math.max(0, changed.length - MOST_ALERTS),
  };
};

import { type Entry, keyText, sameRecord } from '@throughline/projections';
import type { RecordKey } from '@throughline/records';
import type { Alert } from '../alert';
import type { PersonCase } from './partnership-state';
import type { Rules } from './rules';
import type { Reopened } from './withdrawal';

/** What was said of the whole person: it stands, or it gave way to what said the same of them. */
const spoke = (person: PersonCase): readonly Alert[] => [
  ...person.alerts.values(),
  ...[...person.ended.values()].filter(({ status }) => status === 'superseded'),
];

const isSameMatter = (one: Alert, other: Alert): boolean =>
  one.safeguard === other.safeguard && one.agency === other.agency && sameRecord(one.trigger, other.trigger);

/** Whether an alert gave way to one that said the same of another reference, which turns out to be somebody else. */
const gaveWay = (alert: Alert, whole: PersonCase, part: PersonCase): boolean =>
  alert.status === 'superseded' &&
  part.file.has(alert.about) &&
  [...whole.alerts.values(), ...whole.ended.values()].some(
    (other) => isSameMatter(alert, other) && other.status !== 'superseded' && !part.file.has(other.about),
  );

/**
 * What is judged again when one person turns out to be several: a matter was open of the whole person once, so that of all but one of
 * them it was never said, or is said no more.
 *
 * @param find a record as it stands, whomever it names: what was said of a child may be shown by one that names only its mother
 */
export const silentOf = (
  whole: PersonCase,
  parts: readonly PersonCase[],
  rules: Rules,
  find: (key: RecordKey) => Entry | undefined,
): readonly Reopened[] => {
  const again = new Map<string, { readonly trigger: Entry; readonly safeguards: Set<string> }>();
  const judge = (trigger: Entry, safeguard: string): void => {
    const known = again.get(keyText(trigger)) ?? { trigger, safeguards: new Set<string>() };
    again.set(keyText(trigger), known);
    known.safeguards.add(safeguard);
  };
  for (const alert of spoke(whole)) {
    const { safeguard, agency } = alert;
    const rule = rules.byId.get(safeguard);
    if (rule === undefined) continue;
    if (rule.standing !== true) {
      const trigger = parts.some((part) => gaveWay(alert, whole, part)) ? find(alert.trigger) : undefined;
      if (trigger !== undefined) judge(trigger, safeguard);
      continue;
    }
    const first = whole.file.entry(alert.trigger);
    if (first === undefined) continue;
    for (const part of parts) {
      if ([...part.alerts.values()].some((other) => other.safeguard === safeguard && other.agency === agency)) continue;
      for (const entry of rule.on.flatMap((definition) => part.file.of(definition)))
        if (entry.index >= first.index) judge(entry, safeguard);
    }
  }
  return [...again.values()].sort((one, other) => one.trigger.index - other.trigger.index);
};

import { setTimeout as pause } from 'node:timers/promises';
import { formatInstant } from '@throughline/kernel';
import type { Log } from '@throughline/log';
import { Problem, type ProblemItem } from '@throughline/platform';
import {
  type CurrentSettings,
  type FilePlace,
  type FilePlaces,
  readPartnershipsText,
  readSettings,
  type Settings,
  type StatedPartnership,
} from '@throughline/projections';
import { HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import { safeguards } from '@throughline/safeguards';
import type { Sealer } from '@throughline/seal';

export interface SettingsChangesParts {
  readonly log: Log;
  readonly sealer: Sealer;
  readonly settings: Pick<CurrentSettings, 'refresh' | 'of' | 'all'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of the settings in force once a change of them is. */
  readonly changed?: (settings: readonly Settings[]) => Promise<void>;
}

export interface WantedSettings {
  /** A partnerships file, as text. */
  readonly text: string;
  /** The number that the caller expects to replace: one for all, or one for each partnership by its code. */
  readonly replaces: unknown;
  /** The partnerships that the caller may change. */
  readonly among: readonly string[];
  /** Only this entry of the file. */
  readonly partnership?: string;
}

interface Applied {
  readonly partnership: string;
  readonly number: number;
  readonly position: string;
}

const WRONG = 'the partnerships file cannot be applied';
const OTHERS = 'other settings are in force than the ones to be replaced';

/** The same text for the same settings, whatever the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );

const isSame = (current: Settings | undefined, entry: StatedPartnership): boolean =>
  current !== undefined && canonical(current) === canonical(readSettings({ number: current.number, settings: entry }));

/** A fault of the file, and where it is. */
const fileFault = (reason: string, place: FilePlace | undefined): ProblemItem => ({
  pointer: '/file',
  detail: place === undefined ? reason : `line ${place.line}, column ${place.column}: ${reason}`,
});

const expectedNumber = (replaces: unknown, partnership: string): unknown =>
  typeof replaces === 'object' && replaces !== null ? (replaces as Readonly<Record<string, unknown>>)[partnership] : replaces;

/** How a partnership's settings become the next ones: by a numbered record that names what it replaces (contract.md, section 5). */
export class SettingsChanges {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: SettingsChangesParts) {}

  /** As `applyNow`, one change after the other: of two that mean to replace the same settings the second is told that they are no longer in force. */
  apply(wanted: WantedSettings): Promise<{ readonly items: readonly Applied[] }> {
    const applied = this.last.then(() => this.applyNow(wanted));
    this.last = applied.catch(() => undefined);
    return applied;
  }

  /** Applies every entry that differs from what is in force, or none: 422 names every fault of the file, 409 a number that is no longer in force. */
  private async applyNow({ text, replaces, among, partnership }: WantedSettings): Promise<{ readonly items: readonly Applied[] }> {
    const { settings } = this.parts;
    const read = readPartnershipsText(text, { safeguards: safeguards.map(({ id }) => id) });
    if ('faults' in read) {
      const errors = read.faults.map((fault) => fileFault(fault.reason, fault));
      throw new Problem(422, WRONG, errors);
    }
    await settings.refresh();
    const entries = read.file.partnerships.filter(({ code }) => partnership === undefined || code === partnership);
    const changed = entries.filter((entry) => !isSame(settings.of(entry.code), entry));
    this.refuseWhatMayNotBe(changed, among, read.places);
    this.refuseOtherNumbers(changed, replaces);
    const items = await this.put(changed);
    await this.awaitInForce(items);
    this.refuseWhatCameSecond(changed, items);
    await this.parts.changed?.(settings.all());
    return { items };
  }

  private refuseWhatMayNotBe(changed: readonly StatedPartnership[], among: readonly string[], places: FilePlaces): void {
    const { settings } = this.parts;
    const owners = new Map(settings.all().flatMap(({ code, agencies }) => agencies.map((agency) => [agency.code, code] as const)));
    const errors: ProblemItem[] = [];
    for (const { code, agencies } of changed) {
      if (!among.includes(code)) errors.push(fileFault(`${code} is not a partnership of this hub`, places.partnerships.get(code)));
      for (const agency of agencies) {
        const owner = owners.get(agency.code);
        if (owner !== undefined && owner !== code)
          errors.push(fileFault(`the agency ${agency.code} belongs to ${owner}`, places.agencies.get(agency.code)));
      }
    }
    if (errors.length > 0) throw new Problem(422, WRONG, errors);
  }

  private refuseOtherNumbers(changed: readonly StatedPartnership[], replaces: unknown): void {
    const conflicts = changed
      .map(({ code }) => ({ code, inForce: this.parts.settings.of(code)?.number, expected: expectedNumber(replaces, code) }))
      .filter(({ inForce, expected }) => inForce !== expected);
    const unsaid = conflicts.filter(({ expected }) => !Number.isSafeInteger(expected));
    const named = (list: typeof conflicts): ProblemItem[] =>
      list.map(({ code, inForce }) => ({ pointer: '/replaces', detail: `${code} has settings ${inForce ?? 0} in force` }));
    if (unsaid.length > 0) throw new Problem(422, 'the number that is expected to be replaced is missing', named(unsaid));
    if (conflicts.length > 0) throw new Problem(409, OTHERS, named(conflicts));
  }

  /** The id of a change is its number, so of two that replace the same one only the first has an effect. */
  private async put(changed: readonly StatedPartnership[]): Promise<readonly Applied[]> {
    const { log, sealer, settings, now } = this.parts;
    const time = formatInstant(now());
    const numbered = changed.map((entry) => ({ entry, number: (settings.of(entry.code)?.number ?? 0) + 1 }));
    const envelopes = await sealer.sealAll(
      numbered.map(({ entry, number }) => ({
        record: {
          partnership: entry.code,
          source: HUB_SOURCE,
          id: `settings:${number}`,
          type: hubTypes.settingsChanged,
          time,
          recordedtime: time,
          data: { number, settings: entry },
        },
      })),
    );
    const positions = await log.append(
      envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })),
    );
    return numbered.map(({ entry, number }, place) => ({
      partnership: entry.code,
      number,
      position: `${entry.code}:${positions[place] ?? ''}`,
    }));
  }

  /** Another process of the hub may have put other settings under the same number; then those hold, and these were set aside. */
  private refuseWhatCameSecond(changed: readonly StatedPartnership[], items: readonly Applied[]): void {
    const { settings } = this.parts;
    const lost = changed.filter((entry, place) => {
      const current = settings.of(entry.code);
      return current !== undefined && current.number === items[place]?.number && !isSame(current, entry);
    });
    const errors = lost.map(({ code }) => ({
      pointer: '/replaces',
      detail: `${code} has settings ${settings.of(code)?.number ?? 0} in force`,
    }));
    if (errors.length > 0) throw new Problem(409, OTHERS, errors);
  }

  private async awaitInForce(items: readonly Applied[]): Promise<void> {
    const until = performance.now() + 10_000;
    const areInForce = (): boolean =>
      items.every(({ partnership, number }) => (this.parts.settings.of(partnership)?.number ?? 0) >= number);
    while (!areInForce() && performance.now() < until) {
      await pause(50);
      await this.parts.settings.refresh();
    }
  }
}

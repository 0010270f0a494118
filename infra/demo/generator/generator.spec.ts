import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { agencyOfRef, DAY, londonDay } from '@throughline/kernel';
import { catalogue, replacementFaults, shortType, validateRecord } from '@throughline/records';
import { parse } from 'yaml';
import { demoFamilies, demoPartnershipsFile } from '..';
import { generatePartnerships, type Generated, type PartnershipMade } from '.';
import { HABITS } from './agencies/habits';
import type { MadeRecord } from './lives/told';

const { partnerships } = parse(readFileSync(demoPartnershipsFile, 'utf8')) as { readonly partnerships: readonly PartnershipMade[] };
const SIZE = 20_000;
const ASKED: Generated = { seed: 7, records: SIZE, endingOn: '2026-11-20', partnerships };

const digest = (asked: Generated): string => {
  const hash = createHash('sha256');
  for (const { line } of generatePartnerships(asked)) hash.update(line);
  return hash.digest('hex');
};

interface Named {
  readonly people: readonly {
    readonly ref: string;
    readonly details?: { readonly nhsNumber?: string; readonly family?: string; readonly given?: string };
  }[];
  readonly corrects?: { readonly source: string; readonly id: string };
  readonly retracts?: { readonly source: string; readonly id: string };
  readonly replacement?: object;
}

const dataOf = (record: MadeRecord): Named => record.data as unknown as Named;

describe('a generated history', () => {
  let history: readonly MadeRecord[];

  beforeAll(() => {
    history = [...generatePartnerships(ASKED)].map(({ line }) => JSON.parse(line) as MadeRecord);
  });

  it('has as many records as were asked for, each of its own source and id', () => {
    expect(history).toHaveLength(SIZE);
    expect(new Set(history.map(({ source, id, partnership }) => `${partnership} ${source} ${id}`)).size).toBe(SIZE);
  });

  it('is valid by the catalogue, record by record', () => {
    const context = { mayPublishAs: () => true, mayImport: true, now: Date.parse('2026-11-21T00:00:00Z') };
    const refused = history
      .map((record) => ({ record, verdict: validateRecord(record, context) }))
      .filter(({ verdict }) => 'faults' in verdict)
      .slice(0, 3);
    expect(refused).toEqual([]);
  });

  it('corrects and retracts only what was recorded before, with a replacement of the same type', () => {
    const byKey = new Map(history.map((record) => [`${record.source} ${record.id}`, record]));
    const amending = history.filter(({ type }) => type.includes('.record.'));
    expect(amending.length).toBeGreaterThan(SIZE / 200);
    const wrong = amending.filter((record) => {
      const { corrects, retracts, replacement } = dataOf(record);
      const named = corrects ?? retracts;
      const amended = byKey.get(`${named?.source ?? ''} ${named?.id ?? ''}`);
      if (amended === undefined || amended.recordedtime >= record.recordedtime) return true;
      const agency = agencyOfRef(amended.subject) ?? '';
      return (
        replacement !== undefined && replacementFaults(replacement, { type: amended.type, agency, subject: amended.subject }).length > 0
      );
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('comes out the same, byte for byte, for the same seed, and another for another', () => {
    const small = { ...ASKED, records: 2_000 };
    expect(digest(small)).toBe(digest(small));
    expect(digest({ ...small, seed: 8 })).not.toBe(digest(small));
  });

  it('tells every type of the catalogue, in its first version, but the one that the hub writes', () => {
    const told = new Set(history.map(({ type }) => type));
    const first = catalogue.map(({ type }) => type).filter((type) => type.endsWith('.v1'));
    expect(first.filter((type) => !told.has(type))).toEqual(['throughline.marac.transfer-received.v1']);
  });

  it('is recorded by every kind of agency, each by its own references', () => {
    const kindOf = new Map(partnerships.flatMap(({ agencies }) => agencies.map(({ code, kind }) => [code, kind] as const)));
    const recording = new Set(history.map(({ source }) => kindOf.get(source.split('/')[2] ?? '')));
    expect([...recording].sort()).toEqual(Object.keys(HABITS).sort());
    expect(history.filter(({ source, subject }) => agencyOfRef(subject) !== source.split('/')[2])).toEqual([]);
  });

  it('runs in each partnership in the order of recording, over three years, to the last day', () => {
    for (const { code } of partnerships) {
      const recorded = history.filter(({ partnership }) => partnership === code).map(({ recordedtime }) => recordedtime);
      expect(recorded).toEqual([...recorded].sort());
      expect(londonDay(Date.parse(recorded.at(-1) ?? ''))).toBe('2026-11-20');
      expect(Date.parse(recorded.at(-1) ?? '') - Date.parse(recorded[0] ?? '')).toBeGreaterThan(1_000 * DAY);
      expect(recorded.length).toBeGreaterThan(SIZE / 6);
    }
  });

  it('happens before it is recorded: mostly soon, now and then after more than ninety days', () => {
    const days = history.map(({ time, recordedtime }) => (Date.parse(recordedtime) - Date.parse(time)) / DAY);
    expect(days.filter((late) => late < 0)).toEqual([]);
    expect(days.filter((late) => late < 10).length / SIZE).toBeGreaterThan(0.9);
    expect(days.filter((late) => late > 90).length).toBeGreaterThan(SIZE / 500);
  });

  it('has quiet families, ordinary ones, and busy ones with nine agencies and a hundred records a year', () => {
    const families = new Map<string, MadeRecord[]>();
    for (const record of history) {
      const key = `${record.partnership} ${record.id.split('-')[0] ?? ''}`;
      families.set(key, [...(families.get(key) ?? []), record]);
    }
    const sizes = [...families.values()].map((records) => records.length);
    expect(sizes.filter((size) => size <= 10).length / sizes.length).toBeGreaterThan(0.4);
    expect(sizes.filter((size) => size > 10 && size < 100).length / sizes.length).toBeGreaterThan(0.25);
    const busy = [...families.values()].filter((records) => records.length > 110 && new Set(records.map(({ source }) => source)).size >= 9);
    expect(busy.length).toBeGreaterThan(5);
    const rates = busy.map(
      (records) => (records.length * 365 * DAY) / (Date.parse(records.at(-1)?.time ?? '') - Date.parse(records[0]?.time ?? '')),
    );
    const middle = rates.sort((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0;
    expect(middle).toBeGreaterThan(80);
    expect(middle).toBeLessThan(180);
  });

  it('gives nobody an NHS number or a family name of the demo’s own families', async () => {
    const own = (await demoFamilies()).flatMap(({ lines }) => lines.map((line) => JSON.parse(line) as MadeRecord));
    const details = (records: readonly MadeRecord[]) =>
      records.flatMap((record) => dataOf(record).people.map((person) => person.details ?? {}));
    const numbers = new Set(details(own).map(({ nhsNumber }) => nhsNumber));
    const victims = new Set(
      own.map((record) => dataOf(record).people[0]?.details).map((held) => `${held?.given ?? ''} ${held?.family ?? ''}`),
    );
    victims.delete(' ');
    numbers.delete(undefined);
    expect(details(history).filter(({ nhsNumber }) => nhsNumber !== undefined && numbers.has(nhsNumber))).toEqual([]);
    expect(details(history).filter(({ given, family }) => victims.has(`${given ?? ''} ${family ?? ''}`))).toEqual([]);
  });

  it('leaves out what a good record would say, now and then', () => {
    const decisions = history.filter(({ type }) => ['referral.decided', 'case.closed'].includes(shortType(type)));
    const unjustified = decisions.filter(({ data }) => data['justification'] === undefined).length / decisions.length;
    expect(unjustified).toBeGreaterThan(0.01);
    expect(unjustified).toBeLessThan(0.1);
  });
});

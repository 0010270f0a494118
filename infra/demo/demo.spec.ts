import { agencyOfRef, parseInstant } from '@throughline/kernel';
import { mayNameAnyAgency, replacementFaults, validateRecord } from '@throughline/records';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type DemoFamily, demoFamilies, demoHistory, demoPartnershipsFile, demoPeopleFile } from '.';

interface DemoRecord {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly partnership: string;
  readonly data: {
    readonly people: readonly {
      readonly ref: string;
      readonly details?: { readonly nhsNumber?: string };
    }[];
    readonly corrects?: { readonly source: string; readonly id: string };
    readonly replacement?: Record<string, unknown>;
    readonly meetingOn?: string;
    readonly address?: { readonly sensitive?: boolean };
  };
}

interface Partnerships {
  readonly partnerships: readonly {
    readonly code: string;
    readonly agencies: readonly { readonly code: string }[];
  }[];
}

interface People {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly agency?: string;
    readonly partnership?: string;
    readonly role: string;
    readonly title: string;
  }[];
}

const day = 24 * 60 * 60 * 1000;
/** Nothing was recorded later: an import whose `recordedtime` lies in the future is refused. */
const latest = Date.parse('2026-11-20T23:59:59Z');

const recordsOf = (family: DemoFamily): readonly DemoRecord[] => family.lines.map((line) => JSON.parse(line) as DemoRecord);

const readYaml = async <T>(path: string): Promise<T> => parse(await readFile(path, 'utf8')) as T;

/** The meetings of a partnership's MARAC: every so many days from its first. */
const meetings: Readonly<Record<string, { readonly from: string; readonly every: number }>> = {
  northgate: { from: '2010-01-07', every: 14 },
  riverside: { from: '2010-01-05', every: 28 },
};

describe('the demo history', () => {
  let families: readonly DemoFamily[];
  let all: readonly DemoRecord[];
  let agencies: ReadonlyMap<string, string>;

  beforeAll(async () => {
    families = await demoFamilies();
    all = families.flatMap(recordsOf);
    const { partnerships } = await readYaml<Partnerships>(demoPartnershipsFile);
    agencies = new Map(partnerships.flatMap(({ code, agencies: of }) => of.map((agency) => [agency.code, code])));
  });

  it('is a handful of families', () => {
    expect(families.map(({ name }) => name)).toEqual([
      'a-move-without-sanctuary',
      'call-outs-that-add-up',
      'children-removed',
      'closed-before-marac',
      'heard-elsewhere',
      'repeat-referrals',
      'what-good-looks-like',
    ]);
  });

  it('is valid by the catalogue, line by line', () => {
    const faults = families.flatMap((family) =>
      family.lines.flatMap((line, index) => {
        const verdict = validateRecord(JSON.parse(line), {
          mayPublishAs: (agency) => agencies.has(agency),
          mayImport: true,
          now: latest,
        });
        return 'faults' in verdict
          ? verdict.faults.map((fault) => `${family.name}:${String(index + 1)} ${fault.pointer} ${fault.detail}`)
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('corrects with data that fit the corrected record', () => {
    const byKey = new Map(all.map((record) => [`${record.source} ${record.id}`, record]));
    for (const { source, data } of all.filter(({ type }) => type === 'throughline.record.corrected.v1')) {
      const corrected = byKey.get(`${data.corrects?.source ?? ''} ${data.corrects?.id ?? ''}`);
      expect(corrected?.source).toBe(source);
      const faults = replacementFaults(data.replacement, {
        type: corrected?.type ?? '',
        agency: source.split('/')[2] ?? '',
        subject: corrected?.subject ?? '',
      });
      expect(faults).toEqual([]);
    }
  });

  it('stands in the order in which it was recorded, none before it happened', () => {
    for (const family of families) {
      const records = recordsOf(family);
      const recorded = records.map(({ recordedtime }) => parseInstant(recordedtime) ?? NaN);
      expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
      expect(records.filter(({ time, recordedtime }) => (parseInstant(time) ?? NaN) > (parseInstant(recordedtime) ?? NaN))).toEqual([]);
    }
  });

  it('is merged by the time of recording, and none is lost', async () => {
    const merged = (await demoHistory()).map((line) => JSON.parse(line) as DemoRecord);
    expect(merged).toHaveLength(all.length);
    const recorded = merged.map(({ recordedtime }) => parseInstant(recordedtime) ?? NaN);
    expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
  });

  it('has ids that are unique', () => {
    expect(new Set(all.map(({ source, id }) => `${source} ${id}`)).size).toBe(all.length);
  });

  it('is published by agencies of its partnership, each by its own references', () => {
    for (const { source, partnership, type, data } of all) {
      const agency = source.split('/')[2] ?? '';
      expect(agencies.get(agency)).toBe(partnership);
      if (!mayNameAnyAgency(type)) expect(data.people.filter(({ ref }) => agencyOfRef(ref) !== agency)).toEqual([]);
    }
  });

  it('keeps the people of one family out of every other', () => {
    const familyOf = new Map<string, string>();
    for (const family of families) {
      for (const { data } of recordsOf(family)) {
        for (const { ref, details } of data.people) {
          for (const key of [ref, details?.nhsNumber].filter((one) => one !== undefined)) {
            expect(familyOf.get(key) ?? family.name).toBe(family.name);
            familyOf.set(key, family.name);
          }
        }
      }
    }
  });

  it('holds MARAC meetings on the days on which the partnership holds them', () => {
    for (const { partnership, data } of all) {
      const rhythm = meetings[partnership];
      if (data.meetingOn === undefined || rhythm === undefined) continue;
      expect(((Date.parse(data.meetingOn) - Date.parse(rhythm.from)) / day) % rhythm.every).toBe(0);
    }
  });

  it('marks every home that somebody fled to as sensitive', () => {
    const homes = /housing\.(tenancy-started|property-allocated|safe-accommodation-placed)/;
    expect(all.filter(({ type, data }) => homes.test(type) && data.address?.sensitive !== true)).toEqual([]);
  });

  it('is long past and quite recent: some deadlines are still to come', () => {
    const recorded = all.map(({ recordedtime }) => parseInstant(recordedtime) ?? NaN);
    expect(Math.min(...recorded)).toBeLessThan(Date.parse('2020-02-01T00:00:00Z'));
    expect(recorded.filter((at) => at > latest - 14 * day).length).toBeGreaterThan(10);
  });

  it.each([
    'police.incident-recorded',
    'person.details-recorded',
    'involvement.started',
    'involvement.ended',
    'referral.made',
    'referral.decided',
    'case.opened',
    'case.closure-proposed',
    'case.closed',
    'coordination.view-given',
    'housing.tenancy-started',
    'housing.property-allocated',
    'housing.sanctuary-assessed',
    'risk.assessment-completed',
    'marac.case-listed',
    'marac.case-heard',
    'police.flag-placed',
    'police.flag-removed',
    'record.corrected',
    'record.retracted',
  ])('shows %s', (type) => {
    expect(all.some((record) => record.type === `throughline.${type}.v1`)).toBe(true);
  });

  it('never names the person in what is not sealed: ids and numbers', () => {
    const names = /rahman|adeyemi|mensah|platts|fletcher|garside|marsden|brookes|hallam|sissons|popescu|bartley/i;
    expect(all.filter(({ id, subject }) => names.test(id) || names.test(subject))).toEqual([]);
  });
});

describe('the people of the demo', () => {
  it('can sign in for every agency of Northgate, for Riverside, and for the independent review panel', async () => {
    const { people } = await readYaml<People>(demoPeopleFile);
    const { partnerships } = await readYaml<Partnerships>(demoPartnershipsFile);
    const codesOf = (code: string): readonly string[] =>
      partnerships.find((partnership) => partnership.code === code)?.agencies.map((agency) => agency.code) ?? [];
    const staffed = new Set(people.map(({ agency }) => agency));
    expect(codesOf('northgate').filter((code) => !staffed.has(code))).toEqual([]);
    expect(people.filter(({ agency }) => codesOf('riverside').includes(agency ?? ''))).toHaveLength(2);
    expect(people.filter(({ role, agency }) => role === 'auditor' && agency === undefined)).toHaveLength(1);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(people.filter(({ role }) => !['practitioner', 'manager', 'privacy-lead', 'auditor', 'operator'].includes(role))).toEqual([]);
  });
});

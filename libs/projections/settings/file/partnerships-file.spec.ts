import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPartnershipsText } from './partnerships-file';

const demo = readFileSync(join(__dirname, '../../../../infra/demo/partnerships.yaml'), 'utf8');

const faultsOf = (text: string): string[] => {
  const read = readPartnershipsText(text);
  return 'faults' in read ? read.faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`) : [];
};

const WELL = `partnerships:
  - code: northgate
    name: Northgate
    agencies:
      - { code: police, kind: police, name: Northgate Police }
`;

describe('a partnerships file', () => {
  it('is read whole: the demo’s', () => {
    const read = readPartnershipsText(demo);
    expect('file' in read && read.file.partnerships.map(({ code, agencies }) => [code, agencies.length])).toEqual([
      ['northgate', 19],
      ['riverside', 6],
    ]);
    expect('file' in read && read.file.clients.map(({ id }) => id)).toEqual(['operator', 'auditor']);
  });

  it('may have a comma in a name, quoted or not', () => {
    const read = readPartnershipsText(demo);
    const names = 'file' in read ? read.file.partnerships.flatMap(({ agencies }) => agencies.map(({ name }) => name)) : [];
    expect(names).toContain('Crown Prosecution Service, Northgate');
  });

  it('tells where each partnership and each agency stands', () => {
    const read = readPartnershipsText(WELL);
    const places = 'file' in read ? read.places : undefined;
    expect(places?.partnerships.get('northgate')).toEqual({ line: 2, column: 11 });
    expect(places?.agencies.get('police')).toEqual({ line: 5, column: 17 });
  });

  it('may leave out all but code, name and agencies', () => {
    expect(faultsOf(WELL)).toEqual([]);
  });

  it.each([
    ['an unknown key', `${WELL}    thresold: {}\n`, '6:5 unknown key "thresold" in a partnership'],
    [
      'a scope that there is not',
      `${WELL}clients:\n  - { id: auditor, scopes: [audit:read, audit:write] }\n`,
      '7:41 "scopes" must be a list, each one of records:import, audit:read, operate',
    ],
    ['an unknown threshold', `${WELL}    thresholds: { maracTick: 12 }\n`, '6:19 unknown threshold "maracTick"'],
    [
      'a threshold that is no number',
      `${WELL}    thresholds: { maracTicks: many }\n`,
      '6:31 threshold "maracTicks" must be a whole number above 0',
    ],
    [
      'a span that no year has',
      `${WELL}    schoolHolidays: ["02-30/03-02"]\n`,
      '6:22 "schoolHolidays" must be a list, each a span of month and day like "07-22/09-02"',
    ],
    [
      'a bad date',
      `${WELL}    maracMeetings: { every: two weeks, on: Thursday, from: 2010-02-30 }\n`,
      '6:60 "from" must be a calendar date, YYYY-MM-DD',
    ],
    ['a wrong type', WELL.replace('name: Northgate\n', 'name: [Northgate]\n'), '3:11 "name" must be text'],
    ['a missing field', WELL.replace(', kind: police', ''), '5:9 "kind" is missing'],
    ['a code that stands twice', `${WELL}      - { code: police, kind: mash, name: MASH }\n`, '6:17 another agency has the code "police"'],
    ['no partnerships', 'clients: []\n', '1:1 "partnerships" is missing'],
  ])('with %s is refused, with line and column', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  describe('with pathways', () => {
    const known = { safeguards: ['marac-repeat', 'marac-referral-due', 'sanctuary-referral'] };
    const pathwayFaults = (...lines: readonly string[]): string[] => {
      const read = readPartnershipsText(`${WELL}    pathways:\n${lines.map((line) => `      ${line}\n`).join('')}`, known);
      return 'faults' in read ? read.faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`) : [];
    };

    it('by a link, in its own words, or both, for safeguards by their ids and families', () => {
      expect(
        pathwayFaults(
          '- { safeguards: [sanctuary-referral], title: Sanctuary, link: "https://northgate.example/sanctuary" }',
          '- safeguards: ["marac-*", "*"]',
          '  title: Ask the MARAC coordinator',
          '  text: Ring the coordinator.',
          '  resources: [{ title: The form, link: "https://northgate.example/form" }]',
        ),
      ).toEqual([]);
    });

    it.each([
      ['a safeguard that there is not', '- { safeguards: [sanctuary], title: S, text: T }', '7:24 no safeguard is called "sanctuary"'],
      ['a family that there is not', '- { safeguards: ["mash-*"], title: S, text: T }', '7:24 no safeguard is called "mash-*"'],
      [
        'what is no name of a safeguard',
        '- { safeguards: ["ma*rac"], title: S, text: T }',
        '7:24 "safeguards" must be a list, each a safeguard’s id, a family like "marac-*", or "*"',
      ],
      [
        'a safeguard that stands twice',
        '- { safeguards: [marac-repeat, marac-repeat], title: S, text: T }',
        '7:38 another pathway is for "marac-repeat"',
      ],
      ['neither link nor text', '- { safeguards: [marac-repeat], title: S }', '7:9 a pathway needs a "link" or a "text"'],
      [
        'a link that is not https',
        '- { safeguards: [marac-repeat], title: S, link: "http://northgate.example" }',
        '7:55 "link" must be an https address of at most 500 characters',
      ],
      [
        'a link that runs something',
        '- { safeguards: [marac-repeat], title: S, link: "javascript:alert(1)" }',
        '7:55 "link" must be an https address of at most 500 characters',
      ],
      ['no title', '- { safeguards: [marac-repeat], text: T }', '7:9 "title" is missing'],
      [
        'a resource without a link',
        '- { safeguards: [marac-repeat], title: S, text: T, resources: [{ title: R }] }',
        '7:70 "link" is missing',
      ],
      ['an unknown key', '- { safeguards: [marac-repeat], title: S, text: T, url: x }', '7:58 unknown key "url" in a pathway'],
    ])('with %s is refused, with line and column', (_, line, fault) => {
      expect(pathwayFaults(line)).toEqual([fault]);
    });
  });

  it('names the kinds that there are where it meets another', () => {
    expect(faultsOf(WELL.replace('kind: police', 'kind: polis'))[0]).toMatch(/^5:31 "kind" must be one of police, childrens-social-care, /);
  });

  it('names every fault at once', () => {
    expect(faultsOf(WELL.replace('name: Northgate\n', 'nam: Northgate\n').replace('kind: police', 'kind: polis'))).toHaveLength(3);
  });

  it('that is no YAML says where it ceases to be', () => {
    expect(faultsOf('partnerships: [\n  - x: }\n')[0]).toMatch(/^\d+:\d+ ./);
  });
});

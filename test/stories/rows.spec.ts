import { checkStory, rowTests } from './check-story';
import type { AlertView, ChronologyEntry, HubUnderTest } from './hub-under-test';
import { judgeChronology, judgeCloses, judgeMustNotRaise, judgeRaises, judgeStaysOpen, judgeSummary } from './rows';
import type { Story, StoryRecord } from './story';
import { Told } from './told';

const record = (id: string, ref: string, recordedtime: string, data: object = {}): StoryRecord => ({
  id,
  source: `/agencies/${ref.split(':')[0] ?? ''}`,
  type: 'throughline.housing.tenancy-started.v1',
  subject: ref,
  time: recordedtime,
  recordedtime,
  partnership: 'northgate',
  data: { people: [{ ref }], ...data },
});

const story: Story = {
  name: 'one-tenancy',
  lines: [],
  records: [
    record('tenancy', 'housing:1', '2024-07-01T09:00:00Z'),
    record('assessment', 'sanctuary:1', '2024-07-03T09:00:00Z'),
    record('correction', 'housing:1', '2024-07-04T09:00:00Z', {
      corrects: { source: '/agencies/housing', id: 'tenancy' },
    }),
  ],
  expected: { seed: '000', why: 'a tenancy' },
};

const alert = (over: Partial<AlertView> = {}): AlertView => ({
  id: 'a1',
  safeguard: 'sanctuary-referral',
  class: 'now',
  to: { agency: 'sanctuary' },
  person: 'p1',
  raisedAt: '2024-07-01T09:00:00.000Z',
  status: 'open',
  evidence: [{ source: '/agencies/housing', id: 'tenancy' }],
  ...over,
});

/** A hub that answers as it is told: housing:1 and sanctuary:1 are person p1, whose former id is p0. */
const hub = (alerts: readonly AlertView[], chronology: readonly ChronologyEntry[] = [], page: object = {}): HubUnderTest => ({
  alerts: () => Promise.resolve(alerts),
  chronology: () => Promise.resolve(chronology),
  summary: (person) =>
    ['housing:1', 'sanctuary:1', 'p1', 'p0'].includes(person)
      ? Promise.resolve({ id: 'p1', ...page })
      : Promise.resolve({ id: person, ...page }),
});

const told = (...alerts: readonly AlertView[]): Told => new Told(story, hub(alerts));
const holds = undefined;
const by = (id: string, source: string): Pick<AlertView, 'closedBy'> => ({
  closedBy: { id, source },
});

describe('a row of raises', () => {
  const row = {
    safeguard: 'sanctuary-referral',
    to: 'sanctuary',
    person: 'sanctuary:1',
    raisedOn: '2024-07-01',
    evidence: ['tenancy'],
  };

  it('holds for any reference of the person, and for a former id', async () => {
    expect(await judgeRaises(told(alert()), row)).toBe(holds);
    expect(
      await judgeRaises(told(alert({ person: 'p0' })), {
        ...row,
        person: ['housing:1', 'nobody:1'],
      }),
    ).toBe(holds);
  });

  it.each([
    ['another safeguard', { safeguard: 'property-security' }],
    ['another addressee', { to: { agency: 'housing' } }],
    ['another person', { person: 'p2' }],
    ['another day', { raisedAt: '2024-07-02T09:00:00Z' }],
    ['evidence of the same id from another agency', { evidence: [{ source: '/agencies/police', id: 'tenancy' }] }],
  ] as const)('does not hold for %s', async (_what, over) => {
    expect(await judgeRaises(told(alert(over)), row)).toContain('no such alert');
  });

  it('reads the day in London, where a summer evening in UTC is already tomorrow', async () => {
    expect(await judgeRaises(told(alert({ raisedAt: '2024-06-30T23:30:00Z' })), row)).toBe(holds);
  });

  it('takes any of several days, and any day where it names none', async () => {
    expect(
      await judgeRaises(told(alert()), {
        ...row,
        raisedOn: ['2024-06-30', '2024-07-01'],
      }),
    ).toBe(holds);
    expect(
      await judgeRaises(told(alert({ raisedAt: '2025-01-01T00:00:00Z' })), {
        safeguard: row.safeguard,
      }),
    ).toBe(holds);
  });

  it('counts with times, superseded ones left out', async () => {
    const superseded = alert({ id: 'a2', status: 'superseded' });
    expect(await judgeRaises(told(alert(), superseded), { ...row, times: 1 })).toBe(holds);
    expect(
      await judgeRaises(told(alert(), alert({ id: 'a3' })), {
        ...row,
        times: 1,
      }),
    ).toContain('2 instead of 1');
  });

  it('asks for the class only where it names one', async () => {
    expect(await judgeRaises(told(alert({ class: 'know' })), row)).toBe(holds);
    expect(
      await judgeRaises(told(alert({ class: 'know' })), {
        ...row,
        class: 'now',
      }),
    ).toContain('no such alert');
  });
});

describe('a row of mustNotRaise', () => {
  const row = { safeguard: 'sanctuary-referral' };

  it('holds of anyone of the story, and of nobody else', async () => {
    expect(await judgeMustNotRaise(told(alert()), row)).toContain('there is such an alert');
    expect(await judgeMustNotRaise(told(alert({ person: 'stranger' })), row)).toBe(holds);
  });

  it('counts what was superseded since', async () => {
    expect(await judgeMustNotRaise(told(alert({ status: 'superseded' })), row)).toContain('there is such an alert');
  });

  it('speaks up to and including its day, else the last day of the story', async () => {
    expect(await judgeMustNotRaise(told(alert()), { ...row, until: '2024-06-30' })).toBe(holds);
    expect(await judgeMustNotRaise(told(alert()), { ...row, until: '2024-07-01' })).toContain('there is such an alert');
    expect(await judgeMustNotRaise(told(alert({ raisedAt: '2024-07-05T09:00:00Z' })), row)).toBe(holds);
  });

  it('is broken by any one of its evidence', async () => {
    expect(
      await judgeMustNotRaise(told(alert()), {
        ...row,
        evidence: ['assessment'],
      }),
    ).toBe(holds);
    expect(
      await judgeMustNotRaise(told(alert()), {
        ...row,
        evidence: ['assessment', 'tenancy'],
      }),
    ).toContain('there is such an alert');
  });
});

describe('a row of closes', () => {
  const row = { safeguard: 'sanctuary-referral', by: 'assessment' };

  it('holds where that record closed it', async () => {
    expect(
      await judgeCloses(
        told(
          alert({
            status: 'closed',
            ...by('assessment', '/agencies/sanctuary'),
          }),
        ),
        row,
      ),
    ).toBe(holds);
    expect(await judgeCloses(told(alert()), row)).toContain('none ended by assessment');
    expect(
      await judgeCloses(
        told(
          alert({
            status: 'superseded',
            ...by('assessment', '/agencies/sanctuary'),
          }),
        ),
        row,
      ),
    ).toContain('none ended');
  });

  it('holds where a correction superseded it and nothing about the corrected record is open', async () => {
    const superseded = alert({
      status: 'superseded',
      ...by('correction', '/agencies/housing'),
    });
    const corrected = { ...row, by: 'correction' };
    expect(await judgeCloses(told(superseded), corrected)).toBe(holds);
    expect(await judgeCloses(told(superseded, alert({ id: 'a2' })), corrected)).toContain('is open');
  });
});

describe('a row of staysOpen', () => {
  const row = { safeguard: 'sanctuary-referral' };

  it('holds where one is open and none has closed, superseded ones apart', async () => {
    expect(await judgeStaysOpen(told(alert({ status: 'escalated' }), alert({ id: 'a2', status: 'superseded' })), row)).toBe(holds);
    expect(await judgeStaysOpen(told(alert(), alert({ id: 'a2', status: 'closed' })), row)).toContain('not open');
    expect(await judgeStaysOpen(told(), row)).toContain('not open');
    expect(await judgeStaysOpen(told(alert({ status: 'superseded' })), row)).toContain('not open');
  });
});

describe('a row of chronology', () => {
  const entries = [
    { id: 'tenancy', corrected: true, retracted: false },
    { id: 'assessment', corrected: false, retracted: false },
  ];
  const row = {
    person: 'housing:1',
    expectIds: ['tenancy', 'assessment'],
    corrected: ['tenancy'],
    retracted: [],
  };

  it('holds in this order, with these marks', async () => {
    expect(await judgeChronology(new Told(story, hub([], entries)), row)).toBe(holds);
    expect(await judgeChronology(new Told(story, hub([], [...entries].reverse())), row)).toContain('entries');
    expect(
      await judgeChronology(new Told(story, hub([], entries)), {
        ...row,
        corrected: [],
      }),
    ).toContain('corrected');
    expect(
      await judgeChronology(new Told(story, hub([], entries)), {
        ...row,
        retracted: ['tenancy'],
      }),
    ).toContain('retracted');
  });
});

describe('a row of summary', () => {
  const page = { marac: { timesHeard: 2 }, discrepancies: [{}, {}] };
  const of = (path: string, expected: object): Promise<string | undefined> =>
    judgeSummary(new Told(story, hub([], [], page)), {
      person: 'housing:1',
      path,
      ...expected,
    });

  it('looks along its path', async () => {
    expect(await of('marac.timesHeard', { equals: 2 })).toBe(holds);
    expect(await of('marac.timesHeard', { equals: 1 })).toContain('expected 1; found 2');
    expect(await of('discrepancies', { count: 2 })).toBe(holds);
    expect(await of('discrepancies', { count: 0 })).toContain('expected 0 entries');
    expect(await of('absent.there', { equals: null })).toContain('found undefined');
  });
});

describe('the rows of a story as tests', () => {
  const expected = {
    ...story.expected,
    raises: [
      {
        safeguard: 'sanctuary-referral',
        to: 'sanctuary',
        person: 'housing:1',
        raisedOn: '2024-07-01',
        evidence: ['tenancy'],
      },
    ],
    mustNotRaise: [{ safeguard: 'risk-raised', why: 'never assessed' }],
    summary: [{ person: 'housing:1', path: 'marac.timesHeard', equals: 0 }],
  };

  it('are sentences, and leave out what the hub does not have', () => {
    const sentences = (inForce: Parameters<typeof rowTests>[1]): readonly string[] =>
      rowTests({ ...story, expected }, inForce).map(({ sentence }) => sentence);
    expect(sentences({ safeguards: ['sanctuary-referral', 'risk-raised'] })).toEqual([
      'raises sanctuary-referral to sanctuary about housing:1 on 2024-07-01 for tenancy',
      'does not raise risk-raised: never assessed',
      'marac.timesHeard of housing:1 is 0',
    ]);
    expect(sentences({ safeguards: [], summaryFields: ['riskLevel'] })).toEqual([]);
  });

  checkStory({ ...story, expected }, () => hub([alert()], [], { marac: { timesHeard: 0 } }), {
    safeguards: ['sanctuary-referral', 'risk-raised'],
  });
});

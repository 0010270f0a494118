import { addDays } from '@throughline/kernel';
import { caseClosed, caseOpened, involvementEnded, involvementStarted, referralDecided, referralMade } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { involvedAgencies, knownAgencies } from './involvement';

const about = { '#1': 'victim' } as const;
const risk = { '#3': 'person-posing-risk', '#1': 'victim' } as const;
const involved = (...history: readonly Noted[]) => involvedAgencies(caseFileOf(history, '#1', '2024-03-04')).map(({ agency }) => agency);
const known = (...history: readonly Noted[]) => knownAgencies(caseFileOf(history, '#1', '2024-03-04'));
const started = (agency: string, people: Noted['people'] = about, on = '2024-01-10'): Noted => ({
  type: involvementStarted,
  on,
  people,
  agency,
  data: { service: 'other' },
});
const ended = (agency: string, people: Noted['people'] = about): Noted => ({
  ...started(agency, people, '2024-02-10'),
  type: involvementEnded,
});
const referred = (service: string, more: object = {}, people: Noted['people'] = about): Noted => ({
  type: referralMade,
  on: '2024-01-10',
  people,
  agency: 'police',
  data: { referralId: 'r', service, ...more },
});
const decided = (outcome: string): Noted => ({
  type: referralDecided,
  on: '2024-01-12',
  people: about,
  agency: 'idva',
  data: { referralId: 'r', outcome },
});
const opened: Noted = { type: caseOpened, on: '2024-01-10', people: about, agency: 'csc', data: { caseId: 'c', service: 'other' } };
const closed: Noted = {
  type: caseClosed,
  on: '2024-02-10',
  people: about,
  agency: 'csc',
  data: { caseId: 'c', reason: 'completed', consulted: [] },
};

describe('Involved agencies', () => {
  it('have an involvement or a case that has not ended, the oldest first', () => {
    expect(involved(started('gp'), opened)).toEqual(['csc', 'gp']);
    expect(involved(started('gp'), ended('gp'), opened, closed)).toEqual([]);
    expect(involved(started('gp'), ended('idva'), opened, { ...closed, data: { caseId: 'd' } })).toEqual(['csc', 'gp']);
  });

  it('stay with one child when they end with another', () => {
    const family: Noted = {
      ...started('police'),
      relationships: [
        { from: '#1', to: '#2', kind: 'parent-of' },
        { from: '#1', to: '#4', kind: 'parent-of' },
      ],
    };
    const [one, two] = [
      { '#2': 'child', '#1': 'victim' },
      { '#4': 'child', '#1': 'victim' },
    ] as const;
    expect(involved(family, started('gp', one), started('gp', two), ended('gp', one))).toContain('gp');
    expect(involved(family, started('gp', one), started('gp', two), ended('gp', one), ended('gp', two))).not.toContain('gp');
  });

  it('are who made and who received a referral, while it is undecided or accepted and not ended', () => {
    expect(involved(referred('idva'))).toEqual(['idva', 'police']);
    expect(involved(referred('idva'), decided('accepted'))).toEqual(['idva', 'police']);
    expect(involved(referred('idva'), decided('declined'))).toEqual([]);
    expect(involved(referred('idva'), decided('accepted'), ended('idva'))).toEqual([]);
    expect(involved(referred('mash', { to: 'csc' }), decided('accepted'))).toEqual([]);
  });

  it('are no services for the person posing risk, but police, probation and children’s social care', () => {
    expect(involved(started('gp', risk), started('change', risk), started('probation', risk))).toEqual(['probation']);
    expect(involved(started('change', about))).toEqual([]);
    expect(involved(referred('perpetrator-programme', {}, risk))).toEqual(['police']);
    expect(involved(started('probation', risk), ended('probation', risk))).toEqual([]);
  });
});

describe('Involved and known agencies', () => {
  const agencies = ['gp', 'csc', 'idva', 'police', 'probation'] as const;
  const step = fc.record({
    agency: fc.constantFrom(...agencies),
    kind: fc.constantFrom('start', 'end', 'open', 'close', 'refer', 'accept', 'decline'),
    to: fc.constantFrom(...agencies),
    day: fc.integer({ min: 0, max: 360 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  const on = (day: number): string => addDays('2023-03-06', day);
  const noted = ({ agency, kind, to, day }: Step): Noted => {
    const told = { on: on(day), people: about, agency };
    switch (kind) {
      case 'start':
        return { ...told, type: involvementStarted, data: { service: 'other' } };
      case 'end':
        return { ...told, type: involvementEnded, data: { service: 'other' } };
      case 'open':
        return { ...told, type: caseOpened, data: { caseId: `${agency}-c`, service: 'other' } };
      case 'close':
        return { ...told, type: caseClosed, data: { caseId: `${agency}-c`, reason: 'completed', consulted: [] } };
      case 'refer':
        return { ...told, type: referralMade, data: { referralId: `${agency}-r`, service: 'other', to } };
      case 'accept':
      case 'decline':
        return { ...told, type: referralDecided, data: { referralId: `${to}-r`, outcome: kind === 'accept' ? 'accepted' : 'declined' } };
    }
  };

  /** The same by the words of the term, a step at a time; no two steps fall on one day. */
  const byTheWords = (steps: readonly Step[]): ReadonlySet<string> => {
    const inOrder = [...steps].sort((one, other) => one.day - other.day);
    const after = (step: Step, isEnd: (later: Step) => boolean): boolean => inOrder.some((later) => later.day > step.day && isEnd(later));
    const open = new Set<string>();
    for (const made of inOrder) {
      const { agency, kind, to } = made;
      const isOwn = (end: string) => (later: Step) => later.agency === agency && later.kind === end;
      if (kind === 'start' && !after(made, isOwn('end'))) open.add(agency);
      if (kind === 'open' && !after(made, isOwn('close'))) open.add(agency);
      if (kind !== 'refer') continue;
      const decision = inOrder.findLast((each) => (each.kind === 'accept' || each.kind === 'decline') && each.to === agency);
      const hasLeft = (later: Step): boolean => later.agency === to && (later.kind === 'close' || later.kind === 'end');
      if (decision === undefined || (decision.kind === 'accept' && !after(decision, hasLeft))) open.add(to).add(agency);
    }
    return open;
  };

  it('are told apart by the words of the term, in whatever order records come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(step, { selector: ({ day }) => day, maxLength: 14 }), (steps) => {
        const expected = byTheWords(steps);
        const history = steps.map(noted);
        expect(new Set(involved(...history))).toEqual(expected);
        expect(new Set(involved(...[...history].reverse()))).toEqual(expected);
        const published = new Set(steps.map(({ agency }) => agency));
        expect(known(...history)).toEqual([...published].filter((agency) => !expected.has(agency)).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('Known agencies', () => {
  it('published in the last twelve months and are not involved', () => {
    expect(known(started('gp'), started('idva'), ended('idva'))).toEqual(['idva']);
    expect(known(started('gp', about, '2022-03-04'), { ...ended('gp'), on: '2023-03-04' })).toEqual([]);
    expect(known(started('gp', about, '2022-03-04'), { ...ended('gp'), on: '2023-03-05' })).toEqual(['gp']);
  });

  it('are no services for the person posing risk', () => {
    expect(known(started('change', risk), ended('change', risk), started('probation', risk), ended('probation', risk))).toEqual([
      'probation',
    ]);
  });
});

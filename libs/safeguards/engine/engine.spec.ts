import { addDays } from '@throughline/kernel';
import fc from 'fast-check';
import { type Outcome, safeguards } from '..';
import {
  actionDone,
  assessment,
  closed,
  corrected,
  decision,
  heard,
  held,
  incident,
  opened,
  Partnership,
  proposed,
  referral,
  retracted,
  sanctuaryVisit,
  settingsWithout,
  started,
  type Step,
  story,
  tenancy,
  view,
  write,
  type Written,
} from './testing';
import { besideTrace } from '@throughline/projections';
import { detailsRecorded } from '@throughline/records';

const builders: readonly ((on: string, by: string) => Written)[] = [
  (on) => incident(on, { people: ['mother', 'ex-partner', 'child'] }),
  (on, by) => assessment(on, { by, level: 'high', ticks: 15 }),
  (on, by) => assessment(on, { by, level: 'medium' }),
  (on, by) => started(on, by, 'other'),
  (on, by) => opened(on, by, 'other'),
  (on, by) => proposed(on, by),
  (on, by) => closed(on, by, { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }),
  (on, by) => view(on, by),
  (on) => referral(on, 'marac'),
  (on) => referral(on, 'sanctuary'),
  (on) => decision(on, 'sanctuary'),
  (on) => heard(on),
  (on) => tenancy(on),
  (on) => sanctuaryVisit(on),
  (on, by) => held(on, by, { people: [{ name: 'mother', details: 'none' }] }),
  (on, by) => held(on, by, { people: ['mother'] }),
  (on) => held(on, 'gp', { people: [{ name: 'neighbour', details: { nhsNumber: '9991000097' } }] }),
];
const agency = fc.constantFrom('police', 'csc', 'idva', 'gp', 'haven');
const telling = fc.array(
  fc.record({
    of: fc.nat(builders.length - 1),
    by: agency,
    gap: fc.nat(40),
    late: fc.constantFrom(0, 0, 0, 3, 120),
    amends: fc.constantFrom('no', 'no', 'corrected', 'retracted'),
    which: fc.nat(30),
  }),
  { minLength: 5, maxLength: 30 },
);

/** Makes steps of what chance says: records in the order of being recorded, some of them amending an earlier one. */
const stepsOf = (
  told: readonly { of: number; by: string; gap: number; late: number; amends: string; which: number }[],
): readonly Step[] => {
  const written: Written[] = [];
  let day = '2023-01-02';
  return told.map(({ of, by, gap, late, amends, which }) => {
    day = addDays(day, gap);
    const earlier = written[which % Math.max(written.length, 1)];
    if (earlier !== undefined && amends === 'retracted') return retracted(earlier, day);
    if (earlier !== undefined && amends === 'corrected') return corrected(earlier, day, { separation: 'recent' });
    const record = builders[of]?.(addDays(day, -late), by) ?? incident(day);
    written.push({ ...record, recorded: record.time + late * 86_400_000 });
    return written.at(-1) ?? record;
  });
};

const play = (steps: readonly Step[]): { readonly outcomes: readonly Outcome[]; readonly partnership: Partnership } => {
  const partnership = new Partnership(settingsWithout([]));
  const outcomes = steps.flatMap((step) => {
    if ('correct' in step) return partnership.amend(step.correct, step.by, step.replacement);
    if ('retract' in step) return partnership.amend(step.retract, step.by);
    return 'acknowledged' in step || 'exporting' in step ? [] : partnership.publish(step);
  });
  return { partnership, outcomes: [...outcomes, ...partnership.tick(partnership.state.logTime + 30 * 86_400_000)] };
};

describe('The engine', () => {
  it('decides the same of the same history, raises no alert twice, and ends each once', () => {
    fc.assert(
      fc.property(telling, (told) => {
        const steps = stepsOf(told);
        const { outcomes, partnership } = play(steps);
        expect(play(steps).outcomes).toEqual(outcomes);
        const raised = outcomes.flatMap((outcome) => (outcome.kind === 'raised' ? [outcome.alert] : []));
        expect(new Set(raised.map(({ id }) => id)).size).toBe(raised.length);
        const ended = outcomes.flatMap((outcome) =>
          outcome.kind === 'changed' && outcome.alert.closedBy !== undefined ? [outcome.alert.id] : [],
        );
        expect(new Set(ended).size).toBe(ended.length);
        for (const id of ended) expect(raised.map((alert) => alert.id)).toContain(id);
        const moments = outcomes.map(({ at }) => at.position * 1000 + at.ordinal);
        expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
        expect(partnership.state.nextDue(partnership.state.logTime)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('never has a state open twice with one addressee, nor one matter', () => {
    const standing = new Set(safeguards.filter((safeguard) => safeguard.standing === true).map(({ id }) => id));
    fc.assert(
      fc.property(telling, (told) => {
        const { partnership, outcomes } = play(stepsOf(told));
        const people = new Set(outcomes.flatMap((outcome) => (outcome.kind === 'placed' ? [partnership.state.caseOf(outcome.ref)] : [])));
        for (const { alerts } of people) {
          const matters = [...alerts.values()].map(({ safeguard, agency: to, trigger, about }) =>
            standing.has(safeguard) ? `${safeguard} ${to}` : `${safeguard} ${to} ${about} ${trigger.source} ${trigger.id}`,
          );
          expect(matters).toEqual([...new Set(matters)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes a relationship to somebody whom no record names among its people', () => {
    const written = write(
      detailsRecorded,
      'gp',
      '2024-01-05',
      { people: ['mother'], relationships: [['mother', 'parent-of', 'sibling']] },
      {},
    );
    story('case-closure')
      .given(written, incident('2024-01-10'))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'gp' }, { to: 'police' });
  });

  it('ignores the correction of another agency’s record, and of one that it does not hold', () => {
    const record = incident('2024-01-10');
    const partnership = new Partnership(settingsWithout([]));
    partnership.publish(record);
    partnership.amend(record, { ...incident('2024-01-11'), agency: 'csc' });
    expect(partnership.state.find(partnership.keyOf(record))?.amendment).toBeUndefined();
    partnership.amend(incident('2024-01-12'), incident('2024-01-13'));
    expect(partnership.state.find(partnership.keyOf(record))?.amendment).toBeUndefined();
  });

  it('keeps references together when a correction says nothing of who the person is, and parts them when it says another', () => {
    const opening = opened('2024-01-10', 'gp', 'general-practice');
    const told = (replacement: object) => {
      const { partnership } = story('case-closure').given(incident('2024-01-08'), opening, corrected(opening, '2024-01-12', replacement));
      const [one, other] = ['police:mother', 'gp:mother'].map((ref) => partnership.state.caseOf(partnership.token(ref)));
      return one === other;
    };
    expect(told({ people: [{ ref: 'gp:mother', role: 'victim' }] })).toBe(true);
    expect(told({ people: [{ ref: 'gp:mother', role: 'victim', details: { phone: '+447700900123' } }] })).toBe(true);
    const another = { given: 'Sue', family: 'Marsh', dateOfBirth: '1990-06-06' };
    expect(told({ people: [{ ref: 'gp:mother', role: 'victim', details: another }] })).toBe(false);
  });

  it('takes the answer of an agency whose reference nothing joins to the person, where it names the same matter', () => {
    const stranger = { people: [{ name: 'mother', details: 'none' }] } as const;
    const visit = sanctuaryVisit('2024-03-05T09:00', stranger);
    story('sanctuary-referral').given(tenancy('2024-03-04')).when(visit).thenCloses(visit, 'sanctuary');
    story('sanctuary-referral')
      .given(tenancy('2024-03-04'))
      .when(sanctuaryVisit('2024-03-05T09:00', { ...stranger, tenancyId: 'housing-t-2' }))
      .thenClosesNothing();
  });

  it('waits for several moments of one record, and raises no matter that is open', () => {
    const actions = ['2024-03-25', '2024-04-05'].map((by, at) => ({ id: `a-${at}`, what: 'Serve the notice', who: 'police', by }));
    const told = () => story('marac-action-overdue').given(heard('2024-03-21', { actions }));
    const first = actionDone('2024-03-28', 'police', 'a-0');
    told().after('2024-03-26').thenOpenWith('police', 'marac').after('2024-04-06').thenNothing().thenOpenWith('police', 'marac');
    told()
      .after('2024-03-26')
      .when(first)
      .thenCloses(first, 'police', 'marac')
      .after('2024-04-06')
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('finds nobody beside a person in a matter that names them both', () => {
    const told = story('sanctuary-referral').given(
      incident('2024-03-01', { people: ['mother', 'neighbour', 'ex-partner'] }),
      incident('2024-03-01', { people: ['neighbour', 'ex-partner'] }),
    );
    const { state } = told.partnership;
    const [mother, neighbour] = (['police:mother', 'police:neighbour'] as const).map((ref) => told.partnership.token(ref));
    for (const ref of [mother, neighbour]) expect(ref === undefined ? ['nobody'] : state.tracedBy(besideTrace(ref))).toEqual([]);
  });

  it('falls due in order, each at its own instant', () => {
    const { outcomes } = play([tenancy('2024-03-04'), tenancy('2024-03-05', { tenancyId: 'housing-t-2' })]);
    const escalations = outcomes.flatMap((outcome) =>
      outcome.kind === 'raised' && outcome.alert.escalatedFrom !== undefined ? [outcome.alert.raisedAt] : [],
    );
    expect(escalations).toHaveLength(2);
    expect(escalations).toEqual([...escalations].sort((one, other) => one - other));
  });
});

import {
  acknowledgedBy,
  corrected,
  decision,
  meeting,
  referral,
  referralId,
  retracted,
  story,
  strategyDiscussion,
} from '../engine/testing';

const told = () => story('repeat-no-further-action');
const child = { people: ['child', 'mother'], relationships: [['mother', 'parent-of', 'child']] } as const;
const sibling = { people: ['sibling', 'mother'], relationships: [['mother', 'parent-of', 'sibling']] } as const;
const csc = 'childrens-social-care';
type Outcome = 'no-further-action' | 'declined' | 'signposted' | 'accepted' | 'referred-on';

const made = (number: number, when: string, more: object = {}) => referral(when, csc, { ...referralId(number), ...child, ...more });
const decided = (number: number, when: string, outcome: Outcome = 'no-further-action', by = 'csc') =>
  decision(when, by, { ...referralId(number), outcome, ...child });
const first = [made(1, '2023-10-02'), decided(1, '2023-10-03')];

describe('When a second referral in twelve months comes to nothing', () => {
  it.each(['no-further-action', 'declined', 'signposted'] as const)('children’s social care is to call a meeting: %s', (outcome) => {
    const last = decided(2, '2024-03-04', outcome);
    told()
      .given(...first, made(2, '2024-03-01'))
      .when(last)
      .thenRaises({ to: 'csc', class: 'act', due: '2024-03-07T10:00', says: '2 referrals', about: 'child' });
  });

  it('a sibling’s referral counts, and one to MASH', () => {
    told()
      .given(...first, referral('2024-03-01', 'mash', { by: 'gp', ...referralId(2), ...sibling }))
      .when(decision('2024-03-04', 'mash', { ...referralId(2), outcome: 'declined', ...sibling }))
      .thenRaises({ to: 'csc', about: 'sibling' });
  });

  it('counts decisions back twelve months, and not one day more', () => {
    const again = [made(2, '2024-03-01'), decided(2, '2024-03-04')] as const;
    told().given(made(1, '2023-03-01'), decided(1, '2023-03-04'), again[0]).when(again[1]).thenNothing();
    told().given(made(1, '2023-03-01'), decided(1, '2023-03-05'), again[0]).when(again[1]).thenRaises({ to: 'csc' });
  });

  it.each([
    ['the other was accepted', [made(1, '2023-10-02'), decided(1, '2023-10-03', 'accepted')], decided(2, '2024-03-04')],
    ['this one is accepted', first, decided(2, '2024-03-04', 'accepted')],
    ['this one is referred on', first, decided(2, '2024-03-04', 'referred-on')],
    ['the other was decided again, and accepted', [...first, decided(1, '2023-10-20', 'accepted')], decided(2, '2024-03-04')],
    ['it is the first', [], decided(2, '2024-03-04')],
    ['it was decided more than 90 days before', first, { ...decided(2, '2024-03-04'), recorded: decided(2, '2024-06-03').time }],
  ] as const)('is silent where %s', (_what, given, record) => {
    told()
      .given(...given, made(2, '2024-03-01'))
      .when(record)
      .thenNothing();
  });

  it('is silent where the other was to another service', () => {
    told()
      .given(
        referral('2023-10-02', 'housing', { ...referralId(1), ...child }),
        decided(1, '2023-10-03', 'declined', 'housing'),
        made(2, '2024-03-01'),
      )
      .when(decided(2, '2024-03-04'))
      .thenNothing();
  });

  it('is silent where both are about one incident, or one was passed on from the other', () => {
    told()
      .given(
        made(1, '2024-02-28', { incidentNumber: 'police-7' }),
        decided(1, '2024-02-29'),
        made(2, '2024-03-01', { by: 'gp', incidentNumber: 'police-7' }),
      )
      .when(decided(2, '2024-03-04'))
      .thenNothing();
    told()
      .given(
        referral('2024-02-28', 'mash', { ...referralId(1), ...child }),
        decided(1, '2024-02-29', 'referred-on', 'mash'),
        made(2, '2024-03-01', { by: 'mash' }),
      )
      .when(decided(2, '2024-03-04'))
      .thenNothing();
  });

  it('what was passed on and came to nothing counts for what it came from', () => {
    told()
      .given(
        ...first,
        referral('2024-02-28', 'mash', { ...referralId(2), ...child }),
        decided(2, '2024-02-29', 'referred-on', 'mash'),
        made(3, '2024-03-01', { by: 'mash' }),
      )
      .when(decided(3, '2024-03-04'))
      .thenRaises({ to: 'csc', says: '2 referrals' });
  });
});

describe('It is answered', () => {
  const last = decided(2, '2024-03-04');
  const given = [...first, made(2, '2024-03-01'), last];

  it('by a meeting, or by a strategy discussion', () => {
    for (const record of [meeting('2024-03-06', 'csc', child), strategyDiscussion('2024-03-06', child)]) {
      told()
        .given(...given)
        .when(record)
        .thenCloses(record, 'csc');
    }
  });

  it('not by a meeting before it, by one about somebody else, or by acknowledging', () => {
    told()
      .given(...given)
      .when(
        meeting('2024-03-01', 'csc', { ...child, recorded: '2024-03-05' }),
        strategyDiscussion('2024-03-01', { ...child, recorded: '2024-03-05' }),
        meeting('2024-03-06', 'csc', { people: ['neighbour'] }),
        acknowledgedBy('csc'),
      )
      .thenClosesNothing()
      .thenOpenWith('csc');
  });

  it('or goes with either decision', () => {
    told()
      .given(...given)
      .when(retracted(last, '2024-03-05'))
      .thenSupersedes('csc')
      .thenNothing();
    const [, other] = first;
    if (other === undefined) throw new Error('the first referral was decided');
    told()
      .given(...given)
      .when(corrected(other, '2024-03-05', { outcome: 'accepted' }))
      .thenSupersedes('csc')
      .thenNothing();
  });
});

describe('What comes in another order', () => {
  const ids = (referralId: string) => ({ referralId, people: ['child'] as const });
  const no = (when: string, referralId: string, more: { readonly recorded?: string } = {}) =>
    decision(when, 'csc', { outcome: 'no-further-action', ...ids(referralId), ...more });
  const made = (when: string, referralId: string, more: { readonly recorded?: string } = {}) =>
    referral(when, 'childrens-social-care', { by: 'gp', ...ids(referralId), ...more });

  it('counts when the referral of the second decision is known', () => {
    story('repeat-no-further-action')
      .given(made('2024-01-02', 'gp-1'), no('2024-01-04', 'gp-1'), no('2024-03-04', 'gp-2'))
      .when(made('2024-03-01', 'gp-2', { recorded: '2024-03-06' }))
      .thenRaises({ to: 'csc' });
  });
});

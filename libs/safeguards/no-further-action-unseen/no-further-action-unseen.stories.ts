import { acknowledgedBy, corrected, decision, referral, retracted, story } from '../engine/testing';

const told = () => story('no-further-action-unseen');
const id = { referralId: 'gp-1', people: ['child', 'mother'] } as const;
const made = referral('2024-03-01', 'childrens-social-care', { by: 'gp', concern: 'child-protection', ...id });
const unseen = decision('2024-03-04', 'csc', { outcome: 'no-further-action', ...id });
const both = [{ to: 'csc', class: 'act', due: '2024-03-05T10:00' } as const, { to: 'gp', due: '2024-03-05T10:00' } as const];

describe('When no further action is decided about a child in danger', () => {
  it.each([
    ['neither is recorded as seen', {}],
    ['the child was not seen', { childSeenInPerson: false, parentSeenInPerson: true }],
    ['the parent was not seen', { childSeenInPerson: true, parentSeenInPerson: false }],
    ['the child is not recorded as seen', { parentSeenInPerson: true }],
    ['the parent is not recorded as seen', { childSeenInPerson: true }],
  ])('children’s social care and the referrer have a working day where %s', (_what, seen) => {
    told()
      .given(made)
      .when(decision('2024-03-04', 'csc', { outcome: 'no-further-action', ...seen, ...id }))
      .thenRaises(...both);
  });

  it('also where the concern is not recorded', () => {
    told()
      .given(referral('2024-03-01', 'childrens-social-care', { by: 'gp', ...id }))
      .when(unseen)
      .thenRaises(...both);
  });

  it.each([
    [
      'both were seen',
      made,
      decision('2024-03-04', 'csc', { outcome: 'no-further-action', childSeenInPerson: true, parentSeenInPerson: true, ...id }),
    ],
    ['it was declined', made, decision('2024-03-04', 'csc', { outcome: 'declined', ...id })],
    ['it was accepted', made, decision('2024-03-04', 'csc', id)],
    ['the concern is another', referral('2024-03-01', 'childrens-social-care', { by: 'gp', concern: 'child-in-need', ...id }), unseen],
    ['it went to another service', referral('2024-03-01', 'mash', { by: 'gp', concern: 'child-protection', ...id }), unseen],
    ['it is another referral', made, decision('2024-03-04', 'csc', { outcome: 'no-further-action', people: id.people })],
    [
      'it was decided more than 90 days before',
      made,
      decision('2024-03-04', 'csc', { outcome: 'no-further-action', recorded: '2024-06-03', ...id }),
    ],
  ])('is silent where %s', (_what, given, record) => {
    told().given(given).when(record).thenNothing();
  });

  it('goes to the MARAC coordinator where the partnership has no children’s social care', () => {
    story('no-further-action-unseen', { lacks: ['csc'] })
      .given(made)
      .when(unseen)
      .thenRaises({ to: 'marac', says: 'no childrens-social-care service' }, { to: 'gp' });
  });
});

describe('It is answered', () => {
  it('by a later decision on this referral with both seen, whatever its outcome', () => {
    const seen = decision('2024-03-06', 'csc', { outcome: 'no-further-action', childSeenInPerson: true, parentSeenInPerson: true, ...id });
    told().given(made, unseen).when(seen).thenCloses(seen, 'csc', 'gp').thenNothing();
  });

  it('not by one with one of them seen, by one on another referral, or by acknowledging', () => {
    told()
      .given(made, unseen)
      .when(
        decision('2024-03-05', 'csc', { childSeenInPerson: true, ...id }),
        decision('2024-03-05T12:00', 'csc', { childSeenInPerson: true, parentSeenInPerson: true, people: id.people }),
        acknowledgedBy('csc'),
      )
      .thenClosesNothing()
      .thenOpenWith('csc', 'gp');
  });

  it('or goes with the decision', () => {
    told().given(made, unseen).when(retracted(unseen, '2024-03-05')).thenSupersedes('csc', 'gp').thenNothing();
    told()
      .given(made, unseen)
      .when(corrected(unseen, '2024-03-05', { childSeenInPerson: true, parentSeenInPerson: true }))
      .thenSupersedes('csc', 'gp')
      .thenNothing();
  });
});

describe('A referral that comes in after its decision', () => {
  const after = referral('2024-03-01', 'childrens-social-care', { by: 'gp', concern: 'child-protection', recorded: '2024-03-06', ...id });

  it('asks who decided, and the referrer, then', () => {
    const seen = decision('2024-03-07', 'csc', { childSeenInPerson: true, parentSeenInPerson: true, ...id });
    told()
      .given(unseen)
      .when(after)
      .thenRaises({ to: 'csc', due: '2024-03-07T10:00', evidence: [after, unseen] }, { to: 'gp' })
      .when(seen)
      .thenCloses(seen, 'csc', 'gp');
  });

  it('is silent where a later decision has made it good', () => {
    const seen = decision('2024-03-05', 'csc', { outcome: 'no-further-action', childSeenInPerson: true, parentSeenInPerson: true, ...id });
    told().given(unseen, seen).when(after).thenNothing();
  });
});

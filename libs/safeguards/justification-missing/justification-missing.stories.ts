import { acknowledgedBy, closed, corrected, decision, policeOutcome, referral, retracted, story, type Written } from '../engine/testing';

const told = () => story('justification-missing');

describe('When a decision gives no reason', () => {
  it.each([
    ['a referral is declined', decision('2024-03-04', 'csc', { outcome: 'declined' }), 'csc'],
    ['a referral gets no further action', decision('2024-03-04', 'mash', { outcome: 'no-further-action' }), 'mash'],
    ['a referral is signposted', decision('2024-03-04', 'idva', { outcome: 'signposted' }), 'idva'],
    ['a referral is referred on', decision('2024-03-04', 'mash', { outcome: 'referred-on' }), 'mash'],
    ['the reason is blank', decision('2024-03-04', 'csc', { outcome: 'declined', justification: ' ' }), 'csc'],
    ['a case is closed', closed('2024-03-04', 'haven'), 'haven'],
    ['a case is closed with a blank reason', closed('2024-03-04', 'haven', { justification: '' }), 'haven'],
    ['police take no further action', policeOutcome('2024-03-04', 'no-further-action'), 'police'],
    ['police charge', policeOutcome('2024-03-04', 'charged'), 'police'],
  ] as readonly [string, Written, string][])('the deciding agency has a working day: %s', (_what, record, to) => {
    told()
      .when(record)
      .thenRaises({ to, class: 'act', due: '2024-03-05T10:00', evidence: [record] });
  });

  it.each([
    ['a referral is accepted', decision('2024-03-04', 'csc')],
    ['the decision says why', decision('2024-03-04', 'csc', { outcome: 'declined', justification: 'Below the threshold' })],
    ['the closure says why', closed('2024-03-04', 'csc', { justification: 'All done' })],
    ['the investigation goes on', policeOutcome('2024-03-04', 'ongoing')],
    ['police say why', policeOutcome('2024-03-04', 'no-further-action', { justification: 'No evidence' })],
    ['it was decided more than 90 days before', decision('2024-03-04', 'csc', { outcome: 'declined', recorded: '2024-06-03' })],
  ] as readonly [string, Written][])('nobody is told where %s', (_what, record) => {
    told().when(record).thenNothing();
  });

  it('of 90 days before is still asked for', () => {
    told()
      .when(decision('2024-03-04', 'csc', { outcome: 'declined', recorded: '2024-06-02' }))
      .thenRaises({ to: 'csc' });
  });

  it('is about the victim where it is filed under the person posing risk', () => {
    told()
      .when(policeOutcome('2024-03-04', 'cautioned', { people: ['ex-partner', 'mother'] }))
      .thenRaises({ to: 'police', about: 'mother' });
  });
});

describe('It is answered', () => {
  const bare = decision('2024-03-04', 'csc', { outcome: 'declined' });

  it('by a correction that says why', () => {
    told()
      .given(bare)
      .when(corrected(bare, '2024-03-05', { justification: 'Below the threshold' }))
      .thenSupersedes('csc')
      .thenNothing()
      .thenOpenWith();
  });

  it('not by a correction that says it no better, which has a day of its own', () => {
    told()
      .given(bare)
      .when(corrected(bare, '2024-03-05', { supportOffered: 'Advice line' }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', due: '2024-03-06' });
  });

  it('not by another decision, nor by acknowledging it', () => {
    const again = decision('2024-03-05', 'csc', { outcome: 'declined', justification: 'Below the threshold' });
    told()
      .given(referral('2024-03-01', 'childrens-social-care'), bare)
      .when(again, acknowledgedBy('csc'))
      .thenClosesNothing()
      .thenOpenWith('csc');
  });

  it('or goes with the record', () => {
    told().given(bare).when(retracted(bare, '2024-03-05')).thenSupersedes('csc').thenNothing();
  });
});

import { acknowledgedBy, corrected, decision, feedback, referral, retracted, story } from '../engine/testing';

const told = () => story('referral-outcome');
const made = referral('2024-03-04', 'idva');

describe('When a referral is decided', () => {
  it('the referrer is told the outcome, and whether reason and support are in it, once', () => {
    const decided = decision('2024-03-05', 'idva', { outcome: 'declined', justification: 'Out of area' });
    told()
      .given(made)
      .when(decided)
      .thenRaises({
        to: 'police',
        class: 'know',
        due: 'never',
        says: 'declined (reason: in the decision; support offered: not recorded)',
        saysNothingOf: 'Out of area',
        evidence: [decided, made],
      });
  });

  it('by whatever reference the receiver uses', () => {
    told()
      .given(made)
      .when(decision('2024-03-05', 'idva', { people: [{ name: 'mother', details: 'none' }] }))
      .thenRaises({ to: 'police', says: 'accepted' });
  });

  it('is about the victim where the decision is filed under the person posing risk', () => {
    told()
      .given(made)
      .when(decision('2024-03-05', 'idva', { people: ['ex-partner', 'mother'] }))
      .thenRaises({ to: 'police', about: 'mother' });
  });

  it('nobody is told of their own decision, or of one on a referral that the hub does not hold', () => {
    told()
      .given(referral('2024-03-04', 'idva', { by: 'idva' }))
      .when(decision('2024-03-05', 'idva'))
      .thenNothing();
    told()
      .given(made)
      .when(decision('2024-03-05', 'idva', { referralId: 'gp-ref-1' }))
      .thenNothing();
  });

  it('is silent about a decision of more than 90 days before it was recorded', () => {
    told()
      .given(referral('2024-01-01', 'idva'))
      .when(decision('2024-01-02', 'idva', { recorded: '2024-04-01' }))
      .thenRaises({ to: 'police' });
    told()
      .given(referral('2024-01-01', 'idva'))
      .when(decision('2024-01-02', 'idva', { recorded: '2024-04-02' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const decided = decision('2024-03-05', 'idva');

  it('by acknowledging it, and by nothing else', () => {
    told()
      .given(made, decided)
      .when(feedback('2024-03-06', 'idva'))
      .thenClosesNothing()
      .when(acknowledgedBy('police'))
      .thenAcknowledged('police');
  });

  it('and is left alone by a correction of something else, whatever reference the receiver uses', () => {
    const other = decision('2024-03-05T11:00', 'idva', { referralId: 'idva-9', people: [{ name: 'mother', details: 'none' }] });
    const unjoined = decision('2024-03-05', 'idva', { people: [{ name: 'mother', details: 'none' }] });
    told()
      .given(made, unjoined, other)
      .when(corrected(other, '2024-03-06', { outcome: 'declined' }))
      .thenSupersedes()
      .thenNothing();
  });

  it('or goes with the decision', () => {
    told().given(made, decided).when(retracted(decided, '2024-03-06')).thenSupersedes('police').thenNothing();
    told()
      .given(made, decided)
      .when(corrected(decided, '2024-03-06', { outcome: 'declined' }))
      .thenSupersedes('police')
      .thenRaises({ to: 'police', says: 'declined' });
  });
});

describe('A referral that comes in after its decision', () => {
  it('is told of it then, once', () => {
    const decided = decision('2024-03-05', 'idva');
    const after = referral('2024-03-04', 'idva', { recorded: '2024-03-06' });
    told()
      .given(decided)
      .when(after)
      .thenRaises({ to: 'police', says: 'accepted', evidence: [after, decided] })
      .when(acknowledgedBy('police'))
      .thenAcknowledged('police');
    told().given(decided, after).when(retracted(decided, '2024-03-07')).thenSupersedes('police').thenNothing();
    told()
      .given(decided, after)
      .when(corrected(decided, '2024-03-07', { outcome: 'declined' }))
      .thenSupersedes('police')
      .thenRaises({ to: 'police', says: 'declined' });
  });
});

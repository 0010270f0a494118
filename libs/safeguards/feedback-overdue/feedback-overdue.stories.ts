import { corrected, decision, feedback, referral, retracted, story } from '../engine/testing';

const told = () => story('feedback-overdue');
const made = referral('2024-03-01', 'idva');
const bare = decision('2024-03-04', 'idva');

describe('When a decision lacks its reason or the support offered', () => {
  it('the deciding agency is told after three working days, and the referrer after five', () => {
    told()
      .given(made, bare)
      .after('2024-03-07T09:59')
      .thenNothing()
      .after('2024-03-07T10:00')
      .thenRaises({ to: 'idva', class: 'act', due: '2024-03-07T10:00', evidence: [bare] })
      .after('2024-03-11T09:59')
      .thenNothing()
      .after('2024-03-11T10:00')
      .thenRaises({ to: 'police', due: '2024-03-11T10:00', says: 'pursue' })
      .after('2024-04-11')
      .thenNothing();
  });

  it.each([
    ['the reason is missing', { supportOffered: 'Advice line' }],
    ['the support is missing', { justification: 'Out of area' }],
    ['the reason is blank', { justification: '  ', supportOffered: 'Advice line' }],
    ['the support is blank', { justification: 'Out of area', supportOffered: '' }],
  ])('also where only %s', (_what, said) => {
    told()
      .given(made, decision('2024-03-04', 'idva', { outcome: 'declined', ...said }))
      .after('2024-03-07')
      .thenRaises({ to: 'idva' });
  });

  it('is silent where the decision says both', () => {
    told()
      .given(made, decision('2024-03-04', 'idva', { justification: 'Meets the criteria', supportOffered: 'Weekly calls' }))
      .after('2024-04-11')
      .thenNothing();
  });

  it('asks the deciding agency alone where the hub does not hold the referral', () => {
    told()
      .given(decision('2024-03-04', 'idva', { referralId: 'gp-ref-1' }))
      .after('2024-04-11')
      .thenRaises({ to: 'idva' });
  });

  it('is silent about a decision of more than 90 days before it was recorded', () => {
    told()
      .given(made, decision('2024-03-04', 'idva', { recorded: '2024-06-02' }))
      .after('2024-07-01')
      .thenOpenWith('idva', 'police');
    told()
      .given(made, decision('2024-03-04', 'idva', { recorded: '2024-06-03' }))
      .after('2024-07-01')
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by feedback on this referral, with both', () => {
    const given = feedback('2024-03-12', 'idva');
    told().given(made, bare).after('2024-03-11').when(given).thenCloses(given, 'idva', 'police');
  });

  it('before it is raised, by feedback in time, whatever reference it uses', () => {
    told()
      .given(made, bare, feedback('2024-03-07T09:59', 'idva', { people: [{ name: 'mother', details: 'none' }] }))
      .after('2024-04-11')
      .thenNothing();
  });

  it('not by feedback on another referral', () => {
    told()
      .given(made, bare)
      .after('2024-03-07')
      .when(feedback('2024-03-07T12:00', 'idva', { referralId: 'gp-ref-1' }))
      .thenClosesNothing();
  });

  it('by a corrected decision that says both, and not by one that says half', () => {
    told()
      .given(made, bare)
      .after('2024-03-07')
      .when(corrected(bare, '2024-03-08', { justification: 'Meets the criteria', supportOffered: 'Weekly calls' }))
      .thenSupersedes('idva')
      .thenNothing()
      .after('2024-04-11')
      .thenNothing();
    told()
      .given(made, bare)
      .after('2024-03-07')
      .when(corrected(bare, '2024-03-08', { justification: 'Meets the criteria' }))
      .thenSupersedes('idva')
      .thenRaises({ to: 'idva' });
    told()
      .given(made, bare, feedback('2024-03-06', 'idva'))
      .when(corrected(bare, '2024-03-08', { justification: 'Meets the criteria' }))
      .thenNothing()
      .after('2024-04-11')
      .thenNothing();
  });

  it('or goes with the decision', () => {
    told().given(made, bare).after('2024-03-11').when(retracted(bare, '2024-03-12')).thenSupersedes('idva', 'police').thenNothing();
  });
});

describe('A referral that comes in after its decision', () => {
  const after = referral('2024-03-01', 'idva', { recorded: '2024-03-05' });

  it('is pursued by its referrer too', () => {
    const given = feedback('2024-03-13', 'idva');
    told()
      .given(bare, after)
      .after('2024-03-07')
      .thenRaises({ to: 'idva' })
      .after('2024-03-12')
      .thenRaises({ to: 'police', says: 'pursue' })
      .when(given)
      .thenCloses(given, 'idva', 'police');
  });

  it('or by nobody, once feedback has been given', () => {
    told().given(bare, feedback('2024-03-04T12:00', 'idva'), after).after('2024-04-11').thenNothing();
  });
});

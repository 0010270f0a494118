import {
  acknowledgedBy,
  corrected,
  heard,
  held,
  listed,
  referral,
  retracted,
  story,
  transferIn,
  transferOut,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-history-undeclared').given(...given);
const hearings = [heard('2023-06-01'), heard('2024-01-18')] as const;
const silent = referral('2024-03-04', 'specialist-da');

describe('A referral that does not say that MARAC has heard the case', () => {
  it('brings the history to whoever receives it, and tells the referrer', () => {
    told(...hearings)
      .when(silent)
      .thenRaises(
        {
          to: 'haven',
          class: 'know',
          due: 'never',
          about: 'mother',
          says: 'heard here 2 times, last on 2024-01-18',
          evidence: [silent, ...hearings],
        },
        { to: 'police', class: 'know', due: 'never', says: 'ask about MARAC' },
      );
  });

  it.each([
    ['never', { maracHistory: { status: 'never' } }],
    ['not known', { maracHistory: { status: 'not-known' } }],
  ] as const)('counts where it says %s', (_what, more) => {
    told(...hearings)
      .when(referral('2024-03-04', 'specialist-da', more))
      .thenRaises({ to: 'haven' }, { to: 'police' });
  });

  it.each(['referred', 'listed', 'heard'] as const)('is silent where it says %s', (status) => {
    told(...hearings)
      .when(referral('2024-03-04', 'specialist-da', { maracHistory: { status } }))
      .thenNothing();
  });

  it('knows of hearings elsewhere by transfer', () => {
    told(transferIn('2023-02-01', { timesHeard: 5 }))
      .when(silent)
      .thenRaises({ to: 'haven', says: 'heard in another area 5 times', saysNothingOf: 'riverside' }, { to: 'police' });
    told(transferOut('2023-02-01', { timesHeard: 1 }))
      .when(silent)
      .thenRaises({ to: 'haven', says: 'heard here once' }, { to: 'police' });
    told(transferIn('2023-02-01', { timesHeard: 0 }))
      .when(silent)
      .thenNothing();
  });

  it('however long ago', () => {
    told(heard('2015-01-15')).when(silent).thenRaises({ to: 'haven' }, { to: 'police' });
  });

  it('is silent where nobody was heard before it, or another was', () => {
    told(listed('2024-02-20', { meetingOn: '2024-03-21' }))
      .when(silent)
      .thenNothing();
    told(heard('2024-03-21'))
      .when(referral('2024-03-04', 'specialist-da', { recorded: '2024-03-22' }))
      .thenNothing();
    told(heard('2024-01-18', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .when(silent)
      .thenNothing();
  });

  it('speaks of a child of the family too, and not of the person posing risk', () => {
    const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told(...hearings, family)
      .when(referral('2024-03-04', 'childrens-social-care', { people: ['child'] }))
      .thenRaises({ to: 'csc', about: 'child' }, { to: 'police', about: 'child' });
    told(...hearings)
      .when(referral('2024-03-04', 'perpetrator-programme', { people: ['ex-partner', 'mother'] }))
      .thenNothing();
  });

  it('not of somebody else who lives with the one whom MARAC heard', () => {
    const together = held('2024-01-05', 'csc', {
      people: ['mother', 'grandmother', 'child'],
      relationships: [
        ['mother', 'parent-of', 'child'],
        ['grandmother', 'parent-of', 'mother'],
        ['mother', 'lives-with', 'grandmother'],
      ],
    });
    told(...hearings, together)
      .when(referral('2024-03-04', 'hospital', { people: ['grandmother'], to: 'gp' }))
      .thenNothing();
    told(...hearings, together)
      .when(referral('2024-03-04', 'hospital', { people: ['child'], to: 'gp' }))
      .thenRaises({ to: 'gp', about: 'child' }, { to: 'police', about: 'child' });
  });

  it('is told though it comes in late', () => {
    told(...hearings)
      .when(referral('2024-03-04', 'specialist-da', { recorded: '2024-07-01' }))
      .thenRaises({ to: 'haven' }, { to: 'police' });
  });

  it('tells a referrer to itself once, and the MARAC coordinator of a service that is lacking', () => {
    told(...hearings)
      .when(referral('2024-03-04', 'police'))
      .thenRaises({ to: 'police', says: 'decide it' });
    story('marac-history-undeclared', { lacks: ['haven'] })
      .given(...hearings)
      .when(silent)
      .thenRaises({ to: 'marac', says: 'no specialist-da service' }, { to: 'police' });
  });
});

describe('It is answered', () => {
  it('by acknowledging it', () => {
    told(...hearings, silent)
      .when(acknowledgedBy('haven'))
      .thenAcknowledged('haven')
      .thenOpenWith('police');
  });

  it('goes with the referral, and with what shows it', () => {
    told(...hearings, silent)
      .when(corrected(silent, '2024-03-05', { maracHistory: { status: 'heard', times: 2 } }))
      .thenSupersedes('haven', 'police')
      .thenNothing();
    told(...hearings, silent)
      .when(retracted(silent, '2024-03-05'))
      .thenSupersedes('haven', 'police')
      .thenNothing();
    told(hearings[0], silent).when(retracted(hearings[0], '2024-03-05')).thenSupersedes('haven', 'police').thenNothing();
  });
});

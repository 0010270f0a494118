import { acknowledgedBy, corrected, death, flag, flagGone, incident, retracted, story, disclosure } from '../engine/testing';

const told = () => story('gold-flag-death');
const gold = flag('2024-01-10', { flag: 'gold-flag' });

describe('When somebody with a history of domestic abuse dies', () => {
  it.each(['suspected-suicide', 'suspected-homicide', 'unexplained'] as const)(
    'police investigate in full and the record is frozen (%s)',
    (manner) => {
      told()
        .given(incident('2024-01-10'))
        .when(death('2024-03-04', { manner }))
        .thenRaises(
          { to: 'police', class: 'now', due: 'never', about: 'mother', says: 'full forensic investigation' },
          { to: 'marac', says: 'no community-safety service' },
        );
    },
  );

  it('the record is frozen for review', () => {
    told()
      .given(gold)
      .when(death('2024-03-04'))
      .thenRaises({ to: 'police', says: 'frozen for review' }, { to: 'marac', says: 'a gold flag' });
  });

  it('stays silent of a natural death, and where there is neither flag nor history', () => {
    told()
      .given(incident('2024-01-10'), gold)
      .when(death('2024-03-04', { manner: 'natural' }))
      .thenNothing();
    told().when(death('2024-03-04')).thenNothing();
    told().given(flag('2024-01-10')).when(death('2024-03-04')).thenNothing();
    told()
      .given(incident('2024-01-10', { people: ['mother', 'ex-partner'] }))
      .when(death('2024-03-04', { people: [{ name: 'ex-partner', role: 'other' }] }))
      .thenNothing();
  });

  it('a child of a household with domestic abuse counts', () => {
    told()
      .given(incident('2024-01-10', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(death('2024-03-04', { people: ['child'], manner: 'unexplained' }))
      .thenRaises({ to: 'police', about: 'child' }, { to: 'marac' });
  });

  it('a gold flag counts that stood on the day of death: not one that had been taken away or had expired', () => {
    told()
      .given(gold, flagGone('2024-02-01', { flag: 'gold-flag' }))
      .when(death('2024-03-04'))
      .thenNothing();
    told()
      .given(gold, flagGone('2024-03-05', { flag: 'gold-flag' }))
      .when(death('2024-03-06', { diedOn: '2024-03-04' }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
    const expiring = flag('2024-01-10', { flag: 'gold-flag', expiresOn: '2024-03-04' });
    told()
      .given(expiring)
      .when(death('2024-03-06', { diedOn: '2024-03-04' }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
    told()
      .given(expiring)
      .when(death('2024-03-06', { diedOn: '2024-03-05' }))
      .thenNothing();
  });

  it('speaks however late it is recorded', () => {
    told()
      .given(incident('2024-01-10'))
      .when(death('2024-02-01', { recorded: '2025-02-01' }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });
});

describe('It closes', () => {
  const died = death('2024-03-04');

  it('by acknowledging it', () => {
    told().given(gold, died).when(acknowledgedBy('police')).thenAcknowledged('police').thenOpenWith('marac');
  });

  it('with a correction to a natural death, or a retraction', () => {
    told()
      .given(gold, died)
      .when(corrected(died, '2024-03-05', { manner: 'natural' }))
      .thenSupersedes('police', 'marac')
      .thenNothing();
    told().given(gold, died).when(retracted(died, '2024-03-05')).thenSupersedes('police', 'marac').thenNothing();
  });
});

describe('What is found out after a death', () => {
  const lost = death('2024-03-04', { manner: 'suspected-suicide' });

  it('is told when the first record shows that there was domestic abuse, or a gold flag', () => {
    const found = disclosure('2024-04-10', { incidentOn: '2024-01-05' });
    told()
      .given(lost)
      .when(found)
      .thenRaises({ to: 'police', class: 'now', about: 'mother', evidence: [found, lost] }, { to: 'marac' });
    told()
      .given(lost)
      .when(flag('2024-01-10', { flag: 'gold-flag', recorded: '2024-03-06' }))
      .thenRaises({ to: 'police', says: 'a gold flag' }, { to: 'marac' });
    told()
      .given(lost)
      .when(incident('2021-01-10', { recorded: '2024-09-06' }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('is told once, and not of a natural death, nor by what shows no abuse', () => {
    told()
      .given(lost, incident('2024-01-10', { recorded: '2024-03-06' }))
      .when(disclosure('2024-04-10'))
      .thenNothing();
    told()
      .given(lost, incident('2024-01-10', { recorded: '2024-03-06' }), acknowledgedBy('police'))
      .when(disclosure('2024-04-10'))
      .thenNothing();
    told()
      .given(death('2024-03-04', { manner: 'natural' }))
      .when(disclosure('2024-04-10'))
      .thenNothing();
    told()
      .given(lost)
      .when(incident('2024-01-10', { domesticAbuse: false, recorded: '2024-03-06' }))
      .thenNothing();
  });
});

import { acknowledgedBy, corrected, incident, opened, release, retracted, started, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('perpetrator-released', { lacks });
const before = [
  incident('2024-01-10', { people: ['mother', 'ex-partner'] }),
  opened('2024-01-15', 'csc', 'childrens-social-care'),
  started('2024-01-16', 'haven', 'specialist-da'),
];
const always = [{ to: 'police' }, { to: 'idva' }, { to: 'marac' }] as const;

describe('When somebody who poses a risk is released', () => {
  it('everybody around those whom they harmed knows at once, though the record names only them', () => {
    told()
      .given(...before)
      .when(release('2024-03-04', { releasedOn: '2024-03-04' }))
      .thenRaises(
        { to: 'police', class: 'now', due: 'never', about: 'ex-partner', says: 'was released on 2024-03-04' },
        { to: 'idva' },
        { to: 'marac' },
        { to: 'csc' },
        { to: 'haven' },
      );
  });

  it('a planned release is due before its day begins', () => {
    told()
      .given(...before)
      .when(release('2024-03-04', { plannedOn: '2024-04-12' }))
      .thenRaises(
        { to: 'police', due: '2024-04-11T23:59', says: 'is to be released' },
        { to: 'idva' },
        { to: 'marac' },
        { to: 'csc' },
        { to: 'haven' },
      );
  });

  it('at once where that day has come', () => {
    told()
      .when(release('2024-03-04', { plannedOn: '2024-03-04' }))
      .thenRaises({ to: 'police', due: '2024-03-04T10:00' }, { to: 'idva' }, { to: 'marac' });
  });

  it('every victim of theirs counts, and the releasing agency is not told of its own act', () => {
    told()
      .given(
        ...before,
        incident('2024-02-01', { people: ['neighbour', 'ex-partner'] }),
        started('2024-02-02', 'gp', 'general-practice', { people: ['neighbour'] }),
      )
      .when(release('2024-03-04', { releasedOn: '2024-03-04', by: 'csc' }))
      .thenRaises(...always, { to: 'haven' }, { to: 'gp' });
  });

  it('says whether conditions are recorded, and never what they are', () => {
    told()
      .when(release('2024-03-04', { releasedOn: '2024-03-04', licenceConditions: ['Not to enter Canal Side'] }))
      .thenRaises({ to: 'police', says: 'conditions are in the record', saysNothingOf: 'Canal' }, { to: 'idva' }, { to: 'marac' });
  });

  it('speaks of somebody of whom only others say that they pose a risk', () => {
    told()
      .given(incident('2024-01-10', { people: ['mother', 'ex-partner'], by: 'probation' }))
      .when(release('2024-03-04', { releasedOn: '2024-03-04', people: [{ name: 'ex-partner', role: 'other' }] }))
      .thenRaises(...always);
  });

  it('stays silent where nobody says so', () => {
    told()
      .given(...before)
      .when(release('2024-03-04', { releasedOn: '2024-03-04', people: [{ name: 'grandmother', role: 'other' }] }))
      .thenNothing();
  });

  it('stays silent of what happened 91 days before it was recorded', () => {
    told()
      .when(release('2024-06-01', { releasedOn: '2024-06-01', recorded: '2024-08-30' }))
      .thenRaises(...always);
    told()
      .when(release('2024-06-01', { releasedOn: '2024-06-01', recorded: '2024-08-31' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['idva'])
      .when(release('2024-03-04', { releasedOn: '2024-03-04' }))
      .thenRaises({ to: 'police' }, { to: 'marac', says: 'no idva service' });
  });
});

describe('It closes', () => {
  const planned = release('2024-03-04', { plannedOn: '2024-04-12' });

  it('by acknowledging it', () => {
    told().given(planned).when(acknowledgedBy('idva')).thenAcknowledged('idva').thenOpenWith('marac', 'police');
  });

  it('with its correction or retraction', () => {
    told()
      .given(planned)
      .when(corrected(planned, '2024-03-05', { plannedOn: '2024-05-01' }))
      .thenSupersedes('police', 'idva', 'marac')
      .thenRaises({ to: 'police', due: '2024-04-30T23:59' }, { to: 'idva' }, { to: 'marac' });
    told().given(planned).when(retracted(planned, '2024-03-05')).thenSupersedes('police', 'idva', 'marac').thenNothing();
  });
});

describe('Somebody whom others know to pose a risk', () => {
  it('is so whatever the release calls them, but for a victim', () => {
    told()
      .given(...before)
      .when(release('2024-03-04', { releasedOn: '2024-03-04', by: 'police', people: [{ name: 'ex-partner', role: 'parent-or-carer' }] }))
      .thenRaises(...always, { to: 'csc' }, { to: 'haven' });
    told()
      .given(...before)
      .when(release('2024-03-04', { releasedOn: '2024-03-04', by: 'police', people: [{ name: 'ex-partner', role: 'victim' }] }))
      .thenNothing();
  });
});

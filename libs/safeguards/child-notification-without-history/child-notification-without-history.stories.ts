import { acknowledgedBy, corrected, disclosure, held, incident, motherAndChildren, notified, retracted, story } from '../engine/testing';

const told = () => story('child-notification-without-history');
const earlier = (date: string) => ({ date, summary: 'Shouting', whoWasInvolved: 'Both parents', outcome: 'Advice' });
const family = held('2024-01-02', 'police', motherAndChildren);
const before = [family, incident('2024-01-10'), incident('2024-02-10')];
const bare = notified('2024-03-04', { people: ['child', 'mother'] });

describe('When a child notification tells of fewer incidents than are recorded', () => {
  it('the police and the MASH complete it', () => {
    told()
      .given(...before)
      .when(bare)
      .thenRaises(
        { to: 'police', class: 'tidy', due: '2024-03-05T10:00', says: 'tells of 0 previous incidents; agencies have recorded 2' },
        { to: 'mash', class: 'tidy', due: '2024-03-05T10:00' },
      );
    told()
      .given(...before)
      .when(notified('2024-03-04', { previousIncidents: [earlier('2024-01-10')] }))
      .thenRaises({ to: 'police', says: 'tells of 1' }, { to: 'mash' });
  });

  it('stays silent where it tells of as many or more, and where nobody recorded any', () => {
    const two = [earlier('2024-01-10'), earlier('2024-02-10')];
    told()
      .given(...before)
      .when(notified('2024-03-04', { previousIncidents: two }))
      .thenNothing();
    told()
      .given(...before)
      .when(notified('2024-03-04', { previousIncidents: [...two, earlier('2020-01-01')] }))
      .thenNothing();
    told().given(family).when(bare).thenNothing();
  });

  it('leaves out the incident that it is about', () => {
    const now = incident('2024-02-20', { incidentNumber: 'police-3' });
    told()
      .given(family, now)
      .when(notified('2024-03-04', { incidentNumber: 'police-3' }))
      .thenNothing();
    told()
      .given(family, incident('2024-01-10'), now)
      .when(notified('2024-03-04', { incidentNumber: 'police-3' }))
      .thenRaises({ to: 'police', says: 'recorded 1' }, { to: 'mash' });
    told().given(family, incident('2024-03-03')).when(bare).thenNothing();
  });

  it('counts one incident once, whoever reports it', () => {
    told()
      .given(family, incident('2024-01-10'), disclosure('2024-01-12', { incidentOn: '2024-01-11' }))
      .when(bare)
      .thenRaises({ to: 'police', says: 'recorded 1' }, { to: 'mash' });
    told()
      .given(family, incident('2024-01-10', { domesticAbuse: false }))
      .when(bare)
      .thenNothing();
  });

  it('is silent of a notification recorded more than 90 days later', () => {
    told()
      .given(...before)
      .when(notified('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator where there is no MASH', () => {
    story('child-notification-without-history', { lacks: ['mash'] })
      .given(...before)
      .when(bare)
      .thenRaises({ to: 'police' }, { to: 'marac', says: 'no mash service' });
  });
});

describe('It closes', () => {
  it('by acknowledging it', () => {
    told()
      .given(...before, bare)
      .when(acknowledgedBy('mash'))
      .thenAcknowledged('mash')
      .thenOpenWith('police');
  });

  it('with its correction, which is judged anew, or its retraction', () => {
    told()
      .given(...before, bare)
      .when(corrected(bare, '2024-03-05', { previousIncidents: [earlier('2024-01-10'), earlier('2024-02-10')] }))
      .thenSupersedes('police', 'mash')
      .thenNothing();
    told()
      .given(...before, bare)
      .when(retracted(bare, '2024-03-05'))
      .thenSupersedes('police', 'mash')
      .thenNothing();
  });
});

describe('What it says', () => {
  it('is one incident where it is one', () => {
    story('child-notification-without-history')
      .given(held('2024-01-02', 'police', motherAndChildren), incident('2024-01-10'), incident('2024-02-10'))
      .when(
        notified('2024-03-04', {
          people: ['child', 'mother'],
          previousIncidents: [{ date: '2024-01-10', summary: 'Shouting', whoWasInvolved: 'Both', outcome: 'Advice' }],
        }),
      )
      .thenRaises({ to: 'police', says: 'tells of 1 previous incident;' }, { to: 'mash' });
  });
});

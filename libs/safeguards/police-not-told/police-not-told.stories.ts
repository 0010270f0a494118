import { assessment, corrected, disclosure, healthDisclosure, retracted, story } from '../engine/testing';

const told = () => story('police-not-told');
const unsaid = disclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: true });

describe('When an agency hears of a recent incident and does not say whether police were told', () => {
  it('that agency alone is asked, with the guidance', () => {
    told().when(unsaid).thenRaises({ to: 'housing', class: 'act', due: '2024-03-06T10:00', says: 'An adult may refuse', about: 'mother' });
    told()
      .when(healthDisclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: true }))
      .thenRaises({ to: 'gp' });
  });

  it('at high risk too, and at no lower one', () => {
    const childless = disclosure('2024-03-04', { incidentOn: '2024-03-02' });
    told()
      .given(assessment('2024-02-01', { level: 'high' }))
      .when(childless)
      .thenRaises({ to: 'housing', says: 'at high risk' });
    told()
      .given(assessment('2024-02-01', { level: 'medium' }))
      .when(childless)
      .thenNothing();
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: false }))
      .thenNothing();
  });

  it('a child who tells of it themselves was there', () => {
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', people: ['child', 'ex-partner'] }))
      .thenRaises({ to: 'housing', about: 'child' });
  });

  it('within 28 days of its happening', () => {
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-02-05', childrenPresent: true }))
      .thenRaises({ to: 'housing' });
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-02-04', childrenPresent: true }))
      .thenNothing();
    told()
      .when(disclosure('2024-03-04', { childrenPresent: true }))
      .thenNothing();
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: true, recorded: '2024-03-30' }))
      .thenRaises({ to: 'housing' });
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: true, recorded: '2024-03-31' }))
      .thenNothing();
  });

  it.each(['reported', 'not-wanted', 'unsafe', 'overridden'] as const)('stays silent whatever it says: %s', (policeReport) => {
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', childrenPresent: true, policeReport }))
      .thenNothing();
  });

  it('stays silent of what was told to police themselves', () => {
    told()
      .when(disclosure('2024-03-04', { by: 'police', incidentOn: '2024-03-02', childrenPresent: true }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by saying what became of it, whatever that is: an adult may refuse', () => {
    const refused = disclosure('2024-03-05', { incidentOn: '2024-03-02', policeReport: 'not-wanted' });
    told().given(unsaid).when(refused).thenCloses(refused, 'housing');
    told()
      .given(unsaid)
      .when(corrected(unsaid, '2024-03-05', { policeReport: 'unsafe' }))
      .thenSupersedes('housing')
      .thenNothing();
  });

  it('not of another incident, not by another agency, and not by saying nothing again', () => {
    told()
      .given(unsaid)
      .when(disclosure('2024-03-05', { incidentOn: '2024-02-20', policeReport: 'reported' }))
      .thenClosesNothing();
    told()
      .given(unsaid)
      .when(disclosure('2024-03-05', { incidentOn: '2024-03-02', policeReport: 'reported', by: 'csc' }))
      .thenClosesNothing();
    told()
      .given(unsaid)
      .when(disclosure('2024-03-05', { incidentOn: '2024-03-02' }))
      .thenClosesNothing();
  });

  it('and is withdrawn with a retraction', () => {
    told().given(unsaid).when(retracted(unsaid, '2024-03-05')).thenSupersedes('housing').thenNothing();
  });
});

describe('A child who is named in the record', () => {
  it('was there, unless the record says that none was', () => {
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', people: ['mother', 'child'] }))
      .thenRaises({ to: 'housing', about: 'mother', says: 'with a child present' });
    told()
      .when(disclosure('2024-03-04', { incidentOn: '2024-03-02', people: ['mother', 'child'], childrenPresent: false }))
      .thenNothing();
  });
});

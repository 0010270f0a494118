import { acknowledgedBy, assessment, breach, corrected, held, incident, opened, retracted, started, story } from '../engine/testing';

const told = () => story('wrong-person');
const both = ['mother', 'ex-partner'] as const;
const broken = breach('2024-03-04', { people: both });

describe('When a record of the wrong person is taken back', () => {
  it('everybody who was alerted by it is told, but for the agency that published it', () => {
    told()
      .given(started('2024-01-09', 'gp', 'general-practice'), broken)
      .when(retracted(broken, '2024-03-06'))
      .thenRaises({ to: 'idva', class: 'now', due: 'never', says: 'wrong person', about: 'mother' }, { to: 'marac' }, { to: 'gp' });
  });

  it('whoever has acknowledged the alert since was told as well', () => {
    told().given(broken, acknowledgedBy('idva')).when(retracted(broken, '2024-03-06')).thenRaises({ to: 'idva' }, { to: 'marac' });
  });

  it('names the retracted record beside the retraction', () => {
    const raised = retracted(broken, '2024-03-06');
    told()
      .given(broken)
      .when(raised)
      .thenRaises({ to: 'idva', evidence: ['retract' in raised ? raised.by : broken, broken] }, { to: 'marac' });
  });

  it('everybody who was shown it is told, though nothing was raised by it, but for the agency that published it', () => {
    const quiet = held('2024-03-04', 'gp');
    told()
      .given(quiet)
      .when(retracted(quiet, '2024-03-06', 'wrong-person', ['csc', 'gp', 'housing']))
      .thenRaises({ to: 'csc', class: 'now', due: 'never', says: 'were shown', about: 'mother' }, { to: 'housing' });
  });

  it('who was shown it and alerted by it is told once', () => {
    told()
      .given(broken)
      .when(retracted(broken, '2024-03-06', 'wrong-person', ['idva', 'probation']))
      .thenRaises({ to: 'idva' }, { to: 'marac' }, { to: 'probation' });
  });

  it('stays silent where it was evidence of no alert to another agency', () => {
    const quiet = held('2024-03-04', 'gp');
    told().given(quiet).when(retracted(quiet, '2024-03-06')).thenNothing();
    const own = opened('2024-03-04', 'csc', 'childrens-social-care');
    told().given(broken, own).when(retracted(own, '2024-03-06')).thenNothing();
  });

  it('stays silent where it was taken back for another reason, or corrected', () => {
    told()
      .given(broken)
      .when(retracted(broken, '2024-03-06', 'duplicate', ['csc']))
      .thenNothing();
    told()
      .given(broken)
      .when(corrected(broken, '2024-03-06', { order: 'dvpo' }))
      .thenNothing();
  });

  it('reaches whoever was told about another of the family, though the retraction parts them', () => {
    const call = incident('2024-03-04', { people: ['mother', 'ex-partner'] });
    const family = held('2024-01-02', 'education', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told().given(family, call).when(retracted(call, '2024-03-06')).thenRaises({ to: 'education' });
  });

  it('stands whatever else is amended afterwards', () => {
    const other = assessment('2024-02-01', { level: 'medium' });
    told()
      .given(incident('2024-01-10', { people: both }), other, broken, retracted(broken, '2024-03-06'))
      .when(corrected(other, '2024-03-07', { level: 'high' }))
      .thenOpenWith('idva', 'marac');
  });
});

describe('It closes', () => {
  it('by acknowledging it, for each agency by itself', () => {
    told().given(broken, retracted(broken, '2024-03-06')).when(acknowledgedBy('idva')).thenAcknowledged('idva').thenOpenWith('marac');
  });
});

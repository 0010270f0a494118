import {
  corrected,
  deathOf,
  familyAssessment,
  held,
  incident,
  motherAndChildren,
  posingRiskAssessed,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('person-posing-risk-unassessed');
const history = incident('2023-12-10', { people: ['mother', 'ex-partner'] });
const about = { people: ['child', 'mother', 'ex-partner'], relationships: [['mother', 'parent-of', 'child']] } as const;
const both = [{ to: 'csc' }, { to: 'police' }] as const;

describe('When a child is assessed and the person posing risk is not', () => {
  it('children’s social care and the police are told, about that person', () => {
    const assessed = familyAssessment('2024-03-04', about);
    told()
      .given(history)
      .when(assessed)
      .thenRaises(
        { to: 'csc', class: 'act', about: 'ex-partner', due: '2024-03-11T10:00', says: 'assess the risk', evidence: [assessed] },
        { to: 'police', class: 'act', about: 'ex-partner', due: '2024-03-11T10:00' },
      );
  });

  it('on a single or section 47 assessment only', () => {
    told()
      .given(history)
      .when(familyAssessment('2024-03-04', { ...about, kind: 'section-47' }))
      .thenRaises(...both);
    for (const kind of ['pre-birth', 'adult', 'early-help'] as const) {
      told()
        .given(history)
        .when(familyAssessment('2024-03-04', { ...about, kind }))
        .thenNothing();
    }
  });

  it('stays silent where that person was assessed in the six months before', () => {
    told().given(history, posingRiskAssessed('2023-09-05', 'csc')).when(familyAssessment('2024-03-04', about)).thenNothing();
    told()
      .given(history, posingRiskAssessed('2023-09-04', 'csc'))
      .when(familyAssessment('2024-03-04', about))
      .thenRaises(...both);
    story('person-posing-risk-unassessed', { thresholds: { personPosingRiskMonths: 7 } })
      .given(history, posingRiskAssessed('2023-09-04', 'csc'))
      .when(familyAssessment('2024-03-04', about))
      .thenNothing();
  });

  it('also by another agency under its own reference, with the victim named', () => {
    told()
      .given(history, posingRiskAssessed('2024-02-01', 'police', { people: [{ name: 'ex-partner', details: 'none' }, 'mother'] }))
      .when(familyAssessment('2024-03-04', about))
      .thenNothing();
  });

  it('of two who pose a risk, about the one who was not assessed', () => {
    const two = { ...about, people: [...about.people, 'new partner'] as const };
    told()
      .given(history, posingRiskAssessed('2024-02-01', 'csc', { people: ['ex-partner', 'mother'] }))
      .when(familyAssessment('2024-03-04', two))
      .thenRaises({ to: 'csc', about: 'new partner' }, { to: 'police', about: 'new partner' });
    told()
      .given(history)
      .when(familyAssessment('2024-03-04', two))
      .thenRaises(...both, ...both);
  });

  it('stays silent where it names nobody, but whom the family’s records name was assessed, by whatever agency', () => {
    const bare = { people: ['child', 'mother'], relationships: about.relationships } as const;
    told()
      .given(history, posingRiskAssessed('2024-02-01', 'probation', { people: ['ex-partner'] }))
      .when(familyAssessment('2024-03-04', bare))
      .thenNothing();
  });

  it('where it names nobody who poses the risk, about the child', () => {
    const bare = { people: ['child', 'mother'], relationships: about.relationships } as const;
    told()
      .given(history)
      .when(familyAssessment('2024-03-04', bare))
      .thenRaises({ to: 'csc', about: 'child', says: 'names nobody' }, { to: 'police', about: 'child' });
    told()
      .given(history, posingRiskAssessed('2024-02-01', 'police', { people: ['ex-partner', 'mother'] }))
      .when(familyAssessment('2024-03-04', bare))
      .thenNothing();
  });

  it('stays silent without domestic abuse in the history', () => {
    told().when(familyAssessment('2024-03-04', about)).thenNothing();
    told()
      .when(familyAssessment('2024-03-04', { ...about, domesticAbuseStatus: 'none' }))
      .thenNothing();
    told()
      .when(familyAssessment('2024-03-04', { ...about, domesticAbuseStatus: 'historic' }))
      .thenRaises(...both);
    told()
      .given(incident('2023-12-10', { domesticAbuse: false }))
      .when(familyAssessment('2024-03-04', about))
      .thenNothing();
  });

  it('is silent of an assessment recorded more than 90 days later', () => {
    told()
      .given(history)
      .when(familyAssessment('2024-03-04', { ...about, recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator of a service that is lacking', () => {
    story('person-posing-risk-unassessed', { lacks: ['police'] })
      .given(held('2024-01-02', 'csc', motherAndChildren))
      .when(familyAssessment('2024-03-04', { ...about, domesticAbuseStatus: 'ongoing' }))
      .thenRaises({ to: 'csc' }, { to: 'marac', says: 'no police service' });
  });
});

describe('It is answered', () => {
  const assessed = familyAssessment('2024-03-04', about);

  it('by an assessment of that person, though it names nobody else; not of another', () => {
    const risk = posingRiskAssessed('2024-03-06', 'csc');
    told()
      .given(history, assessed)
      .when(posingRiskAssessed('2024-03-05', 'csc', { people: ['new partner'] }))
      .thenClosesNothing()
      .when(risk)
      .thenCloses(risk, 'csc', 'police');
  });

  it('by an assessment that names only that person, where the alert is about the child', () => {
    const bare = familyAssessment('2024-03-04', { people: ['child', 'mother'], relationships: about.relationships });
    const risk = posingRiskAssessed('2024-03-06', 'probation', { people: ['ex-partner'] });
    told()
      .given(history, bare)
      .when(posingRiskAssessed('2024-03-05', 'probation', { people: ['new partner'] }))
      .thenClosesNothing()
      .when(risk)
      .thenCloses(risk, 'csc', 'police');
  });

  it('by an assessment about the victim that does not name that person, not by one of another who poses her a risk', () => {
    const risk = posingRiskAssessed('2024-03-06', 'csc', { people: ['mother'] });
    told()
      .given(history, incident('2023-12-11', { people: ['mother', 'new partner'] }), assessed)
      .when(posingRiskAssessed('2024-03-05', 'csc', { people: ['new partner'] }))
      .thenClosesNothing()
      .when(risk)
      .thenCloses(risk, 'csc', 'police');
  });

  it('by that person’s death, not by somebody else’s', () => {
    const death = deathOf('2024-03-05', 'ex-partner', { by: 'csc' });
    told()
      .given(history, assessed)
      .when(deathOf('2024-03-05', 'mother', { by: 'csc' }))
      .thenClosesNothing()
      .when(death)
      .thenCloses(death, 'csc', 'police');
  });

  it('by the correction or the retraction of the assessment', () => {
    told().given(history, assessed).when(retracted(assessed, '2024-03-05')).thenSupersedes('csc', 'police').thenNothing();
    told()
      .given(history, assessed)
      .when(corrected(assessed, '2024-03-05', { kind: 'early-help' }))
      .thenSupersedes('csc', 'police')
      .thenNothing();
  });
});

describe('It is not answered', () => {
  it('by an assessment of more than six months before that comes in after it', () => {
    told()
      .given(history, familyAssessment('2024-03-04', about))
      .when(posingRiskAssessed('2023-08-01', 'csc', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('csc', 'police');
  });
});

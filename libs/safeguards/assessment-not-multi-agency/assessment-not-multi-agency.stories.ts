import {
  corrected,
  ended,
  familyAssessment,
  held,
  incident,
  motherAndChildren,
  opened,
  referral,
  retracted,
  started,
  story,
} from '../engine/testing';

const told = () => story('assessment-not-multi-agency');
const family = held('2024-01-02', 'csc', motherAndChildren);
const around = [started('2024-01-08', 'gp', 'general-practice', { people: ['child'] }), opened('2024-01-09', 'idva', 'idva')];
const about = { people: ['child', 'mother'] } as const;

describe('When an assessment is made without an involved agency', () => {
  it('children’s social care is told who is missing', () => {
    const bare = familyAssessment('2024-03-04', about);
    told()
      .given(family, ...around)
      .when(bare)
      .thenRaises({
        to: 'csc',
        class: 'act',
        about: 'child',
        due: '2024-03-07T10:00',
        says: 'contribution of gp, idva:',
        evidence: [bare],
      });
    told()
      .given(family, ...around)
      .when(familyAssessment('2024-03-04', { ...about, kind: 'section-47', contributions: ['gp'] }))
      .thenRaises({ to: 'csc', says: 'contribution of idva:' });
  });

  it('a single or section 47 assessment only', () => {
    for (const kind of ['pre-birth', 'adult', 'early-help'] as const) {
      told()
        .given(family, ...around)
        .when(familyAssessment('2024-03-04', { ...about, kind }))
        .thenNothing();
    }
  });

  it('or without the police where somebody poses a risk, named there or known from before', () => {
    told()
      .given(family)
      .when(familyAssessment('2024-03-04', { people: ['child', 'mother', 'ex-partner'] }))
      .thenRaises({ to: 'csc', says: 'contribution of police:' });
    told()
      .given(held('2024-01-02', 'police', motherAndChildren), incident('2024-01-10', { people: ['mother', 'ex-partner'] }))
      .when(familyAssessment('2024-03-04', about))
      .thenRaises({ to: 'csc', says: 'contribution of police:' });
    told().given(family).when(familyAssessment('2024-03-04', about)).thenNothing();
    told()
      .given(family)
      .when(familyAssessment('2024-03-04', { people: ['child', 'mother', 'ex-partner'], contributions: ['police'] }))
      .thenNothing();
  });

  it('the referrer of an open referral; not an agency whose work has ended, nor the assessing agency', () => {
    told()
      .given(family, referral('2024-03-01', 'childrens-social-care', { by: 'education', people: ['child'], to: 'csc' }))
      .when(familyAssessment('2024-03-04', about))
      .thenRaises({ to: 'csc', says: 'contribution of education:' });
    told()
      .given(
        family,
        ...around,
        ended('2024-02-01', 'gp', 'general-practice', { people: ['child'] }),
        opened('2024-01-09', 'csc', 'childrens-social-care'),
      )
      .when(familyAssessment('2024-03-04', { ...about, contributions: ['idva'] }))
      .thenNothing();
  });

  it('never a service for the person posing risk', () => {
    const risk = { people: ['ex-partner', 'mother'], subject: 'ex-partner' } as const;
    told()
      .given(family, started('2024-01-08', 'change', 'perpetrator-programme', risk))
      .when(familyAssessment('2024-03-04', { ...about, contributions: ['police'] }))
      .thenNothing();
  });

  it('tells the MARAC coordinator where there is no children’s social care', () => {
    story('assessment-not-multi-agency', { lacks: ['csc'] })
      .given(held('2024-01-02', 'mash', motherAndChildren), ...around)
      .when(familyAssessment('2024-03-04', { ...about, by: 'mash' }))
      .thenRaises({ to: 'marac', says: 'no childrens-social-care service' });
  });

  it('is silent of an assessment recorded more than 90 days later', () => {
    told()
      .given(family, ...around)
      .when(familyAssessment('2024-03-04', { ...about, recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const bare = familyAssessment('2024-03-04', { ...about, contributions: ['gp'] });

  it('by a corrected assessment, not by another assessment', () => {
    told()
      .given(family, ...around, bare)
      .when(familyAssessment('2024-03-05', { ...about, contributions: ['gp', 'idva'] }))
      .thenClosesNothing()
      .when(corrected(bare, '2024-03-06', { contributions: ['gp', 'idva'] }))
      .thenSupersedes('csc')
      .thenNothing()
      .thenOpenWith();
  });

  it('not by a correction that leaves somebody out still', () => {
    told()
      .given(family, ...around, bare)
      .when(corrected(bare, '2024-03-06', { contributions: ['idva'] }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', says: 'contribution of gp:' });
  });

  it('by its retraction', () => {
    told()
      .given(family, ...around, bare)
      .when(retracted(bare, '2024-03-05'))
      .thenSupersedes('csc')
      .thenNothing();
  });
});

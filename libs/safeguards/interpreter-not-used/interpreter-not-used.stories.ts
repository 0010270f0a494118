import { corrected, deathOf, familyAssessment, held, retracted, spokenWith, story } from '../engine/testing';

const told = () => story('interpreter-not-used');
const needs = (by: string, interpreterRequired = true, when = '2024-01-02') =>
  held(when, by, { people: [{ name: 'mother', details: { interpreterRequired } }] });

describe('When somebody who needs an interpreter is spoken with', () => {
  it.each([
    ['without one', {}, 'no interpreter is recorded'],
    ['with none', { interpreter: 'none' as const }, 'no interpreter is recorded'],
    ['through the family', { interpreter: 'family' as const }, 'a member of the family interpreted'],
  ])('%s, the agency is told', (_how, more, says) => {
    const met = spokenWith('2024-03-04', 'gp', more);
    told()
      .given(needs('police'))
      .when(met)
      .thenRaises({ to: 'gp', class: 'act', about: 'mother', due: '2024-03-06T10:00', says, evidence: [met] });
    told()
      .given(needs('police'))
      .when(familyAssessment('2024-03-04', { people: ['child', 'mother'], ...more }))
      .thenRaises({ to: 'csc', about: 'mother', says });
  });

  it('also where they declined; not where nobody was reached', () => {
    told()
      .given(needs('police'))
      .when(spokenWith('2024-03-04', 'gp', { outcome: 'declined' }))
      .thenRaises({ to: 'gp' });
    for (const outcome of ['no-answer', 'did-not-attend', 'cancelled'] as const) {
      told()
        .given(needs('police'))
        .when(spokenWith('2024-03-04', 'gp', { outcome }))
        .thenNothing();
    }
  });

  it('stays silent where a professional one was used', () => {
    told()
      .given(needs('police'))
      .when(spokenWith('2024-03-04', 'gp', { interpreter: 'professional' }))
      .thenNothing();
    told()
      .given(needs('police'))
      .when(familyAssessment('2024-03-04', { people: ['child', 'mother'], interpreter: 'professional' }))
      .thenNothing();
  });

  it('stays silent where nobody says that one is needed, or its agency says so no more', () => {
    told().when(spokenWith('2024-03-04', 'gp')).thenNothing();
    told().given(needs('police', false)).when(spokenWith('2024-03-04', 'gp')).thenNothing();
    told()
      .given(needs('police'), needs('police', false, '2024-02-01'))
      .when(spokenWith('2024-03-04', 'gp'))
      .thenNothing();
    told()
      .given(needs('police'), needs('csc', false, '2024-02-01'))
      .when(spokenWith('2024-03-04', 'gp'))
      .thenRaises({ to: 'gp' });
  });

  it('is about each person who needs one, not about the person posing risk', () => {
    const child = { name: 'child', details: { interpreterRequired: true } } as const;
    const risk = { name: 'ex-partner', details: { interpreterRequired: true } } as const;
    told()
      .given(needs('csc'))
      .when(familyAssessment('2024-03-04', { people: [child, 'mother', risk] }))
      .thenRaises({ to: 'csc', about: 'child' }, { to: 'csc', about: 'mother' });
    told()
      .when(spokenWith('2024-03-04', 'probation', { people: [risk] }))
      .thenNothing();
  });

  it('is silent of a contact recorded more than 90 days later', () => {
    told()
      .given(needs('police'))
      .when(spokenWith('2024-03-04', 'gp', { recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .given(needs('police'))
      .when(spokenWith('2024-03-04', 'gp', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'gp' });
  });
});

describe('It is answered', () => {
  const met = spokenWith('2024-03-04', 'gp');

  it('by a contact or an assessment of that agency with an interpreter', () => {
    const again = spokenWith('2024-03-05', 'gp', { interpreter: 'professional' });
    told().given(needs('police'), met).when(again).thenCloses(again, 'gp');
    const assessed = familyAssessment('2024-03-05', { by: 'gp', people: ['child', 'mother'], interpreter: 'professional' });
    told().given(needs('police'), met).when(assessed).thenCloses(assessed, 'gp');
  });

  it('not by another agency’s, by one that reached nobody, or with somebody else', () => {
    const interpreter = 'professional';
    told()
      .given(needs('police'), met)
      .when(
        spokenWith('2024-03-05', 'idva', { interpreter }),
        spokenWith('2024-03-05', 'gp', { interpreter, outcome: 'no-answer' }),
        spokenWith('2024-03-05', 'gp', { interpreter, people: ['neighbour'] }),
      )
      .thenClosesNothing()
      .thenOpenWith('gp');
  });

  it('by a death, for nobody is to call on the dead', () => {
    const death = deathOf('2024-03-05', 'mother');
    told().given(needs('police'), met).when(death).thenCloses(death, 'gp');
  });

  it('by its correction or retraction', () => {
    told()
      .given(needs('police'), met)
      .when(corrected(met, '2024-03-05', { interpreter: 'professional' }))
      .thenSupersedes('gp')
      .thenNothing();
    told().given(needs('police'), met).when(retracted(met, '2024-03-05')).thenSupersedes('gp').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a contact of before that comes in after it', () => {
    const needs = held('2024-01-02', 'csc', { people: [{ name: 'mother', details: { interpreterRequired: true } }] });
    story('interpreter-not-used')
      .given(needs, spokenWith('2024-03-04', 'csc'))
      .when(spokenWith('2024-02-04', 'csc', { interpreter: 'professional', recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('csc');
  });
});

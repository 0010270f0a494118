import { acknowledgedBy, assessment, corrected, held, incident, referral, retracted, story } from './testing';

const unknown = { name: 'mother', details: 'none' } as const;
const somebodyElse = {
  people: [
    {
      ref: 'police:mother',
      role: 'victim',
      details: { given: 'Sue', family: 'Marsh', dateOfBirth: '1990-06-06', nhsNumber: '9991000127' },
    },
  ],
};

const atIdva = assessment('2024-01-10', { by: 'idva', level: 'high', people: ['mother'] });
const atPolice = assessment('2024-01-11', { by: 'police', level: 'high', people: [unknown] });
/** By it the police's woman is the IDVA's. */
const joining = held('2024-01-20', 'police', { people: ['mother'] });

describe('What was said once of one person who turns out to be two', () => {
  it('is said of the other again, where it gave way to what said the same', () => {
    story('marac-referral-due')
      .given(atIdva, atPolice)
      .after('2024-01-19')
      .thenOpenWith('idva', 'marac', 'marac', 'police')
      .when(joining)
      .thenSupersedes('marac')
      .thenOpenWith('idva', 'marac', 'police')
      .when(corrected(joining, '2024-01-22', somebodyElse))
      .thenOpenWith('idva', 'marac', 'marac', 'police');
  });

  it('is said of the other, where it was silent because it was said already', () => {
    story('marac-referral-due')
      .given(atIdva, joining)
      .after('2024-01-24')
      .thenOpenWith('idva', 'marac')
      .given(assessment('2024-01-25', { by: 'police', level: 'high', people: [unknown] }))
      .after('2024-01-31')
      .thenOpenWith('idva', 'marac', 'police')
      .when(retracted(joining, '2024-02-01'))
      .after('2024-02-06')
      .thenOpenWith('idva', 'marac', 'marac', 'police');
  });

  it('stays unsaid of the other where it is not so of them', () => {
    story('marac-referral-due')
      .given(atIdva, atPolice)
      .after('2024-01-19')
      .given(joining)
      .given(referral('2024-01-20T12:00', 'marac', { by: 'police', people: [unknown] }))
      .when(corrected(joining, '2024-01-22', somebodyElse))
      .after('2024-01-26')
      .thenNothing();
  });
});

describe('What one record said of two references that turn out to be one child', () => {
  const family = held('2024-01-02', 'police', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
  const atSocialCare = held('2024-01-03', 'csc', {
    people: ['mother', { name: 'child', details: 'none' }],
    relationships: [['mother', 'parent-of', 'child']],
  });
  const proof = held('2024-03-06', 'csc', { people: ['child'] });
  const another = { people: [{ ref: 'csc:child', role: 'child', details: { given: 'Josh', family: 'Moss', dateOfBirth: '2015-05-05' } }] };
  const told = () => story('encompass').given(family, atSocialCare, incident('2024-03-04'));

  it('stays open once', () => {
    told().thenOpenWith('education', 'education').when(proof).thenSupersedes('education').thenOpenWith('education');
  });

  it('is said again of the other when they prove to be two after all', () => {
    told()
      .given(proof)
      .when(corrected(proof, '2024-03-08', another))
      .thenRaises({ to: 'education' })
      .thenOpenWith('education', 'education');
  });

  it('is not said again where nothing was taken from it', () => {
    told()
      .given(acknowledgedBy('education'), proof)
      .when(corrected(proof, '2024-03-08', another))
      .thenNothing();
  });
});

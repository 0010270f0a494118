import {
  corrected,
  deathOf,
  familyAssessment,
  held,
  incident,
  motherAndChildren,
  retracted,
  seenAndHeard,
  story,
  voice,
} from '../engine/testing';

const told = () => story('voice-of-child-missing');
const family = held('2024-01-02', 'csc', motherAndChildren);
const about = { people: ['child', 'mother'] } as const;
const both = [seenAndHeard('child'), seenAndHeard('sibling')];

describe('When an assessment is without the voice of a child', () => {
  it('the assessing agency is told, one alert for all children, each with what is missing', () => {
    const bare = familyAssessment('2024-03-04', about);
    told()
      .given(family)
      .when(bare)
      .thenRaises({
        to: 'csc',
        class: 'act',
        about: 'child',
        due: '2024-03-07T10:00',
        says: 'a child of 9 (not in the assessment), a child of 14 (not in the assessment)',
        saysNothingOf: 'Josh',
        evidence: [bare],
      });
  });

  it.each([
    ['missing', [seenAndHeard('sibling')], 'a child of 9 (not in the assessment)'],
    ['not seen', [seenAndHeard('child', { seen: false }), seenAndHeard('sibling')], 'a child of 9 (not seen)'],
    ['without views', [seenAndHeard('child', { views: undefined }), seenAndHeard('sibling')], 'a child of 9 (without views)'],
    ['with a blank for views', [seenAndHeard('child', { views: '  ' }), seenAndHeard('sibling')], 'a child of 9 (without views)'],
  ])('where a child is %s', (_how, children, says) => {
    told()
      .given(family)
      .when(familyAssessment('2024-03-04', { ...about, children }))
      .thenRaises({ to: 'csc', says: `voice of ${says}:` });
  });

  it('stays silent where every child was seen and heard', () => {
    told()
      .given(family)
      .when(familyAssessment('2024-03-04', { ...about, children: both }))
      .thenNothing();
  });

  it.each([
    ['born today', '2024-03-04', 'a child under 1'],
    ['of two', '2022-03-04', 'a child of 2'],
    ['on the last day of being 17', '2006-03-05', 'a child of 17'],
    ['of whom only the year of birth is known', '2020', 'a child of about 4'],
  ])('whatever the age: %s', (_when, dateOfBirth, says) => {
    told()
      .when(familyAssessment('2024-03-04', { people: [{ name: 'child', details: { dateOfBirth } }] }))
      .thenRaises({ to: 'csc', says });
  });

  it('not of the grown, the unborn and the dead', () => {
    const unborn = { name: 'child', details: { dateOfBirth: undefined as never, expectedOn: '2024-08-01' } } as const;
    told()
      .when(familyAssessment('2024-03-04', { people: [{ name: 'child', details: { dateOfBirth: '2006-03-04' } }] }))
      .thenNothing();
    told()
      .when(familyAssessment('2024-03-04', { people: ['mother', unborn], kind: 'pre-birth' }))
      .thenNothing();
    told()
      .given(deathOf('2024-02-01', 'child', { by: 'csc' }))
      .when(familyAssessment('2024-03-04', { people: ['child'] }))
      .thenNothing();
  });

  it('of a child whose age is not recorded', () => {
    told()
      .when(familyAssessment('2024-03-04', { people: ['mother', { name: 'child', details: 'none' }] }))
      .thenRaises({ to: 'csc', about: 'mother', says: 'age is not recorded' });
  });

  it('knows a child by any agency’s reference', () => {
    told()
      .given(held('2024-01-02', 'police', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(familyAssessment('2024-03-04', { people: ['mother'] }))
      .thenRaises({ to: 'csc', says: 'a child of 9' });
  });

  it('stays silent where nobody is a victim or a child', () => {
    told()
      .given(
        held('2024-01-02', 'asc', {
          people: ['grandmother', { name: 'child', role: 'other' }],
          relationships: [['grandmother', 'lives-with', 'child']],
        }),
      )
      .when(familyAssessment('2024-03-04', { by: 'asc', kind: 'adult', people: ['grandmother'] }))
      .thenNothing();
  });

  it('is about the victim or child where the subject poses the risk', () => {
    told()
      .given(family, incident('2024-01-10'))
      .when(familyAssessment('2024-03-04', { people: ['ex-partner', 'mother'], subject: 'ex-partner' }))
      .thenRaises({ to: 'csc', about: 'mother' });
  });

  it('is silent of an assessment recorded more than 90 days later', () => {
    told()
      .given(family)
      .when(familyAssessment('2024-03-04', { ...about, recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const bare = familyAssessment('2024-03-04', { ...about, children: [seenAndHeard('child', { seen: false })] });

  it('by the voice of each, whoever recorded it; the last one closes it', () => {
    const last = voice('2024-03-06', 'csc', 'sibling');
    told()
      .given(family, bare)
      .when(voice('2024-03-05', 'education', 'child'))
      .thenClosesNothing()
      .when(last)
      .thenCloses(last, 'csc');
  });

  it('not by the mother’s voice, by a blank one, or by one from before', () => {
    told()
      .given(family, voice('2024-03-01', 'csc', 'child'), voice('2024-03-01', 'csc', 'sibling'), bare)
      .when(voice('2024-03-05', 'csc', 'mother'), voice('2024-03-05', 'csc', 'child', { views: ' ' }))
      .thenClosesNothing()
      .thenOpenWith('csc');
  });

  it('by the death of the only child who was not heard', () => {
    const death = deathOf('2024-03-05', 'child', { by: 'csc' });
    told()
      .given(familyAssessment('2024-03-04', { people: ['child'] }))
      .when(death)
      .thenCloses(death, 'csc');
  });

  it('of a child whom nothing yet places in the household too', () => {
    const heard = voice('2024-03-05', 'csc', 'child', { people: ['child', 'mother'] });
    told()
      .given(familyAssessment('2024-03-04', { people: ['mother', 'child'] }))
      .when(voice('2024-03-05', 'csc', 'mother'))
      .thenClosesNothing()
      .when(heard)
      .thenCloses(heard, 'csc');
  });

  it('by a corrected assessment', () => {
    told()
      .given(family, bare)
      .when(corrected(bare, '2024-03-05', { children: both }))
      .thenSupersedes('csc')
      .thenNothing();
    told()
      .given(family, bare)
      .when(corrected(bare, '2024-03-05', { children: [seenAndHeard('sibling')] }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', says: 'a child of 9' });
    told().given(family, bare).when(retracted(bare, '2024-03-05')).thenSupersedes('csc').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a voice of before the assessment began that comes in after it; by one from its time it is', () => {
    const one = { people: ['child', 'mother'], relationships: [['mother', 'parent-of', 'child']] } as const;
    const during = voice('2024-02-20', 'csc', 'child', { recorded: '2024-03-06' });
    told()
      .given(familyAssessment('2024-03-04', { ...one, startedOn: '2024-02-12' }))
      .when(voice('2023-10-04', 'csc', 'child', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(during)
      .thenCloses(during, 'csc');
  });
});

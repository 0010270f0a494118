import {
  assessment,
  attendance,
  corrected,
  held,
  incident,
  nomination,
  removal,
  retracted,
  riskReview,
  story,
  write,
  type Written,
} from '../engine/testing';
import { deathRecorded } from '@throughline/records';

const victim = incident('2024-01-10', { people: ['mother', 'ex-partner', 'child'], relationships: [['mother', 'parent-of', 'child']] });
const told = (...given: readonly Written[]) => story('suicide-risk').given(victim, ...given);
const both = [
  { to: 'gp', class: 'now', due: '2024-03-05T10:00' },
  { to: 'mental-health', due: '2024-03-05T10:00' },
] as const;
const parent = { name: 'mother', role: 'parent-or-carer' } as const;

describe('When a life may be in danger', () => {
  it.each([
    ['her child is removed', removal('2024-03-04', { people: ['child', 'mother'] })],
    ['her child is removed by a record that calls her a parent', removal('2024-03-04', { people: ['child', parent] })],
    ['her child is removed by a record that does not name her', removal('2024-03-04', { people: ['child'] })],
    ['self-harm is recorded', attendance('2024-03-04', { selfHarm: true })],
    ['self-harm is recorded of somebody whom others know as a victim', attendance('2024-03-04', { selfHarm: true, people: [parent] })],
    ['an assessment says that she may be suicidal', assessment('2024-03-04', { indicators: ['isolation', 'suicidal'] })],
  ] as const)('general practice and mental health are told at once: %s', (_what, trigger) => {
    told()
      .when(trigger)
      .thenRaises({ ...both[0], about: 'mother', says: 'without blame', evidence: [trigger] }, both[1]);
  });

  it('the lead agency is told too, even where it recorded it itself', () => {
    told(nomination('2024-02-01', 'csc', 'haven'))
      .when(attendance('2024-03-04', { selfHarm: true, by: 'haven' }))
      .thenRaises({ to: 'gp' }, { to: 'mental-health' }, { to: 'haven' });
  });

  it('tells of a child who lives with abuse and harms themselves', () => {
    told()
      .when(attendance('2024-03-04', { selfHarm: true, people: ['child', 'mother'] }))
      .thenRaises({ to: 'gp', about: 'child' }, { to: 'mental-health', about: 'child' });
  });

  it('is about the parent, though the child is named as a victim too', () => {
    told()
      .when(removal('2024-03-04', { people: [{ name: 'child', role: 'victim' }, 'mother'] }))
      .thenRaises({ to: 'gp', about: 'mother' }, { to: 'mental-health', about: 'mother' });
  });

  it('tells the MARAC coordinator which service the partnership lacks', () => {
    story('suicide-risk', { lacks: ['mental-health'] })
      .given(victim)
      .when(attendance('2024-03-04', { selfHarm: true }))
      .thenRaises({ to: 'gp' }, { to: 'marac', says: 'no mental-health service' });
  });

  it.each([
    ['an attendance without self-harm', attendance('2024-03-04', { selfHarm: false, injuries: true })],
    ['an attendance that does not say', attendance('2024-03-04')],
    ['self-harm of the person posing risk', attendance('2024-03-04', { selfHarm: true, people: ['ex-partner', 'mother'] })],
    ['self-harm of somebody who is no victim', attendance('2024-03-04', { selfHarm: true, people: ['grandmother'] })],
    ['other indicators', assessment('2024-03-04', { indicators: ['isolation'] })],
    ['a record that comes in late', attendance('2024-03-04', { selfHarm: true, recorded: '2024-06-03' })],
  ] as const)('nobody is told of %s', (_what, trigger) => {
    told().when(trigger).thenNothing();
  });

  it('is silent where the parent of the removed child is no victim', () => {
    story('suicide-risk')
      .when(removal('2024-03-04', { people: ['child', parent], relationships: [['mother', 'parent-of', 'child']] }))
      .thenNothing();
  });

  it('is not late after ninety days to the hour', () => {
    told()
      .when(attendance('2024-03-04', { selfHarm: true, recorded: '2024-06-02T10:00' }))
      .thenRaises({ to: 'gp' }, { to: 'mental-health' });
  });
});

describe('It is answered', () => {
  const harm = attendance('2024-03-04', { selfHarm: true });

  it('by a review of the risk', () => {
    const review = riskReview('2024-03-05', 'mental-health');
    told(harm).when(review).thenCloses(review, 'gp', 'mental-health');
  });

  it('not by a review about her child, one of before that comes in late, or a new assessment', () => {
    told(harm)
      .when(riskReview('2024-03-05', 'csc', { people: ['child'] }))
      .thenClosesNothing()
      .when(riskReview('2024-03-01', 'csc', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(assessment('2024-03-06'))
      .thenClosesNothing();
  });

  it('goes with her death, a retraction, or a correction that says otherwise', () => {
    const death = write(deathRecorded, 'police', '2024-03-05', {}, { diedOn: '2024-03-05', manner: 'unexplained' });
    told(harm).when(death).thenCloses(death, 'gp', 'mental-health');
    told(harm).when(retracted(harm, '2024-03-05')).thenSupersedes('gp', 'mental-health').thenNothing();
    told(harm)
      .when(corrected(harm, '2024-03-05', { selfHarm: false }))
      .thenSupersedes('gp', 'mental-health')
      .thenNothing();
    const quiet = attendance('2024-03-04', { selfHarm: false });
    told(quiet, held('2024-03-04', 'csc'))
      .when(corrected(quiet, '2024-03-05', { selfHarm: true }))
      .thenRaises({ to: 'gp', due: '2024-03-06T10:00' }, { to: 'mental-health' });
  });
});

describe('A parent whose child is removed', () => {
  it('is thought of where the removal names the child alone, whom others have called a victim', () => {
    const young = assessment('2024-01-11', { by: 'csc', people: [{ name: 'child', role: 'victim' }], tool: 'young-person-dash' });
    told(young)
      .when(removal('2024-03-04', { people: ['child'] }))
      .thenRaises({ to: 'gp', about: 'mother' }, { to: 'mental-health', about: 'mother' });
  });

  it('may be no more than a child herself', () => {
    const baby = { people: ['sibling', 'child'], relationships: [['sibling', 'parent-of', 'child']] } as const;
    const mother = { name: 'sibling', details: { nhsNumber: '9991000186' } } as const;
    story('suicide-risk')
      .given(held('2024-01-09', 'csc', { people: [mother] }), incident('2024-01-11', { people: [{ ...mother, role: 'victim' }] }))
      .when(removal('2024-03-04', { ...baby, people: ['child', { ...mother, role: 'parent-or-carer' }] }))
      .thenRaises({ to: 'gp', about: 'sibling' }, { to: 'mental-health', about: 'sibling' });
  });

  it('is the parent: not another child of the family who was called a victim', () => {
    const sister = assessment('2024-01-11', { by: 'csc', people: [{ name: 'sibling', role: 'victim' }], tool: 'young-person-dash' });
    const family = held('2024-01-11', 'csc', { people: ['mother', 'sibling'], relationships: [['mother', 'parent-of', 'sibling']] });
    told(family, sister)
      .when(removal('2024-03-04', { people: ['child'] }))
      .thenRaises({ to: 'gp', about: 'mother' }, { to: 'mental-health', about: 'mother' });
  });
});

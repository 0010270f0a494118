import { assessment, corrected, retracted, story, type Written } from '../engine/testing';

const told = (...given: readonly Written[]) => story('tool-not-dash').given(...given);
const other = assessment('2024-03-04', { by: 'gp', tool: 'other', level: 'medium' });
const medium = assessment('2024-03-04', { by: 'police', level: 'medium' });

describe('A risk assessment with another tool', () => {
  it('is put right by whoever made it', () => {
    told()
      .when(other)
      .thenRaises({ to: 'gp', class: 'tidy', due: '2024-03-11T10:00', about: 'mother', evidence: [other], says: 'tool' });
  });

  it.each(['dash-ric', 's-dash', 'dara', 'young-person-dash'] as const)('is none where it is %s', (tool) => {
    told().when(assessment('2024-03-04', { tool })).thenNothing();
  });

  it('is no matter where it comes in late', () => {
    told()
      .when(assessment('2024-03-04', { tool: 'other', recorded: '2024-07-01' }))
      .thenNothing();
  });
});

describe('Levels of two agencies that differ', () => {
  it('are told to both', () => {
    const standard = assessment('2024-03-20', { level: 'standard' });
    told(medium)
      .when(standard)
      .thenRaises({ to: 'idva', due: '2024-03-27T10:00', evidence: [standard, medium], says: 'differ' }, { to: 'police' });
    told(other)
      .when(assessment('2024-03-20', { level: 'high', tool: 'other' }))
      .thenRaises({ to: 'idva', says: 'differ' }, { to: 'gp', says: 'tool' });
  });

  it('are none where they are equal, are of one agency, or the older one is three months old', () => {
    told(medium)
      .when(assessment('2024-03-20', { level: 'medium' }))
      .thenNothing();
    told(medium)
      .when(assessment('2024-03-20', { by: 'police', level: 'high' }))
      .thenNothing();
    told(medium)
      .when(assessment('2024-06-04', { level: 'high' }))
      .thenNothing();
    told(medium)
      .when(assessment('2024-06-03', { level: 'high' }))
      .thenRaises({ to: 'idva' }, { to: 'police' });
  });

  it('are those of each agency’s newest assessment', () => {
    told(medium, assessment('2024-03-10', { by: 'police', level: 'high' }))
      .when(assessment('2024-03-20', { level: 'high' }))
      .thenNothing();
    told(medium, assessment('2024-03-20', { level: 'medium' }))
      .when(assessment('2024-03-10', { level: 'high', recorded: '2024-03-21' }))
      .thenNothing();
  });

  it('are of one victim', () => {
    told(medium)
      .when(assessment('2024-03-20', { level: 'high', people: ['neighbour'] }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const high = assessment('2024-03-20', { level: 'high' });

  it('by equal newest levels', () => {
    const agreed = assessment('2024-03-22', { by: 'police', level: 'high' });
    told(medium, high)
      .when(assessment('2024-03-21', { level: 'standard' }))
      .thenClosesNothing()
      .when(assessment('2024-03-21T12:00', { level: 'high' }))
      .thenClosesNothing()
      .when(agreed)
      .thenCloses(agreed, 'idva', 'police', 'idva', 'police', 'idva', 'police');
  });

  it('where the tool was another, by an agreed one', () => {
    const again = assessment('2024-03-08', { by: 'gp', level: 'medium' });
    told(other)
      .when(assessment('2024-03-06', { by: 'gp', tool: 'other', level: 'medium' }))
      .thenClosesNothing()
      .when(assessment('2024-03-07', { by: 'gp', level: 'medium', people: ['neighbour'] }))
      .thenClosesNothing()
      .when(again)
      .thenCloses(again, 'gp', 'gp');
  });

  it('goes with the assessment', () => {
    told(medium, high).when(retracted(high, '2024-03-21')).thenSupersedes('idva', 'police').thenNothing();
    told(medium, high).when(retracted(medium, '2024-03-21')).thenSupersedes('idva', 'police').thenNothing();
    told(medium, high)
      .when(corrected(high, '2024-03-21', { level: 'medium' }))
      .thenSupersedes('idva', 'police')
      .thenNothing();
  });
});

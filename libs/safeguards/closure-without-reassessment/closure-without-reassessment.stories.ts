import { acknowledgedBy, assessment, closed, corrected, incident, retracted, story, held } from '../engine/testing';

const told = () => story('closure-without-reassessment');
const abuse = incident('2023-10-02', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });

describe('When a case is closed without assessing the risk again', () => {
  it.each(['csc', 'idva', 'haven'])('%s has two working days', (by) => {
    const closure = closed('2024-03-04', by);
    told()
      .given(abuse)
      .when(closure)
      .thenRaises({ to: by, class: 'act', due: '2024-03-06T10:00', evidence: [closure] });
  });

  it('an assessment of three months before is new enough, and one older is not', () => {
    told().given(abuse, assessment('2023-12-04')).when(closed('2024-03-04', 'csc')).thenNothing();
    told().given(abuse, assessment('2023-12-03')).when(closed('2024-03-04', 'csc')).thenRaises({ to: 'csc' });
  });

  it('whoever assessed, and whether the case was the mother’s or the child’s', () => {
    told()
      .given(abuse, assessment('2024-02-01', { by: 'police' }))
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenNothing();
    told()
      .given(abuse)
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenRaises({ to: 'csc', about: 'child' });
  });

  it('an assessment of somebody else, or of her as posing the risk, does not do', () => {
    told()
      .given(
        abuse,
        assessment('2024-02-01', { people: ['neighbour'] }),
        assessment('2024-02-02', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }),
      )
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'csc' });
  });

  it.each([
    ['another kind of agency closes', [abuse], closed('2024-03-04', 'housing')],
    ['adult social care closes', [abuse], closed('2024-03-04', 'asc')],
    ['there is no domestic abuse in the history', [], closed('2024-03-04', 'csc')],
    ['the person has died', [abuse], closed('2024-03-04', 'csc', { reason: 'deceased' })],
    ['it was closed more than 90 days before', [abuse], closed('2024-03-04', 'csc', { recorded: '2024-06-03' })],
  ] as const)('is silent where %s', (_what, given, closure) => {
    told()
      .given(...given)
      .when(closure)
      .thenNothing();
  });
});

describe('It is answered', () => {
  const closure = closed('2024-03-04', 'csc');

  it('by an assessment, and one that was made in time and comes in late', () => {
    for (const record of [assessment('2024-03-05', { by: 'police' }), assessment('2024-02-01', { recorded: '2024-03-05' })]) {
      told().given(abuse, closure).when(record).thenCloses(record, 'csc');
    }
  });

  it('not by one of long ago that comes in late, of somebody else, or by acknowledging', () => {
    told()
      .given(abuse, closure)
      .when(
        assessment('2023-12-03', { recorded: '2024-03-05' }),
        assessment('2024-03-05', { people: ['neighbour'] }),
        acknowledgedBy('csc'),
      )
      .thenClosesNothing()
      .thenOpenWith('csc');
  });

  it('or goes with the closure', () => {
    told().given(abuse, closure).when(retracted(closure, '2024-03-05')).thenSupersedes('csc').thenNothing();
    told()
      .given(abuse, closure)
      .when(corrected(closure, '2024-03-05', { reason: 'moved-away' }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', due: '2024-03-07' });
    told()
      .given(abuse, closure, assessment('2024-03-05'))
      .when(corrected(closure, '2024-03-06', { reason: 'moved-away' }))
      .thenNothing();
  });
});

describe('An assessment of somebody else who lives with them', () => {
  it('is none of theirs', () => {
    const lodger = held('2024-01-05', 'csc', {
      people: ['mother', { name: 'grandmother', role: 'victim' }],
      relationships: [['grandmother', 'lives-with', 'mother']],
    });
    const hers = assessment('2024-02-20', { by: 'csc', people: [{ name: 'grandmother', role: 'victim' }] });
    story('closure-without-reassessment')
      .given(incident('2023-10-02'), lodger, hers)
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'csc' });
  });
});

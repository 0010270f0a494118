import { assessment, closed, corrected, heard, listed, opened, referral, retracted, story, type Written, held } from '../engine/testing';

const told = (...given: readonly Written[]) => story('closure-before-marac').given(...given);
const both = [{ to: 'csc', class: 'now', due: '2024-03-05T10:00' } as const, { to: 'marac', due: '2024-03-05T10:00' } as const];

describe('When a case is closed before MARAC has heard it', () => {
  it.each([
    ['a referral to MARAC is open', [referral('2024-02-20', 'marac')]],
    ['it is listed for a meeting to come', [listed('2024-02-20', { meetingOn: '2024-03-21' })]],
    [
      'it is listed though an older meeting heard it',
      [listed('2024-02-20', { meetingOn: '2024-03-21' }), heard('2022-01-06', { recorded: '2024-02-21' })],
    ],
    ['the level is high and was never heard', [assessment('2024-02-20', { level: 'high' })]],
    ['it became high after the last hearing', [heard('2024-01-18'), assessment('2024-02-20', { level: 'high' })]],
    [
      'the level is high of an agency that has not assessed again',
      [assessment('2024-02-20', { level: 'high' }), assessment('2024-02-21', { level: 'medium', by: 'police' })],
    ],
  ] as const)('the closing agency and MARAC are told where %s', (_what, given) => {
    told(...given)
      .when(closed('2024-03-04', 'csc'))
      .thenRaises(...both);
  });

  it.each([
    ['MARAC has heard the referral', [referral('2024-02-20', 'marac'), heard('2024-02-22')]],
    ['MARAC has heard the listing', [listed('2024-02-20', { meetingOn: '2024-02-22' }), heard('2024-02-22')]],
    ['a meeting heard it earlier than it was listed for', [listed('2024-02-20', { meetingOn: '2024-03-21' }), heard('2024-03-01')]],
    [
      'it was heard since it became high, though assessed as high again',
      [assessment('2024-02-01', { level: 'high' }), heard('2024-02-22'), assessment('2024-02-27', { level: 'high' })],
    ],
    ['the level is high no more', [assessment('2024-02-01', { level: 'high' }), assessment('2024-02-20', { level: 'medium' })]],
    ['the high assessment is twelve months old', [assessment('2023-03-04', { level: 'high' })]],
    ['nothing waits', [referral('2024-02-20', 'idva'), assessment('2024-02-20', { level: 'medium' })]],
    [
      'they were named as posing the risk to somebody else',
      [referral('2024-02-20', 'marac', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] })],
    ],
  ] as const)('nobody is told where %s', (_what, given) => {
    told(...given)
      .when(closed('2024-03-04', 'csc'))
      .thenNothing();
  });

  it.each(['csc', 'asc', 'idva', 'haven'])('%s closes', (by) => {
    told(referral('2024-02-20', 'marac')).when(closed('2024-03-04', by)).thenRaises({ to: by }, { to: 'marac' });
  });

  it.each(['gp', 'housing', 'police', 'mental-health'])('nobody is told when %s closes', (by) => {
    told(referral('2024-02-20', 'marac')).when(closed('2024-03-04', by)).thenNothing();
  });

  it('looks at the mother when the child’s case is closed', () => {
    told(
      referral('2024-02-20', 'marac'),
      held('2024-02-21', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }),
    )
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenRaises({ to: 'csc', about: 'child' }, { to: 'marac', about: 'child' });
  });
});

describe('It is answered', () => {
  const closure = closed('2024-03-04', 'csc');
  const waiting = listed('2024-02-20', { meetingOn: '2024-03-21' });

  it('by opening the case again, by the agency that closed it', () => {
    const again = opened('2024-03-05', 'csc', 'childrens-social-care');
    told(waiting, closure)
      .when(opened('2024-03-05', 'idva', 'idva'))
      .thenClosesNothing()
      .when(again)
      .thenCloses(again, 'csc', 'marac');
  });

  it('by a hearing, and not by one of long ago that comes in late', () => {
    const hearing = heard('2024-03-21');
    told(waiting, closure)
      .when(heard('2022-01-06', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(hearing)
      .thenCloses(hearing, 'csc', 'marac');
  });

  it('not by a case that was opened before and comes in late', () => {
    told(waiting, closure)
      .when(opened('2024-01-05', 'csc', 'childrens-social-care', { recorded: '2024-03-05' }))
      .thenClosesNothing();
  });

  it('or goes with the closure', () => {
    told(waiting, closure).when(retracted(closure, '2024-03-05')).thenSupersedes('csc', 'marac').thenNothing();
    told(waiting, closure)
      .when(corrected(closure, '2024-03-05', { reason: 'moved-away' }))
      .thenSupersedes('csc', 'marac')
      .thenRaises({ to: 'csc', due: '2024-03-06' }, { to: 'marac' });
    told(waiting, closure, heard('2024-03-21'))
      .when(corrected(closure, '2024-03-22', { reason: 'moved-away' }))
      .thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a hearing about somebody else who lives with them', () => {
    const lodger = held('2024-01-05', 'csc', {
      people: ['mother', { name: 'grandmother', role: 'victim' }],
      relationships: [['grandmother', 'lives-with', 'mother']],
    });
    told(lodger, assessment('2024-02-20', { level: 'high' }), closed('2024-03-04', 'csc'))
      .when(heard('2024-03-07', { people: [{ name: 'grandmother', role: 'victim' }] }))
      .thenClosesNothing()
      .thenOpenWith('csc', 'marac');
  });
});

describe('What comes in after the closure', () => {
  const closure = closed('2024-03-04', 'csc');

  it.each([
    ['a referral to MARAC', referral('2024-03-01', 'marac', { recorded: '2024-03-06' })],
    ['a listing', listed('2024-03-01', { meetingOn: '2024-03-21', recorded: '2024-03-06' })],
    ['an assessment of high risk', assessment('2024-03-01', { level: 'high', recorded: '2024-03-06' })],
  ] as const)('and was made before it counts: %s', (_what, late) => {
    const again = opened('2024-03-07', 'csc', 'childrens-social-care', { caseId: 'csc-c-2' });
    told(closure)
      .when(late)
      .thenRaises({ to: 'csc', class: 'now', due: '2024-03-07T10:00', evidence: [late, closure] }, { to: 'marac' })
      .when(again)
      .thenCloses(again, 'csc', 'marac');
  });

  it('is no matter where it was made after it, is no referral to MARAC, or the case was opened again', () => {
    told(closure).when(referral('2024-03-05', 'marac')).thenNothing();
    told(closure)
      .when(referral('2024-03-01', 'idva', { recorded: '2024-03-06' }))
      .thenNothing();
    told(closure)
      .when(assessment('2024-03-01', { level: 'medium', recorded: '2024-03-06' }))
      .thenNothing();
    told(closure, opened('2024-03-05', 'csc', 'childrens-social-care'))
      .when(referral('2024-03-01', 'marac', { recorded: '2024-03-06' }))
      .thenNothing();
    told(closed('2024-03-04', 'housing'))
      .when(referral('2024-03-01', 'marac', { recorded: '2024-03-06' }))
      .thenNothing();
  });

  it('is told once of one closure', () => {
    told(closure, referral('2024-03-01', 'marac', { recorded: '2024-03-06' }))
      .when(assessment('2024-03-01', { level: 'high', recorded: '2024-03-06T12:00' }))
      .thenNothing();
    told(referral('2024-03-01', 'marac'), closure)
      .when(assessment('2024-03-01', { level: 'high', recorded: '2024-03-06' }))
      .thenNothing();
  });
});

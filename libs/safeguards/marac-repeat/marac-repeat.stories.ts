import {
  breach,
  corrected,
  disclosure,
  healthDisclosure,
  heard,
  incident,
  listed,
  referral,
  retracted,
  story,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-repeat').given(...given);
const with_ = (person: 'ex-partner' | 'new partner') => ({ people: ['mother', person] as const });
const hearing = heard('2024-01-18', with_('ex-partner'));

describe('An incident within twelve months after a hearing', () => {
  it('is told to MARAC and police at once', () => {
    const repeat = incident('2024-03-04', with_('ex-partner'));
    told(hearing)
      .when(repeat)
      .thenRaises(
        { to: 'marac', class: 'now', due: '2024-03-05T10:00', about: 'mother', evidence: [repeat, hearing], says: 'repeat' },
        { to: 'police', due: '2024-03-05T10:00' },
      );
  });

  it.each([
    ['a disclosure that names the day', disclosure('2024-03-04', { incidentOn: '2024-03-01', ...with_('ex-partner') }), 'housing'],
    ['a disclosure to a doctor', healthDisclosure('2024-03-04', { incidentOn: '2024-03-01' }), 'gp'],
    ['a breach of an order', breach('2024-03-04', { by: 'probation', ...with_('ex-partner') }), 'probation'],
  ] as const)('whoever records it is told too: %s', (_what, trigger, by) => {
    told(hearing).when(trigger).thenRaises({ to: 'marac' }, { to: 'police' }, { to: by });
  });

  it('counts where nobody knows who posed the risk, at the incident or at the hearing', () => {
    told(hearing).when(incident('2024-03-04')).thenRaises({ to: 'marac' }, { to: 'police' });
    told(heard('2024-01-18'))
      .when(incident('2024-03-04', with_('new partner')))
      .thenRaises({ to: 'marac' }, { to: 'police' });
  });

  it('is none where it was another person, or where she was never heard', () => {
    told(hearing)
      .when(incident('2024-03-04', with_('new partner')))
      .thenNothing();
    told()
      .when(incident('2024-03-04', with_('ex-partner')))
      .thenNothing();
    told(heard('2024-01-18', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .when(incident('2024-03-04'))
      .thenNothing();
  });

  it('finds the hearing of the same person behind a later one of another', () => {
    told(hearing, heard('2024-02-15', with_('new partner')))
      .when(incident('2024-03-04', with_('ex-partner')))
      .thenRaises({ to: 'marac' }, { to: 'police' });
  });

  it('counts for twelve months, and from the meeting on', () => {
    told(hearing)
      .when(incident('2025-01-17', with_('ex-partner')))
      .thenRaises({ to: 'marac' }, { to: 'police' });
    told(hearing)
      .when(incident('2025-01-18', with_('ex-partner')))
      .thenNothing();
    told(hearing)
      .when(incident('2024-01-18T11:00', with_('ex-partner')))
      .thenRaises({ to: 'marac' }, { to: 'police' });
    told(hearing)
      .when(incident('2024-01-17', { recorded: '2024-01-19', ...with_('ex-partner') }))
      .thenNothing();
    told(hearing)
      .when(disclosure('2024-03-04', { incidentOn: '2024-01-17' }))
      .thenNothing();
  });

  it('is none where police say that it was no domestic abuse, or a disclosure names no day', () => {
    told(hearing)
      .when(incident('2024-03-04', { domesticAbuse: false }), disclosure('2024-03-05'))
      .thenNothing();
  });

  it('is told once, whoever reports it: another agency is told for itself', () => {
    const [first, second] = [incident('2024-03-04'), healthDisclosure('2024-03-05', { incidentOn: '2024-03-04' })];
    told(hearing, first)
      .when(second)
      .thenRaises({ to: 'gp', evidence: [second, hearing, first] })
      .when(retracted(first, '2024-03-05T12:00'))
      .thenSupersedes('marac', 'police', 'gp')
      .thenRaises({ to: 'marac' }, { to: 'police' }, { to: 'gp' });
  });

  it('is told though it comes in late', () => {
    told(hearing)
      .when(incident('2024-03-04', { recorded: '2024-09-02' }))
      .thenRaises({ to: 'marac', due: '2024-09-03' }, { to: 'police' });
  });

  it('is silent where the case went to MARAC again after it', () => {
    told(hearing, referral('2024-03-05', 'marac'))
      .when(incident('2024-03-04', { recorded: '2024-03-06' }))
      .thenNothing();
    told(hearing, listed('2024-03-01', { meetingOn: '2024-03-21' }))
      .when(incident('2024-03-04'))
      .thenRaises({ to: 'marac' }, { to: 'police' });
  });

  it('tells the police of a MARAC coordinator whom the partnership lacks', () => {
    story('marac-repeat', { lacks: ['marac'] })
      .given(hearing)
      .when(incident('2024-03-04'))
      .thenRaises({ to: 'police', says: 'no marac service' });
  });
});

describe('It is answered', () => {
  const repeat = incident('2024-03-04');

  it.each([
    ['a referral to MARAC', referral('2024-03-05', 'marac')],
    ['a listing', listed('2024-03-05', { meetingOn: '2024-03-21' })],
    ['a hearing', heard('2024-03-21')],
  ] as const)('by %s', (_what, answer) => {
    told(hearing, repeat).when(answer).thenCloses(answer, 'marac', 'police');
  });

  it('not by a referral elsewhere, about somebody else, or of before', () => {
    told(hearing, repeat)
      .when(referral('2024-03-05', 'idva'))
      .thenClosesNothing()
      .when(referral('2024-03-05', 'marac', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .thenClosesNothing()
      .when(referral('2024-01-05', 'marac', { recorded: '2024-03-06' }))
      .thenClosesNothing();
  });

  it('goes with the incident, and with the hearing', () => {
    told(hearing, repeat).when(retracted(repeat, '2024-03-05')).thenSupersedes('marac', 'police').thenNothing();
    told(hearing, repeat).when(retracted(hearing, '2024-03-05')).thenSupersedes('marac', 'police').thenNothing();
    told(hearing, repeat)
      .when(corrected(repeat, '2024-03-05', { domesticAbuse: false }))
      .thenSupersedes('marac', 'police')
      .thenNothing();
  });
});

describe('Whether it was the same person', () => {
  const bare = (name: 'ex-partner' | 'new partner') => ['mother', { name, details: 'none' as const }] as const;

  it('is not known where nobody has said who one of the two is: it counts', () => {
    told(heard('2024-01-18', { people: bare('ex-partner') }))
      .when(incident('2024-03-04', { people: bare('ex-partner') }))
      .thenRaises({ to: 'marac' }, { to: 'police' });
    told(heard('2024-01-18', { people: bare('ex-partner') }))
      .when(incident('2024-03-04', with_('new partner')))
      .thenRaises({ to: 'marac' }, { to: 'police' });
  });

  it('is known where one agency has a reference for each: it does not', () => {
    told(heard('2024-01-18', { by: 'police', people: bare('ex-partner') }))
      .when(incident('2024-03-04', { people: bare('new partner') }))
      .thenNothing();
  });
});

describe('A hearing that comes in after the incident', () => {
  const late = heard('2024-01-18', { ...with_('ex-partner'), recorded: '2024-03-06' });

  it('makes it a repeat all the same, for who recorded the incident too', () => {
    const told1 = disclosure('2024-03-04', { incidentOn: '2024-03-01', ...with_('ex-partner') });
    const answer = referral('2024-03-07', 'marac');
    told(told1)
      .when(late)
      .thenRaises({ to: 'marac', class: 'now', due: '2024-03-07T10:00', evidence: [late, told1] }, { to: 'police' }, { to: 'housing' })
      .when(referral('2024-02-01', 'marac', { recorded: '2024-03-06T12:00', referralId: 'police-marac-2' }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'marac', 'police', 'housing');
  });

  it('though it is more than ninety days late', () => {
    told(incident('2024-03-04'))
      .when(heard('2023-11-02', { recorded: '2024-03-06' }))
      .thenRaises({ to: 'marac' }, { to: 'police' });
  });

  it('is told once, and of nobody else, of nothing of before it or of a year after it, nor where MARAC knows', () => {
    told(hearing, incident('2024-03-04', with_('ex-partner')))
      .when(heard('2024-02-01', { ...with_('ex-partner'), recorded: '2024-03-06' }))
      .thenNothing();
    told(incident('2024-03-04', with_('new partner')))
      .when(late)
      .thenNothing();
    told(incident('2024-01-10', with_('ex-partner')))
      .when(late)
      .thenNothing();
    told(incident('2024-03-04'))
      .when(heard('2023-03-04', { recorded: '2024-03-06' }))
      .thenNothing();
    told(incident('2024-03-04'), listed('2024-03-05', { meetingOn: '2024-03-21' }))
      .when(late)
      .thenNothing();
  });
});

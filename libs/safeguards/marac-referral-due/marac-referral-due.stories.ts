import {
  assessment,
  breach,
  corrected,
  disclosure,
  healthDisclosure,
  heard,
  held,
  incident,
  listed,
  referral,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('marac-referral-due');

describe('A high risk', () => {
  it('waits a working day for its MARAC referral, then tells the assessor and MARAC', () => {
    told()
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenNothing()
      .after('2024-03-05T09:59')
      .thenNothing()
      .after('2024-03-05T10:00')
      .thenRaises(
        { to: 'idva', class: 'now', raised: '2024-03-05T10:00', due: '2024-03-06T10:00' },
        { to: 'marac', raised: '2024-03-05T10:00', due: '2024-03-06T10:00' },
      );
  });

  it('is one from 14 ticks on, whatever the level', () => {
    told()
      .given(assessment('2024-03-04', { level: 'medium', ticks: 14 }))
      .after('2024-03-05')
      .thenRaises({ to: 'idva', says: '14 ticks' }, { to: 'marac' });
    told()
      .given(assessment('2024-03-04', { level: 'medium', ticks: 13 }))
      .after('2024-03-15')
      .thenNothing();
    story('marac-referral-due', { thresholds: { maracTicks: 10 } })
      .given(assessment('2024-03-04', { level: 'medium', ticks: 10 }))
      .after('2024-03-05')
      .thenRaises({ to: 'idva' }, { to: 'marac' });
  });

  it.each([
    ['a referral', referral('2024-03-05T09:00', 'marac')],
    ['a listing', listed('2024-03-05T09:00', { meetingOn: '2024-03-21' })],
    ['a hearing', heard('2024-03-05T09:00')],
  ] as const)('is silent after %s within the working day', (_what, answer) => {
    told()
      .given(assessment('2024-03-04', { level: 'high' }), answer)
      .after('2024-04-04')
      .thenNothing();
  });

  it('is silent after MARAC activity in the twelve months before, and not after an older one', () => {
    told()
      .given(heard('2023-03-05'), assessment('2024-03-04', { level: 'high' }))
      .after('2024-03-15')
      .thenNothing();
    told()
      .given(heard('2023-03-04'), assessment('2024-03-04', { level: 'high' }))
      .after('2024-03-15')
      .thenRaises({ to: 'idva' }, { to: 'marac' });
  });

  it('is not answered by a referral to another service, nor by one that names them as posing the risk', () => {
    const other = referral('2024-03-04T12:00', 'marac', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] });
    told()
      .given(assessment('2024-03-04', { level: 'high' }), referral('2024-03-04T11:00', 'idva'), other)
      .after('2024-03-05')
      .thenRaises({ to: 'idva' }, { to: 'marac' });
  });

  it('is about the victim, whoever the subject of the record is', () => {
    told()
      .given(assessment('2024-03-04', { level: 'high', people: ['mother', 'child'], subject: 'child' }))
      .after('2024-03-05')
      .thenRaises({ to: 'idva', about: 'mother' }, { to: 'marac', about: 'mother' });
  });
});

describe('Incidents that add up', () => {
  it('are due for MARAC at the third in twelve months', () => {
    const [first, second, third] = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04')];
    told()
      .when(first, second)
      .thenNothing()
      .when(third)
      .thenRaises({ to: 'police', due: '2024-03-05T10:00', evidence: [third, first, second] }, { to: 'marac' });
  });

  it('stay silent where the first lies twelve months back', () => {
    told().given(incident('2023-03-05'), incident('2023-10-01')).when(incident('2024-03-04')).thenRaises({ to: 'police' }, { to: 'marac' });
    told().given(incident('2023-03-04'), incident('2023-10-01')).when(incident('2024-03-04')).thenNothing();
  });

  it('count once, whoever reports them, within a day of each other', () => {
    told()
      .given(incident('2024-01-10'), disclosure('2024-01-20', { incidentOn: '2024-01-11' }), incident('2024-02-10'))
      .when(healthDisclosure('2024-02-20', { incidentOn: '2024-02-09' }))
      .thenNothing()
      .when(breach('2024-03-04'))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('do not count where police say it was no domestic abuse, or a disclosure names no day', () => {
    told()
      .given(incident('2024-01-10'), incident('2024-02-10', { domesticAbuse: false }), disclosure('2024-02-20'))
      .when(incident('2024-03-04'))
      .thenNothing();
  });

  it('escalate from two a year, more than in each of the two years before', () => {
    told()
      .given(incident('2021-06-01'), incident('2022-06-01'), incident('2023-06-01'))
      .when(incident('2024-03-04'))
      .thenRaises({ to: 'police', says: '2 incidents' }, { to: 'marac' });
  });

  it('do not escalate from as many as in a year before, nor where one of the two years had none', () => {
    told()
      .given(incident('2021-06-01'), incident('2022-06-01'), incident('2022-09-01'), incident('2023-06-01'))
      .when(incident('2024-03-04'))
      .thenNothing();
    told().given(incident('2022-06-01'), incident('2023-06-01')).when(incident('2024-03-04')).thenNothing();
  });

  it('stay silent after MARAC activity in those twelve months', () => {
    told().given(incident('2023-06-01'), heard('2023-07-01'), incident('2023-10-01')).when(incident('2024-03-04')).thenNothing();
    told()
      .given(heard('2023-03-01'), incident('2023-06-01'), incident('2023-10-01'))
      .when(incident('2024-03-04'))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('count back from the day that a disclosure tells of, late or not', () => {
    told()
      .given(incident('2022-06-01'), incident('2022-08-01'))
      .when(disclosure('2024-03-04', { incidentOn: '2022-09-01' }))
      .thenRaises({ to: 'housing' }, { to: 'marac' });
    told()
      .given(incident('2022-06-01'), incident('2022-08-01'))
      .when(incident('2022-09-01', { recorded: '2024-03-04' }))
      .thenRaises({ to: 'police', due: '2024-03-05' }, { to: 'marac' });
  });
});

describe('The state is told once', () => {
  const three = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04')];

  it('while it is open, though other records show it too', () => {
    told()
      .given(...three)
      .when(incident('2024-03-20'))
      .thenNothing();
  });

  it('but to an agency that has not been told yet', () => {
    told()
      .given(...three)
      .when(breach('2024-03-20', { by: 'probation' }))
      .thenRaises({ to: 'probation' })
      .thenOpenWith('police', 'marac', 'probation');
  });

  it('at once, though another alert only waits for its working day, and not again then', () => {
    told()
      .given(incident('2023-06-01'), incident('2023-10-01'), assessment('2024-03-04', { level: 'high' }))
      .when(incident('2024-03-04T12:00'))
      .thenRaises({ to: 'police' }, { to: 'marac' })
      .after('2024-03-05')
      .thenRaises({ to: 'idva' })
      .thenOpenWith('police', 'marac', 'idva');
  });

  it('and again when it has closed and comes back', () => {
    const answer = referral('2024-03-05', 'marac');
    told()
      .given(...three)
      .when(answer)
      .thenCloses(answer, 'police', 'marac')
      .given(incident('2025-05-01'), incident('2025-06-01'))
      .when(incident('2025-07-01'))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('for one human being: when two references prove to be one, the older stays', () => {
    const unknown = { name: 'mother', details: 'none' } as const;
    const dash = assessment('2024-03-11', { level: 'high', people: [unknown] });
    told()
      .given(...three, dash)
      .after('2024-03-12')
      .thenRaises({ to: 'idva' }, { to: 'marac' })
      .when(held('2024-03-13', 'idva'))
      .thenSupersedes('marac')
      .thenOpenWith('police', 'marac', 'idva');
  });
});

describe('It is answered', () => {
  const three = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04')];

  it('by a listing', () => {
    const answer = listed('2024-03-05', { meetingOn: '2024-03-21' });
    told()
      .given(...three)
      .when(answer)
      .thenCloses(answer, 'police', 'marac');
  });

  it('not by a referral of long ago that comes in late, nor by correcting an older one', () => {
    const old = referral('2022-01-10', 'marac');
    told()
      .given(...three)
      .when(referral('2022-01-10', 'marac', { recorded: '2024-03-06' }))
      .thenClosesNothing();
    told()
      .given(old, ...three)
      .when(corrected(old, '2024-03-06', { reason: 'Other words' }))
      .thenClosesNothing()
      .thenOpenWith('police', 'marac');
  });

  it('is judged again when a record of its evidence is retracted', () => {
    const [first, second, third] = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04')];
    told().given(first, second, third).when(retracted(first, '2024-03-06')).thenSupersedes('police', 'marac').thenNothing();
    told()
      .given(first, second, third, incident('2023-12-01', { recorded: '2024-03-05' }))
      .when(retracted(first, '2024-03-06'))
      .thenSupersedes('police', 'marac')
      .thenRaises({ to: 'police', says: '3 incidents' }, { to: 'marac' });
  });

  it('is superseded by the correction of its trigger and judged again, unless answered since', () => {
    const [first, second, third] = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04')];
    told()
      .given(first, second, third)
      .when(corrected(third, '2024-03-06', { childrenPresent: true }))
      .thenSupersedes('police', 'marac')
      .thenRaises({ to: 'police', due: '2024-03-07' }, { to: 'marac' });
    told()
      .given(first, second, third, referral('2024-03-05', 'marac'))
      .when(corrected(third, '2024-03-06', { childrenPresent: true }))
      .thenNothing();
    told()
      .given(first, second, third)
      .when(corrected(third, '2024-03-06', {}, { time: '2023-10-01' }))
      .thenSupersedes('police', 'marac')
      .thenNothing();
  });

  it('never waits on for a high risk that is retracted or corrected', () => {
    const dash = assessment('2024-03-04', { level: 'high' });
    told().given(dash, retracted(dash, '2024-03-04T12:00')).after('2024-03-11').thenNothing();
    told()
      .given(dash, corrected(dash, '2024-03-04T12:00', { level: 'medium' }))
      .after('2024-03-11')
      .thenNothing();
  });

  it('is told by a later record that was silent while it was open, when its trigger is retracted', () => {
    const [first, second, third, fourth] = [incident('2023-06-01'), incident('2023-10-01'), incident('2024-03-04'), incident('2024-03-20')];
    told()
      .given(first, second, third, fourth)
      .when(retracted(third, '2024-03-25'))
      .thenSupersedes('police', 'marac')
      .thenRaises({ to: 'police', evidence: [first, second, fourth] }, { to: 'marac' });
  });

  it('goes when its evidence proves to be about somebody else', () => {
    const mistaken = held('2024-01-05', 'gp', { people: [{ name: 'neighbour', details: { nhsNumber: '9991000097' } }] });
    const hers = healthDisclosure('2024-02-01', { incidentOn: '2024-02-01', people: [{ name: 'neighbour', details: 'none' }] });
    const details = { given: 'Sue', family: 'Marsh', dateOfBirth: '1990-06-06', nhsNumber: '9991000054' };
    const right = corrected(mistaken, '2024-03-06', { people: [{ ref: 'gp:neighbour', role: 'victim', details }] });
    told()
      .given(mistaken, incident('2024-01-10'), hers)
      .when(incident('2024-02-20'))
      .thenRaises({ to: 'police', about: 'mother' }, { to: 'marac' })
      .when(right)
      .thenSupersedes('police', 'marac')
      .thenNothing();
    told()
      .given(mistaken, incident('2024-01-10'), hers, incident('2024-02-20'), incident('2024-03-04'))
      .when(right)
      .thenSupersedes('police', 'marac')
      .thenRaises({ to: 'police', says: '3 incidents' }, { to: 'marac' });
  });
});

describe('Somebody who is assessed in another role than victim', () => {
  it.each(['parent-or-carer', 'other'] as const)('is at risk all the same: %s', (role) => {
    told()
      .given(assessment('2024-03-04', { level: 'high', people: [{ name: 'mother', role }] }))
      .after('2024-03-05')
      .thenRaises({ to: 'idva', about: 'mother' }, { to: 'marac', about: 'mother' });
  });

  it('but not where they are told of as posing the risk', () => {
    told()
      .given(assessment('2024-03-04', { level: 'high', people: ['ex-partner'] }))
      .after('2024-03-05')
      .thenNothing();
  });
});

describe('An incident that comes in after a later one', () => {
  it('makes three in twelve months, though the last of them was known before it', () => {
    const [first, last] = [incident('2023-06-01'), incident('2024-03-04')];
    const between = incident('2023-12-01', { recorded: '2024-03-10' });
    told()
      .given(first, last)
      .when(between)
      .thenRaises({ to: 'police', says: '3 incidents', evidence: [between, first, last] }, { to: 'marac' });
    told()
      .given(first, last)
      .when(healthDisclosure('2024-03-10', { incidentOn: '2023-12-01' }))
      .thenRaises({ to: 'gp' }, { to: 'marac' });
  });

  it('makes them a rise, where it is the one of a year before', () => {
    told()
      .given(incident('2021-06-01'), incident('2023-06-01'), incident('2024-03-04'))
      .when(incident('2022-06-01', { recorded: '2024-03-10' }))
      .thenRaises({ to: 'police', says: '2 incidents' }, { to: 'marac' });
  });

  it('is silent where twelve months never hold three, or MARAC knew of the later ones', () => {
    told()
      .given(incident('2023-03-05'), incident('2024-03-04'))
      .when(incident('2022-12-01', { recorded: '2024-03-10' }))
      .thenNothing();
    told()
      .given(incident('2023-06-01'), incident('2024-03-04'), referral('2024-03-05', 'marac'))
      .when(incident('2023-12-01', { recorded: '2024-03-10' }))
      .thenNothing();
  });
});

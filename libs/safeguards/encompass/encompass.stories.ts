import {
  acknowledgedBy,
  breach,
  corrected,
  deathOf,
  disclosure,
  enrolled,
  healthDisclosure,
  held,
  incident,
  motherAndChildren,
  retracted,
  story,
  type Told,
} from '../engine/testing';

const told = () => story('encompass');
const family = held('2024-01-02', 'police', motherAndChildren);
const there: Told = { people: ['mother', 'ex-partner', 'child'] };
const bornOn = (dateOfBirth: string) => ({ people: ['mother', { name: 'child' as const, details: { dateOfBirth } }] }) satisfies Told;

describe('When there is an incident around children', () => {
  it('education is told of each child who was there or lives in the household, at once', () => {
    const call = incident('2024-03-04', { ...there, childrenPresent: true });
    told()
      .given(family)
      .when(call)
      .thenRaises(
        { to: 'education', service: 'education', class: 'now', about: 'child', raised: '2024-03-04T10:00', evidence: [call] },
        { to: 'education', class: 'now', about: 'sibling' },
      );
  });

  it('of the children of the household even where the report names none, or says that none was there', () => {
    told()
      .given(family)
      .when(incident('2024-03-04'))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' });
    told()
      .given(family)
      .when(incident('2024-03-04', { childrenPresent: false }))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' });
  });

  it('of the victim’s children, whoever the subject of the report is', () => {
    told()
      .given(family)
      .when(incident('2024-03-04', { people: ['mother', 'ex-partner'], subject: 'ex-partner' }))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' });
  });

  it('of the victim’s children, though the other once reported that the victim harmed somebody before them', () => {
    const against = incident('2024-02-05', {
      people: [{ name: 'ex-partner', role: 'victim' }, { name: 'mother', role: 'person-posing-risk' }, 'child', 'sibling'],
    });
    told()
      .given(family, against)
      .when(incident('2024-03-04', { people: ['mother', 'ex-partner'] }))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' });
  });

  it('whoever reports it, where the day is known', () => {
    const ours = held('2024-01-02', 'housing', motherAndChildren);
    for (const report of [
      disclosure('2024-03-05', { incidentOn: '2024-03-04' }),
      healthDisclosure('2024-03-05', { incidentOn: '2024-03-04' }),
      breach('2024-03-04'),
    ]) {
      told().given(ours).when(report).thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' });
    }
    told().given(ours).when(disclosure('2024-03-05')).thenNothing();
  });

  it('names no child and no place', () => {
    told()
      .when(incident('2024-03-04', { ...there, location: '12 Long Row' }))
      .thenRaises({ to: 'education', saysNothingOf: 'Josh' });
  });

  it('stays silent where police say that it was no domestic abuse, and where there is no child', () => {
    told()
      .given(family)
      .when(incident('2024-03-04', { domesticAbuse: false }))
      .thenNothing();
    told()
      .when(incident('2024-03-04', { people: ['mother', 'ex-partner'], childrenPresent: true }))
      .thenNothing();
  });

  it('stays silent of a child who was not there and does not live there', () => {
    told()
      .when(incident('2024-03-04', { ...there, childrenPresent: false }))
      .thenNothing();
    told().given(family, deathOf('2024-02-01', 'child')).when(incident('2024-03-04')).thenRaises({ to: 'education', about: 'sibling' });
  });

  it('stays silent of a child who posed the risk', () => {
    told()
      .given(family)
      .when(incident('2024-03-04', { people: ['mother', { name: 'sibling', role: 'person-posing-risk' }] }))
      .thenRaises({ to: 'education', about: 'child' });
  });
});

describe('The children are of 2 to 17', () => {
  it.each([
    ['on the second birthday', '2022-03-04', true],
    ['the day before the second birthday', '2022-03-05', false],
    ['on the last day of being 17', '2006-03-05', true],
    ['on the eighteenth birthday', '2006-03-04', false],
    ['where only the year of birth is known', '2022', true],
  ])('%s', (_when, dateOfBirth, isTold) => {
    told()
      .when(incident('2024-03-04', bornOn(dateOfBirth)))
      .thenRaises(...(isTold ? [{ to: 'education', about: 'child' as const }] : []));
  });

  it('an unborn child is not, one whose age is not recorded may be, and the alert says so', () => {
    told()
      .when(
        incident('2024-03-04', {
          people: ['mother', { name: 'child', details: { dateOfBirth: undefined as never, expectedOn: '2024-08-01' } }],
        }),
      )
      .thenNothing();
    told()
      .when(incident('2024-03-04', { people: ['mother', { name: 'child', details: 'none' }] }))
      .thenRaises({ to: 'education', says: 'age is not recorded' });
  });
});

describe('It is due before school', () => {
  it.each([
    ['on a school day', '2024-03-04T10:00', '2024-03-05T08:00'],
    ['just before eight on a school day', '2024-03-04T07:59', '2024-03-04T08:00'],
    ['at eight on a school day', '2024-03-04T08:00', '2024-03-05T08:00'],
    ['on a Friday night', '2024-03-08T23:00', '2024-03-11T08:00'],
    ['early on a Saturday', '2024-03-09T06:00', '2024-03-11T08:00'],
    ['in the summer holidays', '2024-08-01T06:00', '2024-09-03T08:00'],
    ['before Easter, when the holidays begin', '2024-03-28T12:00', '2024-04-15T08:00'],
  ])('%s', (_when, at, due) => {
    told().when(incident(at, there)).thenRaises({ to: 'education', due });
  });
});

describe('Who is told', () => {
  it('is education, also where the child’s enrolment is recorded, by whomever', () => {
    told().given(enrolled('2024-01-02', 'child')).when(incident('2024-03-04', there)).thenRaises({ to: 'education' });
    told()
      .given(enrolled('2024-01-02', 'child', { by: 'csc' }))
      .when(incident('2024-03-04', there))
      .thenRaises({ to: 'education', service: 'education' });
  });

  it('is the MARAC coordinator where the partnership has no education agency', () => {
    story('encompass', { lacks: ['education'] })
      .when(incident('2024-03-04', there))
      .thenRaises({ to: 'marac', about: 'child', says: 'no education service' });
  });
});

describe('One incident is told once', () => {
  const call = incident('2024-03-04', there);
  const again = healthDisclosure('2024-03-06', { people: ['mother', 'child'], incidentOn: '2024-03-05' });

  it('whoever reports it again within a day of it', () => {
    told().given(call).when(again).thenNothing();
    told()
      .given(call)
      .when(healthDisclosure('2024-03-07', { people: ['mother', 'child'], incidentOn: '2024-03-06' }))
      .thenRaises({ to: 'education' });
  });

  it('and is told by the other report when the first is retracted', () => {
    const known = held('2024-01-02', 'police', { people: ['mother', 'child'] });
    told()
      .given(known, call, again)
      .when(retracted(call, '2024-03-07'))
      .thenSupersedes('education')
      .thenRaises({ to: 'education', evidence: [again] });
    told().given(known, call, again).when(retracted(again, '2024-03-07')).thenNothing().thenOpenWith('education');
    const twice = incident('2024-03-04T10:05', { ...there, incidentNumber: 'police-twice' });
    told().given(call, twice).when(retracted(twice, '2024-03-07')).thenNothing().thenOpenWith('education');
    told()
      .given(call, twice)
      .when(retracted(call, '2024-03-07'))
      .thenSupersedes('education')
      .thenRaises({ to: 'education', evidence: [twice] });
  });

  it('and of a child whom only the second report names', () => {
    told()
      .given(incident('2024-03-04', { people: ['mother'] }))
      .when(again)
      .thenRaises({ to: 'education', about: 'child' });
  });
});

describe('Late records', () => {
  it('are silent: recorded more than 90 days later, or disclosed so long after', () => {
    told()
      .when(incident('2024-03-04', { ...there, recorded: '2024-06-02' }))
      .thenRaises({ to: 'education' });
    told()
      .when(incident('2024-03-04', { ...there, recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .when(disclosure('2024-06-02', { people: ['mother', 'child'], incidentOn: '2024-03-04' }))
      .thenRaises({ to: 'education' });
    told()
      .when(disclosure('2024-06-03', { people: ['mother', 'child'], incidentOn: '2024-03-04' }))
      .thenNothing();
  });
});

describe('It closes', () => {
  const call = incident('2024-03-04', there);

  it('by acknowledging it', () => {
    told().given(call).when(acknowledgedBy('education')).thenAcknowledged('education').thenOpenWith();
  });

  it('with the correction of the report, and is judged anew', () => {
    told()
      .given(call)
      .when(corrected(call, '2024-03-05', { domesticAbuse: false }))
      .thenSupersedes('education')
      .thenNothing();
    told()
      .given(call)
      .when(corrected(call, '2024-03-05', { childrenPresent: true }))
      .thenSupersedes('education')
      .thenRaises({ to: 'education', due: '2024-03-06T08:00' });
    told().given(call).when(retracted(call, '2024-03-05')).thenSupersedes('education').thenNothing();
  });
  it('by the death of the child', () => {
    const died = deathOf('2024-03-05', 'child');
    told().given(call).when(died).thenCloses(died, 'education');
  });
});

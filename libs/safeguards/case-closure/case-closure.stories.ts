import {
  acknowledgedBy,
  closed,
  corrected,
  disclosure,
  ended,
  held,
  incident,
  opened,
  referral,
  decision,
  retracted,
  started,
  story,
  deathOf,
} from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('case-closure', { lacks });
const family = {
  people: ['mother', 'child', 'sibling'],
  relationships: [
    ['mother', 'parent-of', 'child'],
    ['mother', 'parent-of', 'sibling'],
  ],
} as const;
const history = incident('2024-01-10');
const cases = [
  opened('2024-01-15', 'csc', 'childrens-social-care'),
  opened('2024-01-16', 'idva', 'idva'),
  started('2024-01-17', 'gp', 'general-practice'),
];

describe('When a case with a history of domestic abuse closes', () => {
  it('every involved agency is told, and every agency that published in the last twelve months', () => {
    told()
      .given(history, ...cases)
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'idva', class: 'know', due: 'never', says: 'completed' }, { to: 'gp' }, { to: 'police' });
  });

  it('the agency that closed it is not told of its own act', () => {
    told()
      .given(history, ...cases)
      .when(closed('2024-03-04', 'idva'))
      .thenRaises({ to: 'csc' }, { to: 'gp' }, { to: 'police' });
  });

  it('an agency that published thirteen months ago is not, one that did so within twelve is', () => {
    told().given(incident('2023-03-04')).when(closed('2024-03-04', 'csc')).thenNothing();
    told().given(incident('2023-03-05')).when(closed('2024-03-04', 'csc')).thenRaises({ to: 'police' });
  });

  it('an agency whose own work ended is only known', () => {
    told()
      .given(history, ...cases, ended('2024-02-01', 'gp', 'general-practice'))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'idva' }, { to: 'gp' }, { to: 'police' });
  });

  it('stays silent without domestic abuse in the history', () => {
    told()
      .given(started('2024-01-17', 'gp', 'general-practice'))
      .when(closed('2024-03-04', 'csc'))
      .thenNothing();
    told()
      .given(incident('2024-01-10', { domesticAbuse: false }), started('2024-01-17', 'gp', 'general-practice'))
      .when(closed('2024-03-04', 'csc'))
      .thenNothing();
  });

  it('knows the history of a child’s household', () => {
    told()
      .given(history, held('2024-01-11', 'health-visiting', family))
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'education', about: 'sibling' }, { to: 'police' }, { to: 'health-visiting' });
  });

  it('never tells a service for the person posing risk, though police and probation are told', () => {
    const risk = { people: ['ex-partner', 'mother'], subject: 'ex-partner' } as const;
    told()
      .given(incident('2024-01-10', { people: ['mother', 'ex-partner'] }), referral('2024-01-11', 'perpetrator-programme', risk))
      .given(decision('2024-01-12', 'change', { ...risk, referralId: 'police-perpetrator-programme' }))
      .given(started('2024-01-13', 'mental-health', 'mental-health', risk), started('2024-01-13', 'probation', 'probation', risk))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'police' }, { to: 'probation' });
  });

  it('leaves out agencies that work only with others who live there', () => {
    const lodger = held('2024-01-05', 'asc', {
      people: ['grandmother', 'mother'],
      relationships: [['grandmother', 'lives-with', 'mother']],
    });
    told()
      .given(history, lodger, started('2024-01-06', 'mental-health', 'mental-health', { people: ['grandmother'] }))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'police' });
  });
});

describe('Schools are told', () => {
  const bornOn = (dateOfBirth: string) =>
    held('2024-01-11', 'csc', {
      ...family,
      people: ['mother', { name: 'child', details: { dateOfBirth, nhsNumber: '9991000127' } }, 'sibling'],
    });

  it.each([
    ['on the fourth birthday', '2020-03-04', true],
    ['the day before the fourth birthday', '2020-03-05', false],
    ['on the last day of being 16', '2007-03-05', true],
    ['on the seventeenth birthday', '2007-03-04', false],
    ['where only the year of birth is known', '2020', true],
  ])('of a child, %s', (_when, dateOfBirth, isTold) => {
    const schools = [{ to: 'education', about: 'sibling' as const }, ...(isTold ? [{ to: 'education', about: 'child' as const }] : [])];
    told()
      .given(history, bornOn(dateOfBirth))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises(...schools, { to: 'police' });
  });

  it('through the MARAC coordinator, naming the service, where there is no education agency', () => {
    told(['education'])
      .given(history, held('2024-01-11', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'marac', about: 'child', says: 'no education service' }, { to: 'police' });
  });

  it('even where the child is the subject and MARAC is involved already: the lacking service is still named', () => {
    told(['education'])
      .given(disclosure('2024-01-10', { people: ['child'] }), referral('2024-01-11', 'marac', { people: ['child'] }))
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenRaises({ to: 'marac', says: 'no education service' }, { to: 'housing' }, { to: 'police' });
  });
});

describe('It closes', () => {
  const closure = closed('2024-03-04', 'csc');

  it('by acknowledging it, for who did', () => {
    told()
      .given(history, ...cases, closure)
      .when(acknowledgedBy('gp'))
      .thenAcknowledged('gp')
      .thenOpenWith('idva', 'police');
  });

  it('with the retraction of the closure, for children too', () => {
    const families = closed('2024-03-04', 'csc', family);
    told()
      .given(history, families)
      .when(retracted(families, '2024-03-05'))
      .thenSupersedes('education', 'education', 'police')
      .thenNothing();
  });

  it('with its correction, and is told anew', () => {
    told()
      .given(history, closure)
      .when(corrected(closure, '2024-03-05', { reason: 'not-engaging' }))
      .thenSupersedes('police')
      .thenRaises({ to: 'police', says: 'not engaging' });
  });
});

describe('A child', () => {
  const children = held('2024-01-11', 'csc', family);

  it('who has died is told of to no school', () => {
    told()
      .given(history, children, deathOf('2024-02-01', 'child'))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'education', about: 'sibling' }, { to: 'police' });
  });

  it('whose age nobody has recorded is told of', () => {
    const ageless = { ...family, people: ['mother', { name: 'child', details: 'none' }] } as const;
    told()
      .given(history, held('2024-01-11', 'csc', { ...ageless, relationships: [['mother', 'parent-of', 'child']] }))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'education', about: 'child' }, { to: 'police' });
  });
});

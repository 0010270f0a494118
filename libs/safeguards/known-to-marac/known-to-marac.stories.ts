import {
  acknowledgedBy,
  ended,
  heard,
  held,
  listed,
  motherAndChildren,
  opened,
  referral,
  retracted,
  started,
  story,
  transferIn,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('known-to-marac').given(...given);
const around = [
  started('2024-01-08', 'csc', 'childrens-social-care'),
  started('2024-01-08', 'gp', 'general-practice'),
  started('2024-01-08', 'education', 'education'),
] as const;
const listing = listed('2024-03-04', { meetingOn: '2024-03-21' });
const hearing = heard('2024-01-18');

describe('When MARAC knows a family', () => {
  it.each([
    ['listed', listing, '2025-03-21'],
    ['heard', heard('2024-03-21'), '2025-03-21'],
    ['transferred here', transferIn('2024-03-04'), '2025-03-04'],
  ] as const)('every involved agency knows and logs it until the marker ends: %s', (_what, trigger, until) => {
    told(...around)
      .when(trigger)
      .thenRaises(
        {
          to: 'csc',
          class: 'know',
          due: 'never',
          about: 'mother',
          says: `log it until ${until}`,
          saysNothingOf: 'supervision',
          evidence: [trigger],
        },
        { to: 'gp', says: 'supervision' },
        { to: 'education', says: 'supervision' },
      );
  });

  it('agencies around her children are told too, and MARAC is not told of itself', () => {
    const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told(family, started('2024-01-08', 'health-visiting', 'community-health', { people: ['child'] }), referral('2024-03-01', 'marac'))
      .when(listing)
      .thenRaises({ to: 'health-visiting', about: 'mother', says: 'supervision' }, { to: 'police' });
  });

  it('those who only published, have left, or work with the person posing risk are not told', () => {
    const programme = started('2024-01-08', 'change', 'perpetrator-programme', { people: ['ex-partner', 'mother'] });
    told(
      held('2024-01-08', 'housing'),
      started('2024-01-08', 'gp', 'general-practice'),
      ended('2024-02-08', 'gp', 'general-practice'),
      programme,
    )
      .when(listing)
      .thenNothing();
  });

  it('a referral to MARAC makes nobody known', () => {
    told(...around)
      .when(referral('2024-03-04', 'marac'))
      .thenNothing();
  });

  it('a listing that comes in late tells nobody', () => {
    told(...around)
      .when(listed('2024-03-04', { meetingOn: '2024-03-21', recorded: '2024-07-01' }))
      .thenNothing();
  });
});

describe('An agency that becomes involved within twelve months after', () => {
  it('is told, and nobody else', () => {
    const begins = started('2024-03-04', 'mental-health', 'mental-health');
    told(...around, hearing, opened('2024-02-01', 'housing', 'housing'))
      .when(begins)
      .thenRaises({ to: 'mental-health', about: 'mother', says: 'log it until 2025-01-18', evidence: [begins, hearing] });
    told(hearing)
      .when(opened('2024-03-04', 'housing', 'housing'))
      .thenRaises({ to: 'housing', saysNothingOf: 'supervision' });
  });

  it('may be whoever receives a referral, and whoever makes it', () => {
    told(hearing).when(referral('2024-03-04', 'idva')).thenRaises({ to: 'idva' }, { to: 'police' });
    told(hearing).when(referral('2024-03-04', 'marac')).thenRaises({ to: 'police' });
  });

  it('may work with a child of the family', () => {
    const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told(family, hearing)
      .when(started('2024-03-04', 'health-visiting', 'community-health', { people: ['child'] }))
      .thenRaises({ to: 'health-visiting', about: 'child' });
  });

  it('is not told where it works with somebody else who lives there', () => {
    const together = held('2024-01-05', 'csc', {
      people: ['mother', 'grandmother'],
      relationships: [
        ['grandmother', 'parent-of', 'mother'],
        ['mother', 'lives-with', 'grandmother'],
      ],
    });
    told(together, hearing)
      .when(started('2024-03-04', 'gp', 'general-practice', { people: ['grandmother'] }))
      .thenNothing();
  });

  it('is told of a brother or sister whose case was heard', () => {
    const family = held('2024-01-05', 'csc', motherAndChildren);
    told(family, heard('2024-01-18', { people: ['sibling'] }))
      .when(started('2024-03-04', 'health-visiting', 'community-health', { people: ['child'] }))
      .thenRaises({ to: 'health-visiting', about: 'child' });
  });

  it('is not told where it was involved before', () => {
    told(hearing, started('2024-02-05', 'gp', 'general-practice'), ...[])
      .given(acknowledgedBy('gp'))
      .when(opened('2024-03-04', 'gp', 'general-practice'))
      .thenNothing();
  });

  it('is told to the last day of the marker, and of a meeting that has happened or is to come', () => {
    told(hearing)
      .when(started('2025-01-18', 'gp', 'general-practice'))
      .thenRaises({ to: 'gp' });
    told(hearing)
      .when(started('2025-01-19', 'gp', 'general-practice'))
      .thenNothing();
    told(listing)
      .when(started('2024-03-05', 'gp', 'general-practice'))
      .thenRaises({ to: 'gp' });
    told()
      .when(started('2024-03-05', 'gp', 'general-practice'))
      .thenNothing();
    told(heard('2024-01-18', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .when(started('2024-03-04', 'gp', 'general-practice'))
      .thenNothing();
  });
});

describe('It is told once', () => {
  it('while it is open', () => {
    told(...around, listing)
      .when(heard('2024-03-21'))
      .thenNothing()
      .thenOpenWith('csc', 'gp', 'education');
  });

  it('and answered by acknowledging it', () => {
    told(started('2024-01-08', 'gp', 'general-practice'), listing)
      .when(acknowledgedBy('gp'))
      .thenAcknowledged('gp')
      .when(heard('2024-03-21'))
      .thenRaises({ to: 'gp' });
  });

  it('and goes with what showed it, unless something later shows it too', () => {
    told(started('2024-01-08', 'gp', 'general-practice'), listing)
      .when(retracted(listing, '2024-03-05'))
      .thenSupersedes('gp')
      .thenNothing();
    told(started('2024-01-08', 'gp', 'general-practice'), listing, heard('2024-03-21'))
      .when(retracted(listing, '2024-03-22'))
      .thenSupersedes('gp')
      .thenRaises({ to: 'gp' });
  });
});

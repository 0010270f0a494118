import {
  acknowledgedBy,
  allocated,
  assessment,
  corrected,
  decision,
  heard,
  incident,
  referral,
  retracted,
  sanctuaryVisit,
  story,
  tenancy,
  deathOf,
} from '../engine/testing';

const told = () => story('sanctuary-referral');

describe('When a tenancy starts after rehousing because of domestic abuse', () => {
  it('tells the Sanctuary scheme at once, with a working day to take it on', () => {
    told()
      .given(incident('2024-01-10'))
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'sanctuary', service: 'sanctuary', class: 'now', raised: '2024-03-04T10:00', due: '2024-03-05T10:00' });
  });

  it('names the tenancy and the suitability of the property, and no place', () => {
    told()
      .given(allocated('2024-03-01', { sanctuarySuitability: 'partial' }))
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'sanctuary', says: 'housing-t-1', saysNothingOf: 'Canal' });
    told()
      .given(allocated('2024-03-01', { sanctuarySuitability: 'partial' }))
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'sanctuary', says: 'partial' });
    told().when(tenancy('2024-03-04')).thenRaises({ to: 'sanctuary', says: 'not recorded' });
  });

  it('counts working days: from Maundy Thursday the first is the Tuesday after Easter', () => {
    told().when(tenancy('2024-03-28T16:30')).thenRaises({ to: 'sanctuary', due: '2024-04-02T16:30' });
  });

  it('stays silent when somebody moves for another reason', () => {
    told()
      .given(incident('2024-01-10'))
      .when(tenancy('2024-03-04', { reason: 'other' }))
      .thenNothing();
  });

  it('speaks of a tenancy that began 90 days before it was recorded, and not of one of 91', () => {
    told()
      .when(tenancy('2024-06-01', { recorded: '2024-08-30' }))
      .thenRaises({ to: 'sanctuary' });
    told()
      .when(tenancy('2024-06-01', { recorded: '2024-08-31' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    story('sanctuary-referral', { lacks: ['sanctuary'] })
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'marac', service: 'sanctuary', says: 'no sanctuary service' });
  });
});

describe('The Sanctuary scheme answers', () => {
  it('by assessing this tenancy', () => {
    const visit = sanctuaryVisit('2024-03-05T09:00');
    told().given(tenancy('2024-03-04')).when(visit).thenCloses(visit, 'sanctuary').after('2024-04-04').thenEscalatesTo();
  });

  it('not by assessing another tenancy', () => {
    told()
      .given(tenancy('2024-03-04'))
      .when(sanctuaryVisit('2024-03-05', { tenancyId: 'housing-t-2' }))
      .thenClosesNothing();
  });

  it('in time for the first day by deciding a Sanctuary referral; five working days remain to assess', () => {
    told()
      .given(tenancy('2024-03-04'), referral('2024-03-04T11:00', 'sanctuary'))
      .when(decision('2024-03-05T09:00', 'sanctuary'))
      .thenClosesNothing()
      .thenDue('sanctuary', '2024-03-11T10:00')
      .after('2024-03-11T09:59')
      .thenEscalatesTo()
      .after('2024-03-11T10:00')
      .thenEscalatesTo({ to: 'housing' });
  });

  it('not by deciding another referral', () => {
    told()
      .given(tenancy('2024-03-04'), referral('2024-03-04T11:00', 'idva'))
      .when(decision('2024-03-05T09:00', 'idva'))
      .thenDue('sanctuary', '2024-03-05T10:00')
      .after('2024-03-05T10:00')
      .thenEscalatesTo({ to: 'housing' });
  });

  it('and what was escalated closes with it', () => {
    const visit = sanctuaryVisit('2024-03-07');
    told()
      .given(tenancy('2024-03-04'))
      .after('2024-03-06')
      .thenEscalatesTo({ to: 'housing' })
      .when(visit)
      .thenCloses(visit, 'sanctuary', 'housing');
  });
});

describe('When nobody takes it on', () => {
  it('it goes on to housing after exactly one working day, once', () => {
    told()
      .given(tenancy('2024-03-04'))
      .after('2024-03-05T09:59')
      .thenEscalatesTo()
      .after('2024-03-05T10:00')
      .thenEscalatesTo({ to: 'housing', raised: '2024-03-05T10:00' })
      .after('2024-03-25')
      .thenEscalatesTo();
  });

  it('acknowledging it does not stop the clock', () => {
    told().given(tenancy('2024-03-04'), acknowledgedBy('sanctuary')).after('2024-03-05').thenEscalatesTo({ to: 'housing' });
  });

  it('it goes to MARAC as well where the risk is high', () => {
    told()
      .given(assessment('2024-02-01', { level: 'high' }), tenancy('2024-03-04'))
      .after('2024-03-05')
      .thenEscalatesTo({ to: 'housing' }, { to: 'marac' });
    told()
      .given(assessment('2024-02-01', { level: 'medium' }), tenancy('2024-03-04'))
      .after('2024-03-05')
      .thenEscalatesTo({ to: 'housing' });
  });

  it('it goes to MARAC as well where the person is marked, until twelve months after the hearing', () => {
    told().given(heard('2023-03-05'), tenancy('2024-03-04')).after('2024-03-05').thenEscalatesTo({ to: 'housing' }, { to: 'marac' });
    told().given(heard('2023-03-04'), tenancy('2024-03-04')).after('2024-03-05').thenEscalatesTo({ to: 'housing' });
  });
});

describe('When the tenancy is corrected or retracted', () => {
  const home = tenancy('2024-03-04');

  it('supersedes what it raised and judges it again', () => {
    told()
      .given(home)
      .when(corrected(home, '2024-03-06', { tenancyId: 'housing-t-9' }))
      .thenSupersedes('sanctuary', 'housing')
      .thenRaises({ to: 'sanctuary', says: 'housing-t-9', due: '2024-03-07' });
  });

  it('is silent when the reason was another', () => {
    told()
      .given(home)
      .when(corrected(home, '2024-03-04T12:00', { reason: 'other' }))
      .thenSupersedes('sanctuary')
      .thenNothing()
      .after('2024-04-01')
      .thenEscalatesTo();
  });

  it('is not raised again where the scheme has assessed it since', () => {
    told()
      .given(home, sanctuaryVisit('2024-03-05T09:00'))
      .when(corrected(home, '2024-03-06', { startedOn: '2024-03-03' }))
      .thenNothing();
  });

  it('is withdrawn with a retraction', () => {
    told()
      .given(home)
      .when(retracted(home, '2024-03-04T12:00'))
      .thenSupersedes('sanctuary')
      .thenNothing()
      .after('2024-04-01')
      .thenEscalatesTo();
  });
});

describe('A tenancy that comes in after its assessment', () => {
  const [visit, started] = [sanctuaryVisit('2024-03-05'), tenancy('2024-03-04', { recorded: '2024-03-06' })];

  it('asks for none, until the assessment is taken back', () => {
    told()
      .given(visit)
      .when(started)
      .thenNothing()
      .when(retracted(visit, '2024-03-07', 'inaccurate'))
      .thenRaises({ to: 'sanctuary', raised: '2024-03-07T10:00', evidence: [started] });
  });

  it('asks for one where that was of another tenancy, or of before it', () => {
    told()
      .given(sanctuaryVisit('2024-03-05', { tenancyId: 'housing-t-9' }))
      .when(started)
      .thenRaises({ to: 'sanctuary' });
    told().given(sanctuaryVisit('2024-02-05')).when(started).thenRaises({ to: 'sanctuary' });
  });
});

describe('The suitability', () => {
  it('is that of this home, not of another that was allocated before', () => {
    const elsewhere = { lines: ['1 Other Road'], postcode: 'S1 1AA', sensitive: true };
    story('sanctuary-referral')
      .given(allocated('2023-03-04', { sanctuarySuitability: 'full', address: elsewhere }))
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'sanctuary', says: 'not recorded' });
    story('sanctuary-referral')
      .given(
        allocated('2024-03-01', { sanctuarySuitability: 'partial' }),
        allocated('2023-03-04', { sanctuarySuitability: 'full', address: elsewhere, recorded: '2024-03-02' }),
      )
      .when(tenancy('2024-03-04'))
      .thenRaises({ to: 'sanctuary', says: 'partial' });
  });
});

describe('Nobody visits the dead', () => {
  it('and nobody is told that they were not visited', () => {
    const lost = deathOf('2024-03-04T12:00', 'mother');
    story('sanctuary-referral').given(tenancy('2024-03-04')).when(lost).thenCloses(lost, 'sanctuary').after('2024-04-04').thenEscalatesTo();
  });
});

import {
  acknowledgedBy,
  corrected,
  decision,
  heard,
  listed,
  type Named,
  referral,
  retracted,
  settingsWithout,
  story,
} from '../engine/testing';

const told = () => story('referral-undecided');
const csc = 'childrens-social-care';

describe('When a referral waits for a decision', () => {
  it('its receiver is told at the deadline, and the referrer a working day later', () => {
    told()
      .given(referral('2024-03-04', csc))
      .after('2024-03-05T09:59')
      .thenNothing()
      .after('2024-03-05T10:00')
      .thenRaises({ to: 'csc', service: csc, class: 'act', raised: '2024-03-05T10:00', due: '2024-03-05T10:00' })
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises({ to: 'police', due: '2024-03-06T10:00' })
      .after('2024-04-04')
      .thenNothing();
  });

  it.each([
    ['mash', 'mash', '2024-03-05', '2024-03-06'],
    ['sanctuary', 'sanctuary', '2024-03-05', '2024-03-06'],
    ['refuge', 'haven', '2024-03-05', '2024-03-06'],
    ['marac', 'marac', '2024-03-05', '2024-03-06'],
    ['idva', 'idva', '2024-03-06', '2024-03-07'],
    ['mental-health', 'mental-health', '2024-03-18', '2024-03-19'],
    ['perpetrator-programme', 'change', '2024-03-18', '2024-03-19'],
    ['early-help', 'csc', '2024-03-18', '2024-03-19'],
    ['specialist-da', 'haven', '2024-03-07', '2024-03-08'],
    ['housing', 'housing', '2024-03-07', '2024-03-08'],
  ] as const)('%s has its own days', (service, to, day, later) => {
    told()
      .given(referral('2024-03-04', service))
      .after(`${day}T09:59`)
      .thenNothing()
      .after(`${day}T10:00`)
      .thenRaises({ to, raised: `${day}T10:00` })
      .after(`${later}T10:00`)
      .thenRaises({ to: 'police', raised: `${later}T10:00` });
  });

  it('names whom it was sent to, where that is another agency than gives the service', () => {
    told()
      .given(referral('2024-03-04', 'idva', { to: 'haven' }))
      .after('2024-03-06')
      .thenRaises({ to: 'haven' });
  });

  it('goes to the MARAC coordinator where the partnership lacks the service', () => {
    story('referral-undecided', { lacks: ['sanctuary'] })
      .given(referral('2024-03-04', 'sanctuary'))
      .after('2024-03-05')
      .thenRaises({ to: 'marac', service: 'sanctuary', says: 'no sanctuary service' });
  });

  it('is silent when it was decided in time, by whatever reference the receiver uses', () => {
    told().given(referral('2024-03-04', 'idva'), decision('2024-03-06T09:59', 'idva')).after('2024-04-04').thenNothing();
    told()
      .given(
        referral('2024-03-04', csc),
        decision('2024-03-04T12:00', 'csc', { referralId: `police-${csc}`, people: [{ name: 'mother', details: 'none' }] }),
      )
      .after('2024-04-04')
      .thenNothing();
  });

  it('is silent when the decision came in before the referral itself', () => {
    told()
      .given(decision('2024-03-04T12:00', 'idva'), referral('2024-03-04', 'idva', { recorded: '2024-03-04T13:00' }))
      .after('2024-04-04')
      .thenNothing();
  });

  it('is about the victim where the referral is filed under the person posing risk', () => {
    told()
      .given(referral('2024-03-04', csc, { people: ['ex-partner', 'mother'] }))
      .after('2024-03-05')
      .thenRaises({ to: 'csc', about: 'mother' });
  });

  it('is about the person posing risk where a programme for them is asked for, and nobody else is named', () => {
    told()
      .given(referral('2024-03-04', 'perpetrator-programme', { people: ['ex-partner'] }))
      .after('2024-03-18')
      .thenRaises({ to: 'change', about: 'ex-partner' });
  });

  it('is silent about a referral that was made more than 90 days before it was recorded', () => {
    told()
      .given(referral('2024-01-01', csc, { recorded: '2024-03-31' }))
      .after('2024-06-03')
      .thenOpenWith('csc', 'police');
    told()
      .given(referral('2024-01-01', csc, { recorded: '2024-04-01' }))
      .after('2024-06-03')
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by the decision, whatever it is, with the referrer and the receiver', () => {
    const decided = decision('2024-03-07', 'csc', { referralId: `police-${csc}`, outcome: 'declined' });
    told().given(referral('2024-03-04', csc)).after('2024-03-06').when(decided).thenCloses(decided, 'csc', 'police');
  });

  it('before the referrer is told, where it comes between the two days', () => {
    told()
      .given(referral('2024-03-04', csc))
      .after('2024-03-05')
      .thenRaises({ to: 'csc' })
      .given(decision('2024-03-06T09:00', 'csc', { referralId: `police-${csc}` }))
      .after('2024-04-04')
      .thenNothing();
  });

  it('not by deciding another referral, nor by acknowledging it', () => {
    told()
      .given(referral('2024-03-04', csc))
      .after('2024-03-05')
      .when(decision('2024-03-05T12:00', 'csc', { referralId: 'gp-ref-1' }), acknowledgedBy('csc'))
      .thenClosesNothing()
      .thenOpenWith('csc');
  });
});

describe('A referral to MARAC', () => {
  const made = referral('2024-03-04', 'marac');

  it('is answered by listing, not by accepting it', () => {
    const listing = listed('2024-03-07', { meetingOn: '2024-03-21' });
    told()
      .given(made)
      .after('2024-03-06')
      .when(decision('2024-03-06T12:00', 'marac'))
      .thenClosesNothing()
      .when(listing)
      .thenCloses(listing, 'marac', 'police');
  });

  it('not by a listing for a meeting before it, nor by that of somebody else', () => {
    const other: readonly Named[] = ['neighbour'];
    told()
      .given(made)
      .after('2024-03-05')
      .when(listed('2024-03-05T12:00', { meetingOn: '2024-03-01' }), listed('2024-03-05T13:00', { meetingOn: '2024-03-21', people: other }))
      .thenClosesNothing();
  });

  it('waits for nothing where a meeting is to hear the case, or has heard it since', () => {
    told()
      .given(listed('2024-02-20', { meetingOn: '2024-03-21' }), made)
      .after('2024-04-04')
      .thenNothing();
    told().given(made, heard('2024-03-05T09:00')).after('2024-04-04').thenNothing();
  });

  it('is asked again where the meeting was long ago', () => {
    told().given(heard('2024-02-20'), made).after('2024-03-05').thenRaises({ to: 'marac', says: 'listed' });
  });
});

describe('When the referral is corrected or retracted', () => {
  const made = referral('2024-03-04', csc);

  it('is withdrawn with it', () => {
    told().given(made).after('2024-03-06').when(retracted(made, '2024-03-06T12:00')).thenSupersedes('csc', 'police').thenNothing();
    told().given(made, retracted(made, '2024-03-04T12:00')).after('2024-04-04').thenNothing();
  });

  it('is judged again by what it says then', () => {
    told()
      .given(made)
      .after('2024-03-05')
      .when(corrected(made, '2024-03-05T12:00', { service: 'idva' }))
      .thenSupersedes('csc')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises({ to: 'idva' });
  });
});

describe('A referral to an agency that is no member of the partnership', () => {
  it('is put to the MARAC coordinator, who is told which, for nothing crosses to another partnership', () => {
    told()
      .given(referral('2024-03-04', csc, { to: 'riverside-csc' }))
      .after('2024-03-05')
      .thenRaises({ to: 'marac', due: '2024-03-05T10:00', says: 'The agency riverside-csc is no member of this partnership' })
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
  });

  it('the same where it has left before the term passed, and whoever gives the service since is told', () => {
    const leaving = (gone: readonly string[], to?: string) => {
      const it = told().given(referral('2024-03-04', csc, to === undefined ? {} : { to }));
      it.partnership.state.settings = settingsWithout(gone);
      return it.after('2024-03-05');
    };
    leaving(['csc']).thenRaises({ to: 'marac', says: 'has no childrens-social-care service' });
    leaving(['police']).thenRaises({ to: 'csc' }).after('2024-03-06').thenRaises({ to: 'marac', says: 'The agency police is no member' });
  });
});

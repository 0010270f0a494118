import {
  assessment,
  breach,
  corrected,
  disclosure,
  familyAssessment,
  heard,
  incident,
  listed,
  type Named,
  referral,
  retracted,
  story,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('many-perpetrators').given(...given);
const by = (...people: readonly Named[]) => ({ people: ['mother' as const, ...people] });
const first = incident('2024-01-10', by('ex-partner'));
const second = incident('2024-03-04', by('new partner'));

describe('A second person posing risk', () => {
  it('brings the case to MARAC, whatever the level', () => {
    told(first)
      .when(second)
      .thenRaises(
        { to: 'marac', class: 'now', due: '2024-03-05T10:00', about: 'mother', evidence: [second, first], says: '2 different persons' },
        { to: 'idva' },
        { to: 'police' },
      );
  });

  it.each([
    ['an assessment', assessment('2024-03-04', by('new partner')), 'idva'],
    ['a breach', breach('2024-03-04', { by: 'probation', ...by('new partner') }), 'probation'],
    ['an assessment of the family', familyAssessment('2024-03-04', by('new partner')), 'csc'],
    ['one record that names both', disclosure('2024-03-04', { incidentOn: '2024-03-03', ...by('ex-partner', 'new partner') }), 'housing'],
  ] as const)('may be named by %s', (_what, trigger, agency) => {
    const others = agency === 'idva' ? [] : [{ to: agency }];
    told(first)
      .when(trigger)
      .thenRaises({ to: 'marac' }, { to: 'idva' }, ...others);
  });

  it.each([
    ['the same person again', incident('2024-03-04', by('ex-partner'))],
    ['the same person by another agency’s reference', assessment('2024-03-04', by('ex-partner'))],
    ['nobody', incident('2024-03-04')],
    ['an incident that was no domestic abuse', incident('2024-03-04', { domesticAbuse: false, ...by('new partner') })],
    ['a disclosure of no particular day', disclosure('2024-03-04', by('new partner'))],
    ['a referral, which is neither incident nor assessment', referral('2024-03-04', 'idva', by('new partner'))],
    ['another victim', incident('2024-03-04', { people: ['neighbour', 'new partner'] })],
  ] as const)('is none where a record names %s', (_what, trigger) => {
    told(first).when(trigger).thenNothing();
  });

  it('is not taken for one where an agency’s reference says of nobody who it is', () => {
    const unknown = { name: 'new partner', details: 'none' } as const;
    told(first)
      .when(assessment('2024-03-04', by(unknown)))
      .thenNothing();
    told(first)
      .when(incident('2024-03-04', by(unknown)))
      .thenRaises({ to: 'marac' }, { to: 'idva' }, { to: 'police' });
  });

  it('counts however long ago the first was, and late records too', () => {
    told(incident('2015-01-10', by('ex-partner')))
      .when(second)
      .thenRaises({ to: 'marac' }, { to: 'idva' }, { to: 'police' });
    told(second)
      .when(incident('2022-01-10', { recorded: '2024-03-06', ...by('ex-partner') }))
      .thenRaises({ to: 'marac', due: '2024-03-07' }, { to: 'idva' }, { to: 'police' });
  });

  it('is from three on where a partnership says so', () => {
    story('many-perpetrators', { thresholds: { manyPerpetrators: 3 } })
      .given(first)
      .when(second)
      .thenNothing();
  });

  it('reaches the MARAC coordinator where there is no IDVA', () => {
    story('many-perpetrators', { lacks: ['idva'] })
      .given(first)
      .when(second)
      .thenRaises({ to: 'marac', says: 'no idva service' }, { to: 'police' });
  });
});

describe('The state is told once', () => {
  it('while it is open, but to an agency that has not been told', () => {
    told(first, second)
      .when(incident('2024-03-20', by('ex-partner')))
      .thenNothing()
      .when(breach('2024-03-21', { by: 'probation', ...by('new partner') }))
      .thenRaises({ to: 'probation' });
  });

  it('and not again for a year after it went to MARAC, unless somebody new is named', () => {
    const answered = [first, second, referral('2024-03-05', 'marac')] as const;
    told(...answered)
      .when(incident('2024-06-20', by('ex-partner')))
      .thenNothing()
      .when(incident('2024-07-20', by({ name: 'grandmother', role: 'person-posing-risk' })))
      .thenRaises({ to: 'marac', says: '3 different' }, { to: 'idva' }, { to: 'police' });
    told(...answered)
      .when(incident('2025-03-04', by('ex-partner')))
      .thenNothing();
    told(...answered)
      .when(incident('2025-03-06', by('ex-partner')))
      .thenRaises({ to: 'marac' }, { to: 'idva' }, { to: 'police' });
  });

  it('even where the case of the first went to MARAC before', () => {
    told(first, heard('2024-02-15', by('ex-partner')))
      .when(second)
      .thenRaises({ to: 'marac' }, { to: 'idva' }, { to: 'police' });
  });
});

describe('It is answered', () => {
  it('by a referral to MARAC or a listing', () => {
    const [made, put] = [referral('2024-03-05', 'marac'), listed('2024-03-05', { meetingOn: '2024-03-21' })];
    told(first, second).when(made).thenCloses(made, 'marac', 'idva', 'police');
    told(first, second).when(put).thenCloses(put, 'marac', 'idva', 'police');
  });

  it('not by another referral, or one of before that comes in late', () => {
    told(first, second)
      .when(referral('2024-03-05', 'idva'))
      .thenClosesNothing()
      .when(referral('2024-02-05', 'marac', { recorded: '2024-03-06' }))
      .thenClosesNothing();
  });

  it('goes with either record', () => {
    told(first, second).when(retracted(second, '2024-03-05')).thenSupersedes('marac', 'idva', 'police').thenNothing();
    told(first, second).when(retracted(first, '2024-03-05')).thenSupersedes('marac', 'idva', 'police').thenNothing();
    told(first, second)
      .when(corrected(second, '2024-03-05', { people: first.data.people }))
      .thenSupersedes('marac', 'idva', 'police')
      .thenNothing();
  });
});

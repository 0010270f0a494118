import {
  assessment,
  corrected,
  deathOf,
  disclosure,
  familyAssessment,
  held,
  healthDisclosure,
  incident,
  referral,
  retracted,
  spokenWith,
  story,
  type Told,
} from '../engine/testing';

const told = () => story('whole-family');
const both = [{ to: 'csc' }, { to: 'idva' }] as const;
const father = { name: 'grandmother', role: 'parent-or-carer' } as const;
const home = (more: object = {}, kind: 'parent-of' | 'partner-of' | 'ex-partner-of' = 'parent-of') =>
  held('2024-01-02', 'csc', {
    people: ['mother', 'child', father],
    relationships: [
      ['mother', 'parent-of', 'child'],
      ['grandmother', kind, kind === 'parent-of' ? 'child' : 'mother', more],
    ],
  } satisfies Told);
const without = familyAssessment('2024-03-04', { people: ['child', 'mother'] });

describe('When an assessment leaves somebody of the family out', () => {
  it('a parent in contact, children’s social care and the IDVA are told', () => {
    told()
      .given(home({ inContact: true }))
      .when(without)
      .thenRaises(
        { to: 'csc', class: 'act', about: 'child', due: '2024-03-07T10:00', says: 'whom agencies know (parent)', evidence: [without] },
        { to: 'idva', class: 'act', about: 'child', due: '2024-03-07T10:00' },
      );
  });

  it('not a parent who is not in contact, or of whom nobody says so', () => {
    told()
      .given(home({ inContact: false }))
      .when(without)
      .thenNothing();
    told().given(home()).when(without).thenNothing();
    told()
      .given(home({ inContact: true }), home({ inContact: false }))
      .when(without)
      .thenNothing();
    told()
      .given(home({ inContact: true }))
      .given(deathOf('2024-02-01', 'grandmother', { by: 'csc' }))
      .when(without)
      .thenNothing();
  });

  it('a parent who lives there', () => {
    told()
      .given(home({ inContact: false }))
      .when(familyAssessment('2024-03-04', { people: ['child', 'grandmother'] }))
      .thenRaises({ to: 'csc', says: '(parent)' }, { to: 'idva' });
  });

  it('a partner still, or a former one in contact', () => {
    told().given(home({}, 'partner-of')).when(without).thenRaises({ to: 'csc', says: '(partner)' }, { to: 'idva' });
    told()
      .given(home({ until: '2024-02-01' }, 'partner-of'))
      .when(without)
      .thenNothing();
    told().given(home({}, 'partner-of'), home({}, 'ex-partner-of')).when(without).thenNothing();
    told()
      .given(home({ inContact: true }, 'ex-partner-of'))
      .when(without)
      .thenRaises(...both);
  });

  it('stays silent where everybody is named', () => {
    told()
      .given(home({ inContact: true }))
      .when(familyAssessment('2024-03-04', { people: ['child', 'mother', father] }))
      .thenNothing();
  });

  it('is answered by a risk assessment, a referral or a contact about them, not about the others', () => {
    for (const answer of [
      spokenWith('2024-03-06', 'csc', { people: [father, 'child'] }),
      assessment('2024-03-06', { by: 'csc', people: [{ name: 'grandmother', role: 'victim' }] }),
      referral('2024-03-06', 'idva', { by: 'csc', people: [{ name: 'grandmother', role: 'victim' }] }),
    ]) {
      told()
        .given(home({ inContact: true }), without)
        .when(spokenWith('2024-03-05', 'csc'), spokenWith('2024-03-05', 'csc', { people: [father], outcome: 'no-answer' }))
        .thenClosesNothing()
        .when(answer)
        .thenCloses(answer, 'csc', 'idva');
    }
  });

  it('is answered by what names only them, though they pose the risk and live elsewhere', () => {
    const family = held('2024-01-02', 'csc', {
      people: ['mother', 'child', 'ex-partner'],
      relationships: [
        ['mother', 'parent-of', 'child'],
        ['ex-partner', 'parent-of', 'child', { inContact: true }],
      ],
    });
    const seen = spokenWith('2024-03-06', 'probation', { people: ['ex-partner'] });
    told()
      .given(family, without)
      .when(spokenWith('2024-03-05', 'probation', { people: ['new partner'] }))
      .thenClosesNothing()
      .when(seen)
      .thenCloses(seen, 'csc', 'idva');
  });

  it('closes with a corrected assessment, and with its retraction', () => {
    told()
      .given(home({ inContact: true }), without)
      .when(retracted(without, '2024-03-05'))
      .thenSupersedes('csc', 'idva')
      .thenNothing();
    const more = { people: [...without.data.people, { ref: 'csc:grandmother', role: 'parent-or-carer' }] };
    told()
      .given(home({ inContact: true }), without)
      .when(corrected(without, '2024-03-05', more))
      .thenSupersedes('csc', 'idva')
      .thenNothing();
  });
});

describe('When a parent is the victim in an incident', () => {
  const parent = held('2024-01-02', 'police', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
  const call = incident('2024-03-04');

  it('and is neither assessed nor offered support in five working days, it is noticed', () => {
    told()
      .given(parent, call)
      .after('2024-03-11T09:59')
      .thenNothing()
      .after('2024-03-11T10:00')
      .thenRaises(
        {
          to: 'csc',
          class: 'act',
          about: 'mother',
          due: '2024-03-14T10:00',
          says: 'neither a risk assessment nor support',
          evidence: [call],
        },
        { to: 'idva', about: 'mother', due: '2024-03-14T10:00' },
      );
  });

  it('fathers included', () => {
    told()
      .given(
        held('2024-01-02', 'police', { people: ['child', father], relationships: [['grandmother', 'parent-of', 'child']] }),
        incident('2024-03-04', { people: [{ name: 'grandmother', role: 'victim' }] }),
      )
      .after('2024-03-11')
      .thenRaises({ to: 'csc', about: 'grandmother' }, { to: 'idva', about: 'grandmother' });
  });

  it('not a victim who is no parent, nor where police say that it was no domestic abuse', () => {
    told().given(call).after('2024-03-20').thenNothing();
    told()
      .given(parent, incident('2024-03-04', { domesticAbuse: false }))
      .after('2024-03-20')
      .thenNothing();
    told().given(parent, disclosure('2024-03-04')).after('2024-03-20').thenNothing();
  });

  it.each([
    ['a risk assessment', assessment('2024-03-08')],
    ['a referral about them', referral('2024-03-08', 'idva')],
    ['a contact', spokenWith('2024-03-08', 'gp')],
    ['a contact that they declined', spokenWith('2024-03-08', 'gp', { outcome: 'declined' })],
  ])('stays silent after %s in time', (_what, answer) => {
    told().given(parent, call, answer).after('2024-03-20').thenNothing();
  });

  it('stays silent where the police offered a specialist service', () => {
    for (const specialistOffer of ['accepted', 'declined'] as const) {
      told().given(parent, incident('2024-03-04', { specialistOffer })).after('2024-03-20').thenNothing();
    }
    told()
      .given(parent, incident('2024-03-04', { specialistOffer: 'not-made' }))
      .after('2024-03-11')
      .thenRaises(...both);
  });

  it('not by an assessment from before, a call that nobody took, or a referral about the children', () => {
    const aboutChild = referral('2024-03-05', 'childrens-social-care', { people: ['child', 'mother'] });
    told()
      .given(parent, assessment('2024-03-01'), call, spokenWith('2024-03-05', 'gp', { outcome: 'no-answer' }), aboutChild)
      .after('2024-03-11')
      .thenRaises(...both);
  });

  it('is answered afterwards, or ends with a death', () => {
    const assessed = assessment('2024-03-12');
    told().given(parent, call).after('2024-03-11').when(assessed).thenCloses(assessed, 'csc', 'idva');
    const death = deathOf('2024-03-12', 'mother');
    told().given(parent, call).after('2024-03-11').when(death).thenCloses(death, 'csc', 'idva');
  });

  it('speaks once of an incident that several report, though the first report is retracted', () => {
    const again = healthDisclosure('2024-03-05', { incidentOn: '2024-03-04' });
    told()
      .given(parent, call, again)
      .after('2024-03-20')
      .thenRaises(...both);
    told()
      .given(parent, call, again)
      .when(retracted(call, '2024-03-06'))
      .after('2024-03-20')
      .thenRaises({ to: 'csc', evidence: [again] }, { to: 'idva' });
  });

  it('is silent of a late incident, and of a retracted one', () => {
    told()
      .given(parent, incident('2024-03-04', { recorded: '2024-06-03' }))
      .after('2024-07-01')
      .thenNothing();
    told().given(parent, call).when(retracted(call, '2024-03-05')).after('2024-03-20').thenNothing();
  });

  it('tells the MARAC coordinator where there is no IDVA', () => {
    story('whole-family', { lacks: ['idva'] })
      .given(parent, call)
      .after('2024-03-11')
      .thenRaises({ to: 'csc' }, { to: 'marac', says: 'no idva service' });
  });
});

describe('A parent', () => {
  it('is one who was recorded as a parent or carer, though nobody has said of whom', () => {
    told()
      .given(held('2024-01-02', 'csc', { people: ['child', father] }), held('2024-01-02', 'police', { people: [father] }))
      .given(held('2024-01-02', 'police', { people: [{ ...father, details: { nhsNumber: '9991000186' } }] }))
      .given(incident('2024-03-04', { people: [{ name: 'grandmother', role: 'victim' }] }))
      .after('2024-03-11')
      .thenRaises({ to: 'csc', about: 'grandmother' }, { to: 'idva', about: 'grandmother' });
  });
});

describe('A parent who is a victim', () => {
  it('is not supported by what was before the incident and comes in after it', () => {
    const hurt = incident('2024-03-04', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told()
      .given(hurt, spokenWith('2024-02-04', 'gp', { recorded: '2024-03-05' }))
      .after('2024-03-11')
      .thenRaises(...both)
      .when(spokenWith('2024-02-05', 'gp', { recorded: '2024-03-12' }))
      .thenClosesNothing();
  });
});

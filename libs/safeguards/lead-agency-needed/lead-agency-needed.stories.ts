import {
  acknowledgedBy,
  closed,
  contact,
  deathOf,
  ended,
  held,
  nomination,
  opened,
  referral,
  retracted,
  started,
  story,
} from '../engine/testing';

const told = () => story('lead-agency-needed');
const four = [
  started('2024-01-08', 'gp', 'general-practice'),
  started('2024-01-09', 'health-visiting', 'community-health'),
  opened('2024-01-10', 'housing', 'housing'),
  opened('2024-01-11', 'csc', 'childrens-social-care'),
] as const;
const both = [{ to: 'marac', class: 'act', due: '2024-03-07T10:00' } as const, { to: 'idva', due: '2024-03-07T10:00' } as const];
const engaged = contact('2024-02-20', 'idva', 'idva', 'engaged');

describe('When many agencies work with somebody and none leads', () => {
  it('MARAC and the IDVA are to ask whom the person chooses: five agencies, not four', () => {
    told()
      .given(...four.slice(1))
      .when(started('2024-03-04', 'gp', 'general-practice'))
      .thenNothing();
    told()
      .given(...four)
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenRaises(...both);
    told()
      .given(...four)
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenRaises({ to: 'marac', says: 'ask whom the person chooses', about: 'mother' }, { to: 'idva' });
  });

  it('the alert shows what makes each of them involved, and the attempt after which the IDVA is not engaged', () => {
    const last = started('2024-03-04', 'mental-health', 'mental-health');
    told()
      .given(...four)
      .when(last)
      .thenRaises({ to: 'marac', evidence: [last, ...four] }, { to: 'idva' });
    const [idva, missed] = [opened('2024-02-01', 'idva', 'idva'), contact('2024-02-02', 'idva', 'idva', 'no-answer')];
    const care = opened('2024-03-04', 'csc', 'childrens-social-care');
    told()
      .given(four[0], idva, missed)
      .when(care)
      .thenRaises({ to: 'marac', evidence: [care, idva, missed] }, { to: 'idva' });
  });

  it('and is judged again when one of them proves not to be', () => {
    const last = started('2024-03-04', 'mental-health', 'mental-health');
    told()
      .given(...four, last)
      .when(retracted(four[0], '2024-03-05'))
      .thenSupersedes('marac', 'idva')
      .thenNothing();
  });

  it('a referral counts for who makes it and who receives it, and a threshold may be another', () => {
    told()
      .given(...four.slice(0, 3))
      .when(referral('2024-03-04', 'mental-health'))
      .thenRaises(...both);
    story('lead-agency-needed', { thresholds: { manyAgencies: 6 } })
      .given(...four)
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenNothing();
  });

  it('an IDVA and children’s social care are enough', () => {
    told()
      .given(four[3])
      .when(opened('2024-03-04', 'idva', 'idva'))
      .thenRaises(...both);
    told()
      .given(opened('2024-01-08', 'haven', 'specialist-da'))
      .when(opened('2024-03-04', 'idva', 'idva'))
      .thenNothing();
    told()
      .given(four[3], closed('2024-02-01', 'csc'))
      .when(opened('2024-03-04', 'idva', 'idva'))
      .thenNothing();
  });

  it('goes to the MARAC coordinator alone where there is no IDVA', () => {
    story('lead-agency-needed', { lacks: ['idva'] })
      .given(...four)
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenRaises({ to: 'marac', says: 'no idva service' });
  });

  it('is about the mother where the record is about her child', () => {
    told()
      .given(...four, held('2024-02-01', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(started('2024-03-04', 'education', 'education', { people: ['child'] }))
      .thenRaises({ to: 'marac', about: 'mother' }, { to: 'idva', about: 'mother' });
  });

  it.each([
    ['an agency leads', [nomination('2024-02-01', 'csc', 'housing')]],
    ['the IDVA is engaged', [opened('2024-02-01', 'idva', 'idva'), nomination('2024-02-01', 'csc', 'idva'), engaged]],
  ] as const)('is silent where %s', (_what, given) => {
    told()
      .given(...four, ...given)
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenNothing();
  });

  it('is silent while she is engaged with the IDVA, and speaks when she is no more', () => {
    const withIdva = [opened('2024-01-05', 'idva', 'idva'), contact('2024-01-06', 'idva', 'idva', 'engaged'), four[3]] as const;
    told()
      .given(...withIdva)
      .when(started('2024-03-04', 'gp', 'general-practice'))
      .thenNothing()
      .when(contact('2024-03-05', 'idva', 'idva', 'cancelled', { cancelledBy: 'service' }))
      .thenNothing()
      .when(contact('2024-03-06', 'idva', 'idva', 'no-answer'))
      .thenRaises({ to: 'marac' }, { to: 'idva' });
  });

  it('speaks when she was engaged with an IDVA who has gone', () => {
    told()
      .given(opened('2024-01-05', 'idva', 'idva'), contact('2024-01-06', 'idva', 'idva', 'engaged'), ...four, closed('2024-02-01', 'idva'))
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenRaises(...both);
  });

  it('speaks when the IDVA who engaged her goes, and is silent when another agency goes', () => {
    const five = [
      opened('2024-01-05', 'idva', 'idva'),
      contact('2024-01-06', 'idva', 'idva', 'engaged'),
      ...four,
      started('2024-01-12', 'mental-health', 'mental-health'),
      started('2024-01-15', 'education', 'education'),
    ];
    told()
      .given(...five)
      .when(ended('2024-03-04', 'education', 'education'))
      .thenNothing()
      .when(closed('2024-03-04T10:00', 'idva'))
      .thenRaises(...both);
    // That the agency which leads has gone is told by `lead-agency-lost`.
    told()
      .given(...five, nomination('2024-02-01', 'csc', 'idva'))
      .when(closed('2024-03-04', 'idva'))
      .thenNothing();
  });

  it('speaks when the agency that led has left', () => {
    told()
      .given(
        ...four,
        nomination('2024-02-01', 'csc', 'housing'),
        closed('2024-02-20', 'housing'),
        started('2024-02-21', 'education', 'education'),
      )
      .when(started('2024-03-04', 'mental-health', 'mental-health'))
      .thenRaises(...both);
  });

  it('is silent about the person posing risk, and about work of more than 90 days before it was recorded', () => {
    told()
      .given(...four.map((record) => record))
      .when(started('2024-03-04', 'probation', 'probation', { people: ['ex-partner'] }))
      .thenNothing();
    told()
      .given(...four)
      .when(started('2024-01-02', 'mental-health', 'mental-health', { recorded: '2024-04-02' }))
      .thenNothing();
  });
});

describe('It describes a state', () => {
  const given = [...four, started('2024-03-04', 'mental-health', 'mental-health')];

  it('that is told once while it is open', () => {
    told()
      .given(...given)
      .when(referral('2024-03-05', 'sanctuary'), contact('2024-03-06', 'gp', 'general-practice', 'engaged'))
      .thenNothing();
  });

  it('answered by a nomination, not by work that ends or by acknowledging', () => {
    const chosen = nomination('2024-03-06', 'idva', 'haven');
    told()
      .given(...given)
      .when(
        ended('2024-03-05', 'gp', 'general-practice'),
        nomination('2024-03-05', 'idva', 'haven', { people: ['neighbour'] }),
        acknowledgedBy('marac'),
      )
      .thenClosesNothing()
      .when(chosen)
      .thenCloses(chosen, 'marac', 'idva');
  });

  it('that ends with her death, and with the record that showed it', () => {
    const died = deathOf('2024-03-05', 'mother');
    told()
      .given(...given)
      .when(died)
      .thenCloses(died, 'marac', 'idva');
    const last = started('2024-03-04', 'mental-health', 'mental-health');
    told()
      .given(...four, last)
      .when(retracted(last, '2024-03-05'))
      .thenSupersedes('marac', 'idva')
      .thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a nomination of long ago of an agency that has left since', () => {
    told()
      .given(opened('2023-01-08', 'haven', 'specialist-da'), closed('2023-06-04', 'haven', { caseId: 'haven-c-1' }))
      .given(...four, started('2024-03-04', 'mental-health', 'mental-health'))
      .when(nomination('2023-02-01', 'idva', 'haven', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('marac', 'idva');
  });
});

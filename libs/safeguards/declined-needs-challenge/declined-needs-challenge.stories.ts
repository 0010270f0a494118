import {
  acknowledgedBy,
  assessment,
  challenge,
  corrected,
  decision,
  disclosure,
  healthDisclosure,
  referral,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('declined-needs-challenge');
const family = { people: ['child', 'mother'], relationships: [['mother', 'parent-of', 'child']] } as const;
const abuse = healthDisclosure('2024-01-10');
const made = referral('2024-03-01', 'childrens-social-care', { by: 'gp', referralId: 'gp-1', ...family });
const declined = decision('2024-03-04', 'csc', { referralId: 'gp-1', outcome: 'declined', ...family });

describe('When children’s social care or MASH turns a referral away', () => {
  it.each(['medium', 'high'] as const)('the referrer has five working days to challenge it: %s', (level) => {
    told()
      .given(abuse, assessment('2024-02-01', { level }), made)
      .when(declined)
      .thenRaises({ to: 'gp', class: 'act', due: '2024-03-11T10:00', says: level, about: 'child', evidence: [declined, made] });
  });

  it('also where nobody has assessed the risk, or not for twelve months', () => {
    told().given(abuse, made).when(declined).thenRaises({ to: 'gp', says: 'not been assessed' });
    told()
      .given(abuse, assessment('2023-03-04', { level: 'standard' }), made)
      .when(declined)
      .thenRaises({ to: 'gp' });
  });

  it.each([
    ['the level is standard', [abuse, assessment('2024-02-01', { level: 'standard' }), made], declined],
    ['there is no domestic abuse in the history', [made], declined],
    ['it was accepted', [abuse, made], decision('2024-03-04', 'csc', { referralId: 'gp-1', ...family })],
    ['it was signposted', [abuse, made], decision('2024-03-04', 'csc', { referralId: 'gp-1', outcome: 'signposted', ...family })],
    [
      'it was to another service',
      [abuse, referral('2024-03-01', 'housing', { by: 'gp', referralId: 'gp-1' })],
      decision('2024-03-04', 'housing', { referralId: 'gp-1', outcome: 'declined' }),
    ],
    ['the hub does not hold the referral', [abuse], declined],
    [
      'it was decided more than 90 days before',
      [abuse, made],
      decision('2024-03-04', 'csc', { referralId: 'gp-1', outcome: 'declined', recorded: '2024-06-03', ...family }),
    ],
  ] as const)('is silent where %s', (_what, given, record) => {
    told()
      .given(...given)
      .when(record)
      .thenNothing();
  });

  it('no further action, and MASH, count alike', () => {
    told()
      .given(abuse, referral('2024-03-01', 'mash', { by: 'gp', referralId: 'gp-1', ...family }))
      .when(decision('2024-03-04', 'mash', { referralId: 'gp-1', outcome: 'no-further-action', ...family }))
      .thenRaises({ to: 'gp', says: 'no further action' });
  });

  it('by whatever reference it is decided', () => {
    told()
      .given(abuse, made)
      .when(decision('2024-03-04', 'csc', { referralId: 'gp-1', outcome: 'declined', people: [{ name: 'child', details: 'none' }] }))
      .thenRaises({ to: 'gp' });
  });

  it('where police referred, only at high risk', () => {
    const byPolice = referral('2024-03-01', 'childrens-social-care', { referralId: 'gp-1', ...family });
    told().given(abuse, byPolice).when(declined).thenNothing();
    told()
      .given(abuse, assessment('2024-02-01', { level: 'medium' }), byPolice)
      .when(declined)
      .thenNothing();
    told()
      .given(abuse, assessment('2024-02-01', { level: 'high' }), byPolice)
      .when(declined)
      .thenRaises({ to: 'police' });
  });
});

describe('It is answered', () => {
  const given = [abuse, made, declined];

  it('by escalating this referral, not another, nor by acknowledging', () => {
    const escalated = challenge('2024-03-06', 'gp', { referralId: 'gp-1', ...family });
    told()
      .given(...given)
      .when(challenge('2024-03-05', 'gp', { referralId: 'gp-2' }), disclosure('2024-03-05'), acknowledgedBy('gp'))
      .thenClosesNothing()
      .when(escalated)
      .thenCloses(escalated, 'gp');
  });

  it('by whatever reference the referrer escalates, also when the decision is corrected afterwards', () => {
    const escalated = challenge('2024-03-06', 'gp', { referralId: 'gp-1', people: [{ name: 'neighbour', details: 'none' }] });
    told()
      .given(...given)
      .when(escalated)
      .thenCloses(escalated, 'gp')
      .when(corrected(declined, '2024-03-07', { justification: 'Below the threshold' }))
      .thenNothing();
  });

  it('or goes with the decision, or with its correction to another outcome', () => {
    told()
      .given(...given)
      .when(retracted(declined, '2024-03-05'))
      .thenSupersedes('gp')
      .thenNothing();
    told()
      .given(...given)
      .when(corrected(declined, '2024-03-05', { outcome: 'accepted' }))
      .thenSupersedes('gp')
      .thenNothing();
    told()
      .given(...given)
      .when(corrected(declined, '2024-03-05', { justification: 'Below the threshold' }))
      .thenSupersedes('gp')
      .thenRaises({ to: 'gp', due: '2024-03-12' });
  });
});

describe('A referral that comes in after its decision', () => {
  const after = referral('2024-03-01', 'childrens-social-care', { by: 'gp', referralId: 'gp-1', recorded: '2024-03-06', ...family });

  it('is challenged from then on', () => {
    const escalated = challenge('2024-03-07', 'gp', { referralId: 'gp-1', ...family });
    told()
      .given(abuse, declined)
      .when(after)
      .thenRaises({ to: 'gp', due: '2024-03-13T10:00', evidence: [after, declined] })
      .when(escalated)
      .thenCloses(escalated, 'gp');
  });

  it('and again, once, where the challenge is taken back', () => {
    const escalated = challenge('2024-03-07', 'gp', { referralId: 'gp-1', ...family });
    told().given(abuse, declined, after, escalated).when(retracted(escalated, '2024-03-08')).thenRaises({ to: 'gp' }).thenOpenWith('gp');
  });

  it('or not at all, where it has been accepted since', () => {
    told()
      .given(abuse, declined, decision('2024-03-05', 'csc', { referralId: 'gp-1', ...family }))
      .when(after)
      .thenNothing();
  });
});

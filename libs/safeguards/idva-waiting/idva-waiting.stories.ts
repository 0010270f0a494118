import {
  acknowledgedBy,
  assessment,
  contact,
  corrected,
  deathOf,
  decision,
  referral,
  refugePlacement,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('idva-waiting');
const made = referral('2024-03-01', 'idva');
const accepted = decision('2024-03-04', 'idva');
const both = [{ to: 'idva', class: 'act' } as const, { to: 'police' } as const];
const high = (when: string) => assessment(when, { by: 'police', level: 'high' });

describe('When somebody waits for the help that was promised', () => {
  it('the service and the referrer are told after five working days without an attempt', () => {
    told()
      .given(made, accepted)
      .after('2024-03-11T09:59')
      .thenNothing()
      .after('2024-03-11T10:00')
      .thenRaises(
        { to: 'idva', class: 'act', due: '2024-03-11T10:00', evidence: [accepted, made] },
        { to: 'police', due: '2024-03-11T10:00' },
      );
  });

  it('after two where the level is high', () => {
    told()
      .given(high('2024-02-01'), made, accepted)
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises(...both);
    told()
      .given(assessment('2024-02-01', { by: 'police', level: 'medium' }), made, accepted)
      .after('2024-03-11T09:59')
      .thenNothing();
  });

  it('sooner when the level becomes high while she waits, and once', () => {
    told()
      .given(made, accepted, high('2024-03-05'))
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises(...both)
      .after('2024-04-04')
      .thenNothing();
    told()
      .given(made, accepted)
      .when(high('2024-03-08'))
      .thenRaises(...both)
      .after('2024-04-04')
      .thenNothing();
  });

  it('and after five again when that level is corrected', () => {
    const raisedLevel = high('2024-03-07');
    told()
      .given(made, accepted, raisedLevel)
      .when(corrected(raisedLevel, '2024-03-08', { level: 'medium' }))
      .thenSupersedes('idva', 'police')
      .thenNothing()
      .after('2024-03-11')
      .thenRaises(...both);
  });

  it.each([
    ['specialist-da', 'haven'],
    ['refuge', 'haven'],
  ] as const)('a specialist service and a refuge alike: %s', (service, by) => {
    told()
      .given(referral('2024-03-01', service, { by: 'gp', referralId: 'gp-1' }), decision('2024-03-04', by, { referralId: 'gp-1' }))
      .after('2024-03-11')
      .thenRaises({ to: by }, { to: 'gp' });
  });

  it.each([
    ['it was not accepted', [made, decision('2024-03-04', 'idva', { outcome: 'declined' })]],
    ['it was to another service', [referral('2024-03-01', 'housing'), decision('2024-03-04', 'housing')]],
    ['the hub does not hold the referral', [accepted]],
    ['it was accepted more than 90 days before', [made, decision('2024-03-04', 'idva', { recorded: '2024-06-03' })]],
    ['she was called before it was accepted', [made, contact('2024-03-02', 'idva', 'idva', 'no-answer'), accepted]],
    ['a place was found for her', [made, accepted, refugePlacement('2024-03-06', 'haven')]],
  ] as const)('is silent where %s', (_what, given) => {
    told()
      .given(...given)
      .after('2024-07-01')
      .thenNothing();
  });

  it.each(['engaged', 'no-answer', 'did-not-attend', 'declined'] as const)('an attempt is enough, whatever comes of it: %s', (outcome) => {
    told()
      .given(made, accepted, contact('2024-03-08', 'idva', 'idva', outcome))
      .after('2024-04-04')
      .thenNothing();
  });

  it('under a reference that nothing else joins', () => {
    told()
      .given(
        made,
        decision('2024-03-04', 'idva', { people: [{ name: 'mother', details: 'none' }] }),
        contact('2024-03-08', 'idva', 'idva', 'no-answer', { people: [{ name: 'mother', details: 'none' }] }),
      )
      .after('2024-04-04')
      .thenNothing();
  });

  it.each([
    ['that the service cancelled', contact('2024-03-05', 'idva', 'idva', 'cancelled', { cancelledBy: 'service' })],
    ['of another agency', contact('2024-03-05', 'gp', 'general-practice', 'engaged')],
    ['with somebody else', contact('2024-03-05', 'idva', 'idva', 'engaged', { people: ['neighbour'] })],
    ['of before the referral', contact('2024-02-01', 'idva', 'idva', 'engaged', { recorded: '2024-03-05' })],
  ])('a contact %s is no attempt', (_what, record) => {
    told()
      .given(made, accepted, record)
      .after('2024-03-11')
      .thenRaises(...both);
  });
});

describe('It is answered', () => {
  it('by an attempt of the service, with both, and not by acknowledging', () => {
    const attempt = contact('2024-03-12', 'idva', 'idva', 'no-answer');
    told()
      .given(made, accepted)
      .after('2024-03-11')
      .when(contact('2024-03-11T12:00', 'gp', 'general-practice', 'engaged'), acknowledgedBy('idva'))
      .thenClosesNothing()
      .when(attempt)
      .thenCloses(attempt, 'idva', 'police');
  });

  it('also where the level brought it forward', () => {
    const attempt = contact('2024-03-12', 'idva', 'idva', 'no-answer');
    told().given(made, accepted, high('2024-03-08')).when(attempt).thenCloses(attempt, 'idva', 'police');
  });

  it('or goes with the decision, or with her death', () => {
    told().given(made, accepted).after('2024-03-11').when(retracted(accepted, '2024-03-12')).thenSupersedes('idva', 'police').thenNothing();
    const died = deathOf('2024-03-12', 'mother');
    told().given(made, accepted).after('2024-03-11').when(died).thenCloses(died, 'idva', 'police');
    told().given(made, accepted, deathOf('2024-03-05', 'mother')).after('2024-04-04').thenNothing();
  });
});

describe('A referral that comes in after its decision', () => {
  it('waits from the decision on', () => {
    const call = contact('2024-03-13', 'idva', 'idva', 'no-answer');
    story('idva-waiting')
      .given(decision('2024-03-04', 'idva'), referral('2024-03-01', 'idva', { recorded: '2024-03-06' }))
      .after('2024-03-11')
      .thenRaises({ to: 'idva' }, { to: 'police' })
      .when(call)
      .thenCloses(call, 'idva', 'police');
  });
});

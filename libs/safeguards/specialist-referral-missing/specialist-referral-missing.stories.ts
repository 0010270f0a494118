import { acknowledgedBy, corrected, incident, referral, retracted, story } from '../engine/testing';

const told = () => story('specialist-referral-missing');
const happened = incident('2024-03-04', { people: ['mother', 'ex-partner', 'child'] });

describe('When police are called to domestic abuse', () => {
  it('they are told after two working days without a referral to a specialist', () => {
    told()
      .given(happened)
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises({ to: 'police', class: 'act', about: 'mother', due: '2024-03-06T10:00', evidence: [happened] });
  });

  it.each(['accepted', 'not-made', undefined] as const)(
    'whether the offer was accepted, not made or not recorded: %s',
    (specialistOffer) => {
      told()
        .given(incident('2024-03-04', specialistOffer === undefined ? {} : { specialistOffer }))
        .after('2024-03-06')
        .thenRaises({ to: 'police' });
    },
  );

  it('for each victim', () => {
    told()
      .given(incident('2024-03-04', { people: ['mother', 'neighbour'] }), referral('2024-03-05', 'idva', { people: ['neighbour'] }))
      .after('2024-03-06')
      .thenRaises({ to: 'police', about: 'mother' });
  });

  it.each([
    ['she declined the offer', incident('2024-03-04', { specialistOffer: 'declined' })],
    ['it was not domestic abuse', incident('2024-03-04', { domesticAbuse: false })],
    ['it happened more than 90 days before', incident('2024-03-04', { recorded: '2024-06-03' })],
    ['it names nobody who was harmed', incident('2024-03-04', { people: ['ex-partner'] })],
  ] as const)('is silent where %s', (_what, record) => {
    told().given(record).after('2024-07-01').thenNothing();
  });

  it.each([
    ['to an IDVA', referral('2024-03-05', 'idva')],
    ['to a specialist service, by another agency', referral('2024-03-06T09:59', 'specialist-da', { by: 'gp' })],
    ['on the day itself, before it was recorded', referral('2024-03-04T08:00', 'idva')],
    [
      'under a reference that nothing else joins',
      referral('2024-03-05', 'idva', { incidentNumber: 'police-2024-03-04', people: [{ name: 'mother', details: 'none' }], by: 'gp' }),
    ],
  ])('is silent after a referral %s', (_what, made) => {
    told().given(happened, made).after('2024-04-04').thenNothing();
  });

  it('is silent where the referral came in before the incident did', () => {
    told()
      .given(referral('2024-03-05', 'idva'), incident('2024-03-04', { recorded: '2024-03-06' }))
      .after('2024-04-04')
      .thenNothing();
  });

  it.each([
    ['of the day before', referral('2024-03-03', 'idva')],
    ['to another service', referral('2024-03-05', 'refuge')],
    ['of somebody else', referral('2024-03-05', 'idva', { people: ['neighbour'] })],
    [
      'in which she is named as posing the risk',
      referral('2024-03-05', 'idva', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }),
    ],
  ] as const)('a referral %s does not do', (_what, made) => {
    told().given(happened, made).after('2024-03-06').thenRaises({ to: 'police' });
  });
});

describe('It is answered', () => {
  it('by such a referral, however late, and not by acknowledging', () => {
    const made = referral('2024-03-20', 'idva');
    told().given(happened).after('2024-03-06').when(acknowledgedBy('police')).thenClosesNothing().when(made).thenCloses(made, 'police');
  });

  it('or goes with the incident', () => {
    told().given(happened).after('2024-03-06').when(retracted(happened, '2024-03-07')).thenSupersedes('police').thenNothing();
    told()
      .given(happened)
      .after('2024-03-06')
      .when(corrected(happened, '2024-03-07', { specialistOffer: 'declined' }))
      .thenSupersedes('police')
      .thenNothing();
    told().given(happened, retracted(happened, '2024-03-05')).after('2024-04-04').thenNothing();
  });
});

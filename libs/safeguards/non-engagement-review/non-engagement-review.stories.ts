import {
  acknowledgedBy,
  assessment,
  contact,
  deathOf,
  incident,
  nomination,
  planOf,
  referral,
  retracted,
  riskReview,
  closed,
  opened,
  story,
} from '../engine/testing';

const told = () => story('non-engagement-review');
const abuse = incident('2023-10-02');
const idva = (when: string, outcome: Parameters<typeof contact>[3], more: Parameters<typeof contact>[4] = {}) =>
  contact(when, 'idva', 'idva', outcome, more);
const missed = [idva('2024-02-05', 'no-answer'), idva('2024-02-12', 'did-not-attend')] as const;
const third = idva('2024-02-19', 'no-answer');

describe('When somebody was not engaged in three of the last four attempts of one service', () => {
  it('the service is asked what was offered, and how, within five working days', () => {
    told()
      .given(abuse, ...missed)
      .when(third)
      .thenRaises({
        to: 'idva',
        class: 'act',
        due: '2024-02-26T10:00',
        says: 'what did we offer, and how?',
        saysNothingOf: 'fail',
        evidence: [third, ...missed],
      });
  });

  it('three of three or of four, and not of five', () => {
    const engaged = (when: string) => idva(when, 'engaged');
    told().given(abuse, missed[0], engaged('2024-02-06'), missed[1]).when(third).thenRaises({ to: 'idva' });
    told().given(abuse, missed[0], engaged('2024-02-06'), missed[1], engaged('2024-02-13')).when(third).thenNothing();
    told()
      .given(abuse, ...missed)
      .when(engaged('2024-02-19'))
      .thenNothing();
    told().given(abuse, missed[0]).when(missed[1]).thenNothing();
  });

  it('what the service cancelled neither counts nor breaks the row; what the person cancelled counts', () => {
    const cancelled = (cancelledBy: 'service' | 'person') => idva('2024-02-13', 'cancelled', { cancelledBy });
    told()
      .given(abuse, ...missed)
      .when(cancelled('service'))
      .thenNothing();
    told()
      .given(abuse, ...missed)
      .when(cancelled('person'))
      .thenRaises({ to: 'idva' });
    told()
      .given(abuse, ...missed, cancelled('service'))
      .when(third)
      .thenRaises({ to: 'idva' });
  });

  it('of one service: the same service of the same agency', () => {
    told()
      .given(abuse, ...missed)
      .when(contact('2024-02-19', 'haven', 'idva', 'no-answer'))
      .thenNothing();
    told()
      .given(abuse, ...missed)
      .when(contact('2024-02-19', 'idva', 'specialist-da', 'no-answer'))
      .thenNothing();
  });

  it('is silent without domestic abuse in the history, and about the person posing risk', () => {
    const gp = (when: string) => contact(when, 'gp', 'general-practice', 'did-not-attend');
    told().given(gp('2024-02-05'), gp('2024-02-12')).when(gp('2024-02-19')).thenNothing();
    told().given(abuse, gp('2024-02-05'), gp('2024-02-12')).when(gp('2024-02-19')).thenRaises({ to: 'gp' });
    const programme = (when: string) => contact(when, 'change', 'perpetrator-programme', 'did-not-attend', { people: ['ex-partner'] });
    told()
      .given(incident('2023-10-02', { people: ['mother', 'ex-partner'] }), programme('2024-02-05'), programme('2024-02-12'))
      .when(programme('2024-02-19'))
      .thenNothing();
  });

  it('asks once for one row of attempts, and again when the review has not helped', () => {
    const review = riskReview('2024-02-27', 'idva');
    told()
      .given(abuse, ...missed, third)
      .when(idva('2024-02-26', 'no-answer'))
      .thenNothing()
      .when(review)
      .thenCloses(review, 'idva')
      .when(idva('2024-03-04', 'no-answer'))
      .thenRaises({ to: 'idva' });
  });

  it('is silent about an attempt of more than 90 days before it was recorded', () => {
    told()
      .given(abuse, ...missed)
      .when(idva('2024-02-19', 'no-answer', { recorded: '2024-05-19' }))
      .thenRaises({ to: 'idva' });
    told()
      .given(abuse, ...missed)
      .when(idva('2024-02-19', 'no-answer', { recorded: '2024-05-20' }))
      .thenNothing();
  });
});

describe('When support is declined', () => {
  it('once is enough where the risk remains', () => {
    told()
      .when(idva('2024-02-19', 'declined', { riskRemains: true }))
      .thenRaises({ to: 'idva', says: 'declined' });
  });

  it('and is where that is not said and the level is not standard', () => {
    const declined = idva('2024-02-19', 'declined');
    for (const level of ['medium', 'high'] as const) {
      told().given(assessment('2024-02-01', { level })).when(declined).thenRaises({ to: 'idva' });
    }
    told()
      .given(assessment('2024-02-01', { level: 'standard' }))
      .when(declined)
      .thenNothing();
  });

  it('and is where nobody has assessed the risk and there was abuse', () => {
    told().given(abuse).when(idva('2024-02-19', 'declined')).thenRaises({ to: 'idva' });
    told()
      .when(contact('2024-02-19', 'housing', 'housing', 'declined'))
      .thenNothing();
  });

  it('is not where no risk remains, nor for another outcome', () => {
    told()
      .given(assessment('2024-02-01', { level: 'high' }))
      .when(idva('2024-02-19', 'declined', { riskRemains: false }), idva('2024-02-20', 'no-answer', { riskRemains: true }))
      .thenNothing();
  });
});

describe('Whom it asks', () => {
  const declined = idva('2024-02-19', 'declined', { riskRemains: true });
  const referred = referral('2024-02-01', 'idva');

  it('is the lead agency, else the referrer, else the service', () => {
    told()
      .given(referred, nomination('2024-02-02', 'idva', 'haven'))
      .when(declined)
      .thenRaises({ to: 'haven' });
    told().given(referred).when(declined).thenRaises({ to: 'police' });
    told().given(referral('2024-02-01', 'housing')).when(declined).thenRaises({ to: 'idva' });
  });

  it('is not a lead agency that has left', () => {
    told()
      .given(
        referred,
        nomination('2024-02-02', 'idva', 'haven'),
        opened('2024-02-02', 'haven', 'specialist-da'),
        closed('2024-02-15', 'haven'),
      )
      .when(declined)
      .thenRaises({ to: 'police' });
  });
});

describe('It is answered', () => {
  const given = [abuse, ...missed, third];

  it.each([
    ['a review of the risk', riskReview('2024-02-20', 'csc')],
    ['a safety plan', planOf('2024-02-20', 'haven')],
    ['a contact with the service in which she was engaged', idva('2024-02-20', 'engaged')],
  ] as const)('by %s', (_what, record) => {
    told()
      .given(...given)
      .when(record)
      .thenCloses(record, 'idva');
  });

  it('not by contact with another service, a review before it or of somebody else, or by acknowledging', () => {
    told()
      .given(...given)
      .when(
        contact('2024-02-20', 'gp', 'general-practice', 'engaged'),
        riskReview('2024-02-01', 'csc', { recorded: '2024-02-20' }),
        riskReview('2024-02-20', 'csc', { people: ['neighbour'] }),
        acknowledgedBy('idva'),
      )
      .thenClosesNothing()
      .thenOpenWith('idva');
  });

  it('or goes with the contact, with one that it rested on, or with her death', () => {
    told()
      .given(...given)
      .when(retracted(third, '2024-02-20'))
      .thenSupersedes('idva')
      .thenNothing();
    told()
      .given(...given)
      .when(retracted(missed[0], '2024-02-20'))
      .thenSupersedes('idva')
      .thenNothing();
    const died = deathOf('2024-02-20', 'mother');
    told()
      .given(...given)
      .when(died)
      .thenCloses(died, 'idva');
  });
});

import { acknowledgedBy, checkAnswered, checkAsked, corrected, retracted, story } from '../engine/testing';

const told = () => story('check-unanswered');
const asked = checkAsked('2024-03-04', 'csc', 'gp');

describe('When an agency check is not answered', () => {
  it('the asked agency is told after a working day, then the asker', () => {
    told()
      .given(asked)
      .after('2024-03-05T09:59')
      .thenNothing()
      .after('2024-03-05T10:00')
      .thenRaises({ to: 'gp', class: 'act', due: '2024-03-05T10:00', evidence: [asked] })
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises({ to: 'csc', says: 'gp', due: '2024-03-06T10:00' })
      .after('2024-04-04')
      .thenNothing();
  });

  it('counts working days', () => {
    told()
      .given(checkAsked('2024-03-28T16:30', 'csc', 'gp'))
      .after('2024-04-02T16:29')
      .thenNothing()
      .after('2024-04-02T16:30')
      .thenRaises({ to: 'gp' });
  });

  it('is silent where it was answered in time, also with “not known”', () => {
    told()
      .given(asked, checkAnswered('2024-03-05T09:59', 'gp', { known: false }))
      .after('2024-04-04')
      .thenNothing();
  });

  it('is silent where the answer uses a reference that nothing else joins, or came in first', () => {
    told()
      .given(asked, checkAnswered('2024-03-04T12:00', 'gp', { people: [{ name: 'mother', details: 'none' }] }))
      .after('2024-04-04')
      .thenNothing();
    told()
      .given(checkAnswered('2024-03-04T12:00', 'gp'), checkAsked('2024-03-04', 'csc', 'gp', { recorded: '2024-03-04T13:00' }))
      .after('2024-04-04')
      .thenNothing();
  });

  it('is silent about a request of more than 90 days before it was recorded', () => {
    told()
      .given(checkAsked('2024-01-01', 'csc', 'gp', { recorded: '2024-03-31' }))
      .after('2024-04-30')
      .thenOpenWith('gp', 'csc');
    told()
      .given(checkAsked('2024-01-01', 'csc', 'gp', { recorded: '2024-04-01' }))
      .after('2024-04-30')
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by the asked agency, or by the asker who has heard from it', () => {
    for (const by of ['gp', 'csc']) {
      const answer = checkAnswered('2024-03-07', by);
      told().given(asked).after('2024-03-06').when(answer).thenCloses(answer, 'gp', 'csc');
    }
  });

  it('not by an answer to another check, by another agency, or by acknowledging', () => {
    told()
      .given(asked)
      .after('2024-03-06')
      .when(checkAnswered('2024-03-07', 'gp', { checkId: 'check-2' }), checkAnswered('2024-03-07T12:00', 'idva'), acknowledgedBy('gp'))
      .thenClosesNothing()
      .thenOpenWith('gp', 'csc');
  });

  it('or goes with the request', () => {
    told().given(asked).after('2024-03-06').when(retracted(asked, '2024-03-07')).thenSupersedes('gp', 'csc').thenNothing();
    told()
      .given(asked)
      .after('2024-03-05')
      .when(corrected(asked, '2024-03-05T12:00', { of: 'idva' }))
      .thenSupersedes('gp')
      .thenRaises({ to: 'idva' });
  });
});

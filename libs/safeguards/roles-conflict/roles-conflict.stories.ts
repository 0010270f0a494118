import { breach, corrected, disclosure, incident, retracted, riskReview, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('roles-conflict', { lacks });
const first = incident('2024-01-10', { people: ['mother', 'ex-partner'] });
const reversed = (when: string, more: object = {}) =>
  incident(when, {
    people: [
      { name: 'ex-partner', role: 'victim' },
      { name: 'mother', role: 'person-posing-risk' },
    ],
    ...more,
  });

describe('When each of two people is told of as the victim of the other', () => {
  it('police and the IDVA are asked who is the primary aggressor', () => {
    const second = reversed('2024-03-04');
    told()
      .given(first)
      .when(second)
      .thenRaises(
        { to: 'police', class: 'act', due: '2024-03-07T10:00', about: 'ex-partner', says: 'primary aggressor', evidence: [second, first] },
        { to: 'idva' },
      );
  });

  it('whoever reports it, an incident is one', () => {
    told()
      .given(disclosure('2024-01-11', { incidentOn: '2024-01-10', by: 'police', people: ['mother', 'ex-partner'] }))
      .when(reversed('2024-03-04'))
      .thenRaises({ to: 'police' }, { to: 'idva' });
    told()
      .given(first)
      .when(
        breach('2024-03-04', {
          people: [
            { name: 'ex-partner', role: 'victim' },
            { name: 'mother', role: 'person-posing-risk' },
          ],
        }),
      )
      .thenRaises({ to: 'police' }, { to: 'idva' });
  });

  it('within 12 months: one that happened a year before no longer counts', () => {
    told().given(first).when(reversed('2025-01-09')).thenRaises({ to: 'police' }, { to: 'idva' });
    told().given(first).when(reversed('2025-01-10')).thenNothing();
  });

  it('and so where the earlier one is recorded later', () => {
    told()
      .given(reversed('2024-03-04'))
      .when(incident('2024-02-01', { people: ['mother', 'ex-partner'], recorded: '2024-03-10' }))
      .thenRaises({ to: 'police', about: 'mother' }, { to: 'idva' });
  });

  it('stays silent where the roles stay, where others harm, and where it was no domestic abuse', () => {
    told()
      .given(first)
      .when(incident('2024-03-04', { people: ['mother', 'ex-partner'] }))
      .thenNothing();
    told()
      .given(first)
      .when(incident('2024-03-04', { people: [{ name: 'ex-partner', role: 'victim' }, 'new partner'] }))
      .thenNothing();
    told()
      .given(incident('2024-02-01', { people: ['mother', 'new partner'] }))
      .when(reversed('2024-03-04'))
      .thenNothing();
    told()
      .given(first)
      .when(reversed('2024-03-04', { domesticAbuse: false }))
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .given(first)
      .when(reversed('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'police' }, { to: 'idva' });
    told()
      .given(first)
      .when(reversed('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('is asked once of a pair, whichever of the two the next incident is about', () => {
    told()
      .given(first, reversed('2024-03-04'))
      .when(incident('2024-03-10', { people: ['mother', 'ex-partner'] }))
      .thenNothing()
      .when(reversed('2024-03-12'))
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['idva']).given(first).when(reversed('2024-03-04')).thenRaises({ to: 'police' }, { to: 'marac', says: 'no idva service' });
  });
});

describe('It is answered', () => {
  const second = reversed('2024-03-04');

  it('by a review of the risk of either', () => {
    const review = riskReview('2024-03-06', 'police', { people: ['ex-partner', 'mother'] });
    told().given(first, second).when(review).thenCloses(review, 'police', 'idva');
    const ofHim = riskReview('2024-03-06', 'probation', { people: ['ex-partner'] });
    told().given(first, second).when(ofHim).thenCloses(ofHim, 'police', 'idva');
    const ofHer = riskReview('2024-03-06', 'idva', { people: ['mother'] });
    told().given(first, second).when(ofHer).thenCloses(ofHer, 'police', 'idva');
  });

  it('not by a review of somebody else’s', () => {
    told()
      .given(first, second)
      .when(riskReview('2024-03-06', 'police', { people: ['neighbour'] }))
      .thenClosesNothing();
  });

  it('by a correction or a retraction of either incident', () => {
    told()
      .given(first, second)
      .when(corrected(second, '2024-03-05', { people: [{ ref: 'police:ex-partner', role: 'victim' }] }))
      .thenSupersedes('police', 'idva')
      .thenNothing();
    told().given(first, second).when(retracted(first, '2024-03-05')).thenSupersedes('police', 'idva').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a review of before the second incident that comes in after it', () => {
    story('roles-conflict')
      .given(
        incident('2024-01-10', { people: ['mother', 'ex-partner'] }),
        incident('2024-03-04', {
          people: [
            { name: 'mother', role: 'person-posing-risk' },
            { name: 'ex-partner', role: 'victim' },
          ],
        }),
      )
      .when(riskReview('2024-02-01', 'idva', { recorded: '2024-03-05' }))
      .thenClosesNothing();
  });
});

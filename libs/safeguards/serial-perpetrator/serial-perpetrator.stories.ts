import { corrected, death, held, incident, referral, retracted, riskReview, story, theirAssessment } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('serial-perpetrator', { lacks });
const first = incident('2024-01-10', { people: ['mother', 'ex-partner'] });
const second = incident('2024-03-04', { people: ['neighbour', 'ex-partner'] });
const all = ['police', 'probation', 'marac'] as const;

describe('When a person posing risk is named against victims of two households', () => {
  it('police, probation and MARAC are asked to assess that person', () => {
    told()
      .given(first)
      .when(second)
      .thenRaises(
        { to: 'police', class: 'act', about: 'ex-partner', due: '2024-03-06T10:00', says: '2 households', evidence: [second, first] },
        { to: 'probation' },
        { to: 'marac' },
      );
  });

  it('is never open twice', () => {
    told()
      .given(first, second)
      .when(incident('2024-03-10', { people: ['neighbour', 'ex-partner'] }))
      .thenNothing();
  });

  it('stays silent for one victim, however often', () => {
    told()
      .given(first)
      .when(incident('2024-03-04', { people: ['mother', 'ex-partner'] }))
      .thenNothing();
  });

  it('stays silent for victims of one household', () => {
    told()
      .given(
        held('2024-01-05', 'police', { people: ['mother', 'neighbour'], relationships: [['mother', 'lives-with', 'neighbour']] }),
        first,
      )
      .when(second)
      .thenNothing();
  });

  it('stays silent for two victims of two persons, and for a call-out that was no domestic abuse', () => {
    told()
      .given(first)
      .when(incident('2024-03-04', { people: ['neighbour', 'new partner'] }))
      .thenNothing();
    told()
      .given(first)
      .when(incident('2024-03-04', { people: ['neighbour', 'ex-partner'], domesticAbuse: false }))
      .thenNothing();
  });

  it('speaks however late the second victim is recorded', () => {
    told()
      .given(first)
      .when(incident('2023-03-04', { people: ['neighbour', 'ex-partner'], recorded: '2024-03-04' }))
      .thenRaises({ to: 'police' }, { to: 'probation' }, { to: 'marac' });
  });

  it('waits while it is open who of two people harms the other, and speaks when that is settled', () => {
    const against = incident('2024-02-01', {
      people: [
        { name: 'ex-partner', role: 'victim' },
        { name: 'mother', role: 'person-posing-risk' },
      ],
    });
    told()
      .given(first, against)
      .when(second)
      .thenNothing()
      .when(riskReview('2024-03-05', 'police', { people: ['mother', 'ex-partner'] }))
      .thenRaises({ to: 'police', about: 'ex-partner' }, { to: 'probation' }, { to: 'marac' });
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['probation']).given(first).when(second).thenRaises({ to: 'police' }, { to: 'marac', says: 'no probation service' });
  });
});

describe('It is answered', () => {
  it('by an assessment of that person', () => {
    const assessed = theirAssessment('2024-03-05', { by: 'police' });
    told()
      .given(first, second)
      .when(assessed)
      .thenCloses(assessed, ...all);
  });

  it('by a referral of them to MAPPA, and by no other referral', () => {
    const mappa = referral('2024-03-05', 'mappa', { people: ['ex-partner'] });
    told()
      .given(first, second)
      .when(mappa)
      .thenCloses(mappa, ...all);
    told()
      .given(first, second)
      .when(referral('2024-03-05', 'perpetrator-programme', { people: ['ex-partner'] }))
      .thenClosesNothing();
  });

  it('not by an assessment of somebody else', () => {
    told()
      .given(first, second)
      .when(theirAssessment('2024-03-05', { by: 'police', people: ['new partner', 'mother'] }))
      .thenClosesNothing();
  });

  it('for 6 months, or until another victim is known', () => {
    const answered = [first, second, theirAssessment('2024-03-05', { by: 'police' })];
    const again = (when: string) => incident(when, { people: ['mother', 'ex-partner'] });
    told()
      .given(...answered)
      .when(again('2024-09-04'))
      .thenNothing();
    told()
      .given(...answered)
      .when(again('2024-09-05'))
      .thenRaises({ to: 'police' }, { to: 'probation' }, { to: 'marac' });
    told()
      .given(...answered)
      .when(incident('2024-03-20', { people: [{ name: 'grandmother', role: 'victim' }, 'ex-partner'] }))
      .thenRaises({ to: 'police', says: '3 households' }, { to: 'probation' }, { to: 'marac' });
  });

  it('by their death: there is nobody to assess', () => {
    const died = death('2024-03-05', { people: ['ex-partner'], manner: 'natural' });
    told()
      .given(first, second)
      .when(died)
      .thenCloses(died, ...all);
  });

  it('by a correction that names somebody else, or a retraction', () => {
    told()
      .given(first, second)
      .when(corrected(second, '2024-03-05', { people: [{ ref: 'police:neighbour', role: 'victim' }] }))
      .thenSupersedes(...all)
      .thenNothing();
    told()
      .given(first, second)
      .when(retracted(first, '2024-03-05'))
      .thenSupersedes(...all)
      .thenNothing();
  });
});

describe('When it is settled who harms whom', () => {
  it('the other of the two is asked about, though the review names only one', () => {
    const settled = riskReview('2024-03-11', 'idva', { people: ['mother'] });
    story('serial-perpetrator')
      .given(
        incident('2024-01-10', { people: ['mother', 'ex-partner'] }),
        incident('2024-01-20', {
          people: [
            { name: 'mother', role: 'person-posing-risk' },
            { name: 'ex-partner', role: 'victim' },
          ],
        }),
        incident('2024-03-04', { people: ['neighbour', 'ex-partner'] }),
      )
      .when(settled)
      .thenRaises({ to: 'police', about: 'ex-partner' }, { to: 'probation' }, { to: 'marac' });
  });
});

describe('It is not answered', () => {
  it('by an assessment of long ago that comes in after it', () => {
    story('serial-perpetrator')
      .given(incident('2024-01-10', { people: ['mother', 'ex-partner'] }), incident('2024-03-04', { people: ['neighbour', 'ex-partner'] }))
      .when(theirAssessment('2023-08-01', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('police', 'probation', 'marac');
  });
});

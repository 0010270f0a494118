import { assessment, corrected, deathOf, held, incident, removal, retracted, reviewed, spokenWith, story } from '../engine/testing';

const told = () => story('child-removed-support');
const taken = removal('2024-03-04', { people: ['child', 'mother'] });
const three = [{ to: 'idva' }, { to: 'gp' }, { to: 'csc' }] as const;

describe('When a child is removed from a parent who suffered abuse', () => {
  it('the IDVA, the GP and children’s social care support the parent, at once', () => {
    told()
      .when(taken)
      .thenRaises(
        { to: 'idva', class: 'now', about: 'mother', due: '2024-03-05T10:00', says: 'without blame', evidence: [taken] },
        { to: 'gp', class: 'now', about: 'mother', due: '2024-03-05T10:00' },
        { to: 'csc', class: 'now', about: 'mother', due: '2024-03-05T10:00' },
      );
  });

  it('and MARAC where the risk is high', () => {
    told()
      .given(assessment('2024-02-01', { level: 'high' }))
      .when(taken)
      .thenRaises(...three, { to: 'marac' });
    told()
      .given(assessment('2024-02-01', { level: 'medium' }))
      .when(taken)
      .thenRaises(...three);
    told()
      .given(assessment('2023-03-04', { level: 'high' }))
      .when(taken)
      .thenRaises(...three);
    told()
      .given(assessment('2023-03-05', { level: 'high' }))
      .when(taken)
      .thenRaises(...three, { to: 'marac' });
  });

  it('whoever recorded the parent as a victim, and however the removal names them', () => {
    const carer = removal('2024-03-04', { people: ['child', { name: 'mother', role: 'parent-or-carer' }] });
    told()
      .given(incident('2023-01-10'))
      .when(carer)
      .thenRaises(...three);
    told().when(carer).thenNothing();
  });

  it('even where the removal names the child alone', () => {
    told()
      .given(incident('2023-01-10'))
      .given(held('2024-01-02', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(removal('2024-03-04', { people: ['child'] }))
      .thenRaises({ to: 'idva', about: 'mother' }, { to: 'gp', about: 'mother' }, { to: 'csc', about: 'mother' });
  });

  it('a father who was a victim too, not one who poses the risk', () => {
    const father = { name: 'grandmother', role: 'victim' } as const;
    told()
      .when(removal('2024-03-04', { people: ['child', 'mother', father] }))
      .thenRaises(...three, ...three);
    told()
      .when(removal('2024-03-04', { people: ['child', 'ex-partner'] }))
      .thenNothing();
  });

  it('tells the MARAC coordinator of a service that is lacking', () => {
    story('child-removed-support', { lacks: ['idva'] })
      .when(taken)
      .thenRaises({ to: 'marac', says: 'no idva service' }, { to: 'gp' }, { to: 'csc' });
  });

  it('is silent of a removal recorded more than 90 days later', () => {
    told()
      .when(removal('2024-03-04', { people: ['child', 'mother'], recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .when(removal('2024-03-04', { people: ['child', 'mother'], recorded: '2024-06-02' }))
      .thenRaises(...three);
  });
});

describe('It is answered', () => {
  it('by a contact in which the parent engaged, not by one that failed or with the child alone', () => {
    const met = spokenWith('2024-03-05', 'gp');
    told()
      .given(taken)
      .when(spokenWith('2024-03-05', 'gp', { outcome: 'no-answer' }), spokenWith('2024-03-05', 'csc', { people: ['child'] }))
      .thenClosesNothing()
      .when(met)
      .thenCloses(met, 'idva', 'gp', 'csc');
  });

  it('by a risk review with an offer, not by a review alone', () => {
    const review = reviewed('2024-03-05', 'idva', { offer: 'An outreach worker' });
    told().given(taken).when(reviewed('2024-03-05', 'idva')).thenClosesNothing().when(review).thenCloses(review, 'idva', 'gp', 'csc');
  });

  it('by a risk review where support was offered with the removal; the offer alone does not answer', () => {
    const review = reviewed('2024-03-05', 'idva');
    const offered = removal('2024-03-04', { people: ['child', 'mother'], supportForParentOffered: true });
    told()
      .when(offered)
      .thenRaises(...three)
      .when(review)
      .thenCloses(review, 'idva', 'gp', 'csc');
  });

  it('by the death of the parent, whom nobody is to call on; not by the child’s', () => {
    const death = deathOf('2024-03-05', 'mother');
    told().given(taken).when(deathOf('2024-03-05', 'child')).thenClosesNothing().when(death).thenCloses(death, 'idva', 'gp', 'csc');
  });

  it('by the correction or retraction of the removal', () => {
    told()
      .given(taken)
      .when(corrected(taken, '2024-03-04T12:00', { legalBasis: 'Section 20' }))
      .thenSupersedes('idva', 'gp', 'csc')
      .thenRaises(...three);
    told().given(taken).when(retracted(taken, '2024-03-04T12:00')).thenSupersedes('idva', 'gp', 'csc').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by what was before the removal and comes in after it', () => {
    told()
      .given(taken)
      .when(
        spokenWith('2024-02-20', 'gp', { recorded: '2024-03-05' }),
        reviewed('2024-02-20', 'idva', { offer: 'An outreach worker', recorded: '2024-03-05' }),
      )
      .thenClosesNothing();
  });
});

import { application, corrected, death, housingDecision, incident, placement, retracted, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('priority-need', { lacks });
const applied = application('2024-03-04');

describe('When somebody is homeless because of domestic abuse', () => {
  it.each([undefined, false])('housing has a working day to offer safe accommodation (offered: %s)', (offered) => {
    told()
      .when(application('2024-03-04', offered === undefined ? {} : { safeAccommodationOffered: offered }))
      .thenRaises({ to: 'housing', class: 'act', due: '2024-03-05T10:00', says: 'Domestic Abuse Act 2021' });
  });

  it('a decision without priority need is to be corrected', () => {
    told()
      .given(application('2024-03-01', { safeAccommodationOffered: true }))
      .when(housingDecision('2024-03-04'))
      .thenRaises({ to: 'housing', due: '2024-03-05T10:00', says: 'Correct the decision' });
    told().given(incident('2024-01-10')).when(housingDecision('2024-03-04')).thenRaises({ to: 'housing' });
  });

  it('stays silent where safe accommodation was offered, or priority need decided', () => {
    told()
      .when(application('2024-03-04', { safeAccommodationOffered: true }))
      .thenNothing();
    told()
      .given(incident('2024-01-10'))
      .when(housingDecision('2024-03-04', { priorityNeed: true }))
      .thenNothing();
  });

  it('stays silent where homelessness has another reason', () => {
    told()
      .given(incident('2024-01-10'))
      .when(application('2024-03-04', { reason: 'other' }))
      .thenNothing();
    told()
      .given(incident('2024-01-10'), application('2024-03-01', { reason: 'other' }))
      .when(housingDecision('2024-03-04'))
      .thenNothing();
    told().when(housingDecision('2024-03-04')).thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .when(application('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'housing' });
    told()
      .when(application('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('goes to the MARAC coordinator, naming the service, where there is no housing agency', () => {
    told(['housing'])
      .when(application('2024-03-04', { by: 'csc' }))
      .thenRaises({ to: 'marac', says: 'no housing service' });
  });
});

describe('Housing answers', () => {
  it('by an offer, or a place in safe accommodation', () => {
    const offer = application('2024-03-05', { safeAccommodationOffered: true });
    told().given(applied).when(offer).thenCloses(offer, 'housing');
    const placed = placement('2024-03-05');
    told().given(applied).when(placed).thenCloses(placed, 'housing');
  });

  it('a missing offer not by deciding that there is priority need: nobody has a roof by that', () => {
    told()
      .given(applied)
      .when(housingDecision('2024-03-05', { priorityNeed: true }))
      .thenClosesNothing();
  });

  it('not by an offer to somebody else of the household', () => {
    told()
      .given(application('2024-03-04', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .when(application('2024-03-05', { people: ['child'], safeAccommodationOffered: true }))
      .thenClosesNothing();
  });

  it('a refusal by a decision for priority need, or a corrected one', () => {
    const refused = housingDecision('2024-03-04');
    const right = housingDecision('2024-03-05', { priorityNeed: true });
    told().given(incident('2024-01-10'), refused).when(right).thenCloses(right, 'housing');
    told()
      .given(incident('2024-01-10'), refused)
      .when(corrected(refused, '2024-03-05', { priorityNeed: true }))
      .thenSupersedes('housing')
      .thenNothing();
  });

  it('by correcting or retracting the application', () => {
    told()
      .given(applied)
      .when(corrected(applied, '2024-03-05', { safeAccommodationOffered: true }))
      .thenSupersedes('housing')
      .thenNothing();
    told().given(applied).when(retracted(applied, '2024-03-05')).thenSupersedes('housing').thenNothing();
  });

  it('no more after the person’s death', () => {
    const died = death('2024-03-04T12:00', { manner: 'natural' });
    told().given(applied).when(died).thenCloses(died, 'housing');
  });
});

describe('It is not answered', () => {
  it('by an offer or a place of before that comes in after it', () => {
    told()
      .given(applied)
      .when(
        application('2024-01-04', { safeAccommodationOffered: true, recorded: '2024-03-05' }),
        placement('2024-01-04', { recorded: '2024-03-05' }),
      )
      .thenClosesNothing();
  });
});

import { corrected, death, heard, incident, plan, professionalsMeeting, retracted, story, strategy } from '../engine/testing';

const told = () => story('nothing-asked-of-person-posing-risk');
const known = incident('2024-01-10', { people: ['mother', 'ex-partner'] });
const forHer = { id: 'a-1', what: 'New locks', who: 'sanctuary', by: '2024-03-11', aimedAt: 'victim' } as const;
const ofHim = { id: 'a-2', what: 'Serve the notice', who: 'police', by: '2024-03-11', aimedAt: 'person-posing-risk' } as const;

describe('When a plan asks nothing of the person posing risk', () => {
  it('a hearing goes to MARAC, a plan to its agency, with five working days', () => {
    told()
      .given(known)
      .when(heard('2024-03-07', { by: 'marac', actions: [forHer] }))
      .thenRaises({ to: 'marac', class: 'act', due: '2024-03-14T10:00', about: 'mother' });
    told()
      .given(incident('2024-01-10', { people: ['mother', 'ex-partner'], by: 'idva' }))
      .when(plan('2024-03-04', { actions: [forHer] }))
      .thenRaises({ to: 'idva', due: '2024-03-11T10:00' });
    told()
      .when(strategy('2024-03-04', { people: ['child', 'ex-partner'], plan: [forHer] }))
      .thenRaises({ to: 'csc', about: 'child' });
  });

  it('a plan without any action asks nothing', () => {
    told()
      .when(heard('2024-03-07', { people: ['mother', 'ex-partner'] }))
      .thenRaises({ to: 'marac' });
  });

  it('for a child whoever poses a risk to the parent is known', () => {
    told()
      .given(
        incident('2024-01-10', { people: ['mother', 'ex-partner', 'child'], relationships: [['mother', 'parent-of', 'child']], by: 'csc' }),
      )
      .when(strategy('2024-03-04', { people: ['child'] }))
      .thenRaises({ to: 'csc' });
  });

  it('stays silent where one action is aimed at them', () => {
    told()
      .given(known)
      .when(heard('2024-03-07', { actions: [forHer, ofHim] }))
      .thenNothing();
  });

  it('stays silent where nobody is known, or nobody alive', () => {
    told()
      .when(heard('2024-03-07', { actions: [forHer] }))
      .thenNothing();
    told()
      .given(known, death('2024-02-01', { people: ['ex-partner'], manner: 'natural' }))
      .when(heard('2024-03-07', { actions: [forHer] }))
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .given(known)
      .when(heard('2024-03-07', { recorded: '2024-06-05' }))
      .thenRaises({ to: 'marac' });
    told()
      .given(known)
      .when(heard('2024-03-07', { recorded: '2024-06-06' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const hearing = heard('2024-03-07', { actions: [forHer] });

  it('by such an action in another plan or meeting', () => {
    const agreed = plan('2024-03-08', { actions: [ofHim] });
    told().given(known, hearing).when(agreed).thenCloses(agreed, 'marac');
    const met = professionalsMeeting('2024-03-08', { actions: [ofHim] });
    told().given(known, hearing).when(met).thenCloses(met, 'marac');
    const aboutHim = professionalsMeeting('2024-03-08', { people: ['ex-partner'], actions: [ofHim] });
    told().given(known, hearing).when(aboutHim).thenCloses(aboutHim, 'marac');
  });

  it('not by a plan that asks something of others', () => {
    told()
      .given(known, hearing)
      .when(plan('2024-03-08', { actions: [forHer] }))
      .thenClosesNothing();
  });

  it('not by a plan for another family', () => {
    told()
      .given(known, hearing)
      .when(plan('2024-03-08', { people: ['neighbour'], actions: [ofHim] }))
      .thenClosesNothing()
      .when(professionalsMeeting('2024-03-08', { people: ['new partner'], actions: [ofHim] }))
      .thenClosesNothing();
  });

  it('by a corrected plan, or a retraction', () => {
    told()
      .given(known, hearing)
      .when(corrected(hearing, '2024-03-08', { actions: [forHer, ofHim] }))
      .thenSupersedes('marac')
      .thenNothing();
    told().given(known, hearing).when(retracted(hearing, '2024-03-08')).thenSupersedes('marac').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a plan of before that comes in after it', () => {
    const plannedNow = plan('2024-03-04', { by: 'police', planId: 'police-p-2', actions: [forHer] });
    told()
      .given(known, plannedNow)
      .when(professionalsMeeting('2024-01-15', { by: 'police', actions: [ofHim], recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('police');
  });
});

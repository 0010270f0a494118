import { closed, corrected, decision, incident, opened, proposed, referral, retracted, started, story, view } from '../engine/testing';

const told = () => story('closure-not-consulted');
const before = [
  incident('2024-01-10'),
  opened('2024-01-15', 'csc', 'childrens-social-care'),
  opened('2024-01-16', 'idva', 'idva'),
  started('2024-01-17', 'gp', 'general-practice'),
];

describe('When a case is closed unheard', () => {
  it('the closing agency is told who is missing, and has two working days', () => {
    told()
      .given(...before)
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'csc', class: 'act', due: '2024-03-06T10:00', says: 'idva, gp' });
  });

  it('only who was neither consulted nor has given a view is missing', () => {
    told()
      .given(...before)
      .when(closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenRaises({ to: 'csc', says: ': gp.' });
    told()
      .given(...before, view('2024-03-01', 'gp', { caseId: 'csc-c-1' }))
      .when(closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenNothing();
    told()
      .given(...before, proposed('2024-02-20', 'csc'), view('2024-03-01', 'gp'))
      .when(closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenNothing();
    told()
      .given(...before, view('2024-03-01', 'gp', { caseId: 'asc-c-1' }))
      .when(closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenRaises({ to: 'csc' });
  });

  it('who referred is involved until the closure itself ends that', () => {
    const referred = [
      incident('2024-01-10'),
      referral('2024-01-11', 'childrens-social-care'),
      decision('2024-01-12', 'csc', { referralId: 'police-childrens-social-care' }),
    ];
    told()
      .given(...referred, opened('2024-01-12T12:00', 'csc', 'childrens-social-care'))
      .when(closed('2024-03-04', 'csc'))
      .thenRaises({ to: 'csc', says: 'police' });
  });

  it('stays silent without domestic abuse in the history', () => {
    told()
      .given(started('2024-01-17', 'gp', 'general-practice'))
      .when(closed('2024-03-04', 'csc'))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const closure = closed('2024-03-04', 'csc');

  it('when everybody who was missing has given a view, not before', () => {
    const last = view('2024-03-06', 'idva');
    told()
      .given(...before, closure)
      .when(view('2024-03-05', 'gp'))
      .thenClosesNothing()
      .when(last)
      .thenCloses(last, 'csc');
  });

  it('whoever became involved after the closure', () => {
    const last = view('2024-03-06', 'idva');
    told()
      .given(...before, closure, started('2024-03-05', 'haven', 'specialist-da'), view('2024-03-05', 'gp'))
      .when(last)
      .thenCloses(last, 'csc');
  });

  it('by a corrected closure', () => {
    told()
      .given(...before, closure)
      .when(corrected(closure, '2024-03-05', { consulted: ['idva', 'gp'] }))
      .thenSupersedes('csc')
      .thenNothing();
    told()
      .given(...before, closure)
      .when(corrected(closure, '2024-03-05', { consulted: ['gp'] }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', says: ': idva.', due: '2024-03-07' });
    told()
      .given(...before, closure)
      .when(retracted(closure, '2024-03-05'))
      .thenSupersedes('csc')
      .thenNothing();
  });
});

describe('A view under a reference that nothing else joins', () => {
  const unknown = { people: [{ name: 'neighbour', details: 'none' }] } as const;

  it('counts by the case that it names, before the closure and after it', () => {
    told()
      .given(...before, view('2024-03-01', 'gp', { caseId: 'csc-c-1', ...unknown }))
      .when(closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenNothing();
    const last = view('2024-03-06', 'gp', { caseId: 'csc-c-1', ...unknown });
    told()
      .given(...before, closed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .when(last)
      .thenCloses(last, 'csc');
  });
});

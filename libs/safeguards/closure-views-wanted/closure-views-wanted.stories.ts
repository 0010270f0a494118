import { corrected, incident, opened, proposed, retracted, started, story, view } from '../engine/testing';

const told = () => story('closure-views-wanted');
const before = [
  incident('2024-01-10'),
  opened('2024-01-15', 'csc', 'childrens-social-care'),
  opened('2024-01-16', 'idva', 'idva'),
  started('2024-01-17', 'gp', 'general-practice'),
];

describe('When a closure is proposed', () => {
  it('each involved agency that was not consulted is asked, and has three working days', () => {
    told()
      .given(...before)
      .when(proposed('2024-03-28', 'csc'))
      .thenRaises({ to: 'idva', class: 'act', due: '2024-04-04T10:00', says: 'csc-c-1' }, { to: 'gp' });
  });

  it('nobody is asked who was consulted, who merely knows, or who proposes', () => {
    told()
      .given(...before)
      .when(proposed('2024-03-04', 'csc', { consulted: ['idva'] }))
      .thenRaises({ to: 'gp' });
    told()
      .given(...before)
      .when(proposed('2024-03-04', 'csc', { consulted: ['idva', 'gp'] }))
      .thenNothing();
    told()
      .given(...before)
      .when(proposed('2024-03-04', 'idva'))
      .thenRaises({ to: 'csc' }, { to: 'gp' });
  });

  it('stays silent without domestic abuse in the history', () => {
    told()
      .given(started('2024-01-17', 'gp', 'general-practice'))
      .when(proposed('2024-03-04', 'csc'))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const proposal = proposed('2024-03-04', 'csc');

  it('by the agency’s own view', () => {
    const given = view('2024-03-05', 'gp', { caseId: 'csc-c-1' });
    told()
      .given(...before, proposal)
      .when(given)
      .thenCloses(given, 'gp')
      .thenOpenWith('idva');
  });

  it('by a view that names no case, and not by one on another case', () => {
    const given = view('2024-03-05', 'gp');
    told()
      .given(...before, proposal)
      .when(given)
      .thenCloses(given, 'gp');
    told()
      .given(...before, proposal)
      .when(view('2024-03-05', 'gp', { caseId: 'csc-c-2' }))
      .thenClosesNothing();
  });

  it('not by a view that was given before', () => {
    told()
      .given(...before, view('2024-03-01', 'gp'))
      .when(proposal)
      .thenRaises({ to: 'gp' }, { to: 'idva' });
  });

  it('not by correcting a view that was given before', () => {
    const earlier = view('2024-03-01', 'gp');
    told()
      .given(...before, earlier, proposal)
      .when(corrected(earlier, '2024-03-05', { view: 'Other words' }))
      .thenClosesNothing();
  });

  it('by correcting who was consulted, and never again by who has answered', () => {
    told()
      .given(...before, proposal, view('2024-03-05', 'gp'))
      .when(corrected(proposal, '2024-03-06', { reason: 'Moved on' }))
      .thenSupersedes('idva')
      .thenRaises({ to: 'idva', due: '2024-03-11' });
    told()
      .given(...before, proposal)
      .when(corrected(proposal, '2024-03-06', { consulted: ['idva', 'gp'] }))
      .thenSupersedes('idva', 'gp')
      .thenNothing();
    told()
      .given(...before, proposal)
      .when(retracted(proposal, '2024-03-06'))
      .thenSupersedes('idva', 'gp')
      .thenNothing();
  });
});

describe('A view that comes in before the proposal', () => {
  it('is a view all the same, where it was given to it', () => {
    const around = [incident('2024-01-10'), opened('2024-01-15', 'csc', 'childrens-social-care'), opened('2024-01-16', 'idva', 'idva')];
    story('closure-views-wanted')
      .given(...around, view('2024-03-05', 'idva', { caseId: 'csc-c-1' }))
      .when(proposed('2024-03-04', 'csc', { recorded: '2024-03-06' }))
      .thenNothing();
    story('closure-views-wanted')
      .given(...around, view('2024-02-05', 'idva', { caseId: 'csc-c-1' }))
      .when(proposed('2024-03-04', 'csc'))
      .thenRaises({ to: 'idva' });
  });
});

describe('It is not answered', () => {
  it('by a view of before the proposal that names no case and comes in after it', () => {
    story('closure-views-wanted')
      .given(incident('2024-01-10'), opened('2024-01-15', 'csc', 'childrens-social-care'), opened('2024-01-16', 'idva', 'idva'))
      .given(proposed('2024-03-04', 'csc'))
      .when(view('2024-01-20', 'idva', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .thenOpenWith('idva');
  });
});

import {
  actionDone,
  assessment,
  closed,
  contact,
  corrected,
  deathOf,
  decision,
  heard,
  incident,
  nomination,
  opened,
  Partnership,
  referral,
  retracted,
  sanctuaryVisit,
  settingsWithout,
  started,
  story,
  tenancy,
  view,
} from './testing';

const home = tenancy('2024-03-04');
const visit = sanctuaryVisit('2024-03-05');

describe('When the record that answered an alert is taken back', () => {
  it('the alert is raised again, with its term from now', () => {
    story('sanctuary-referral')
      .given(home, visit)
      .when(retracted(visit, '2024-03-20', 'inaccurate'))
      .thenRaises({ to: 'sanctuary', raised: '2024-03-20T10:00', due: '2024-03-21T10:00', evidence: [home] })
      .thenOpenWith('sanctuary')
      .after('2024-03-28')
      .thenEscalatesTo({ to: 'housing' });
  });

  it('so it is when it is corrected into something that answers no more, and not when it still does', () => {
    const agreed = view('2024-03-06', 'police', { caseId: 'csc-c-1' });
    const proposed = closed('2024-03-05', 'csc', { protectionOrdersChecked: true });
    const told = () => story('closure-not-consulted').given(started('2024-01-08', 'police', 'police'), incident('2024-01-10'), proposed);
    told()
      .given(agreed)
      .when(corrected(agreed, '2024-03-08', { narrative: 'Put more plainly' }))
      .thenNothing()
      .thenOpenWith();
    told()
      .given(agreed)
      .when(corrected(agreed, '2024-03-08', { caseId: 'csc-c-9', people: [{ ref: 'police:neighbour', role: 'victim' }] }))
      .thenRaises({ to: 'csc', due: '2024-03-12T10:00' });
  });

  it('not where another record answers it too, and only for whom it had answered', () => {
    const again = sanctuaryVisit('2024-03-07');
    story('sanctuary-referral')
      .given(home, visit, again)
      .when(retracted(visit, '2024-03-20', 'duplicate'))
      .thenNothing();
    const first = nomination('2024-03-06', 'idva', 'haven');
    const five = ['gp', 'health-visiting', 'housing', 'csc', 'mental-health'].map((by) => started('2024-03-04', by, 'other'));
    story('lead-agency-needed')
      .given(...five, first)
      .when(retracted(first, '2024-03-08', 'inaccurate'))
      .thenRaises({ to: 'marac', raised: '2024-03-08T10:00' }, { to: 'idva', raised: '2024-03-08T10:00' });
  });

  it('not where somebody has closed it', () => {
    const partnership = new Partnership(settingsWithout([]));
    const raised = partnership.publish(home).flatMap((outcome) => (outcome.kind === 'raised' ? [outcome.alert] : []));
    const alert = raised.find(({ safeguard }) => safeguard === 'sanctuary-referral');
    if (alert === undefined) throw new Error('nothing was raised');
    partnership.engine.close(alert.id, alert.about, { source: '/hub', id: 'closed-1' });
    partnership.publish(visit);
    const takenBack = retracted(visit, '2024-03-20');
    const after = 'retract' in takenBack ? partnership.amend(visit, takenBack.by) : [];
    expect(after).not.toEqual([]);
    expect(after.filter((outcome) => outcome.kind === 'raised' && outcome.alert.safeguard === 'sanctuary-referral')).toEqual([]);
  });

  it('a term that it kept from passing begins again', () => {
    const asked = referral('2024-03-04', 'idva', { by: 'csc' });
    const said = decision('2024-03-05', 'idva', { outcome: 'accepted' });
    story('referral-undecided')
      .given(asked, said)
      .after('2024-03-12')
      .thenNothing()
      .when(retracted(said, '2024-03-13', 'wrong-person'))
      .thenRaises({ to: 'idva', raised: '2024-03-13T10:00' }, { to: 'csc', raised: '2024-03-13T10:00' });
    story('referral-undecided')
      .given(asked, said)
      .when(retracted(said, '2024-03-05T12:00', 'wrong-person'))
      .thenNothing()
      .after('2024-03-06T11:00')
      .thenRaises({ to: 'idva', raised: '2024-03-06T10:00' });
  });

  it('a state that it kept silent is told, and what never waited for it is not', () => {
    const made = assessment('2024-03-01', { by: 'idva', level: 'medium' });
    const call = incident('2024-03-04');
    story('dash-missing')
      .given(made, call)
      .after('2024-03-20')
      .thenNothing()
      .when(retracted(made, '2024-03-20', 'wrong-person'))
      .thenRaises({ to: 'police' });
    story('dash-missing')
      .given(made, incident('2022-03-04', { recorded: '2024-03-10' }))
      .when(retracted(made, '2024-03-20'))
      .thenNothing()
      .after('2024-04-20')
      .thenNothing();
  });

  it('a death that was recorded of the wrong person brings back what asked for contact', () => {
    const died = deathOf('2024-03-06', 'mother');
    const five = ['gp', 'health-visiting', 'housing', 'csc', 'mental-health'].map((by) => started('2024-03-04', by, 'other'));
    story('lead-agency-needed')
      .given(...five)
      .when(died)
      .thenCloses(died, 'marac', 'idva')
      .when(retracted(died, '2024-03-07'))
      .thenRaises({ to: 'marac' }, { to: 'idva' });
  });

  it('a step of the ladder that it met is to be met again', () => {
    const taken = decision('2024-03-05T09:00', 'sanctuary');
    const sent = referral('2024-03-04T11:00', 'sanctuary', { by: 'housing' });
    story('sanctuary-referral')
      .given(home, sent, taken)
      .thenDue('sanctuary', '2024-03-11T10:00')
      .when(retracted(taken, '2024-03-06', 'inaccurate'))
      .thenDue('sanctuary', '2024-03-07T10:00')
      .after('2024-03-07T11:00')
      .thenEscalatesTo({ to: 'housing' });
  });

  it('is told once, however often it is taken back', () => {
    const actions = [{ id: 'a-1', what: 'Serve the notice', who: 'police', by: '2024-03-25' }];
    const done = actionDone('2024-03-28', 'police', 'a-1');
    story('marac-action-overdue')
      .given(heard('2024-03-21', { actions }), done)
      .when(retracted(done, '2024-04-02'))
      .thenRaises({ to: 'police' }, { to: 'marac' })
      .when(retracted(done, '2024-04-03'))
      .thenNothing()
      .thenOpenWith('police', 'marac');
  });

  it('what a contact had answered is asked for again', () => {
    const said = decision('2024-03-05', 'idva', { outcome: 'accepted' });
    const reached = contact('2024-03-06', 'idva', 'idva', 'engaged');
    story('idva-waiting')
      .given(opened('2024-01-08', 'gp', 'general-practice'), referral('2024-03-04', 'idva', { by: 'csc' }), said, reached)
      .after('2024-03-20')
      .thenNothing()
      .when(retracted(reached, '2024-03-20'))
      .thenRaises({ to: 'idva' }, { to: 'csc' });
  });
});

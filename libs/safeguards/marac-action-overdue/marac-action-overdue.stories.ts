import { actionDone, corrected, heard, planActionDone, retracted, story, type Written } from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-action-overdue').given(...given);
const action = (id: string, by?: string, who?: string) => ({
  id,
  what: 'Serve the notice',
  ...(by === undefined ? {} : { by }),
  ...(who === undefined ? {} : { who }),
});
const meeting = (...actions: readonly ReturnType<typeof action>[]) => heard('2024-03-21', { actions: [...actions] });
const served = meeting(action('a-1', '2024-03-25', 'police'));

describe('When the date of a MARAC action passes', () => {
  it('its owner and MARAC are told, at the end of that day', () => {
    told(served)
      .after('2024-03-25T23:59')
      .thenNothing()
      .after('2024-03-26T00:00')
      .thenRaises(
        { to: 'police', class: 'act', raised: '2024-03-25', due: '2024-03-25', about: 'mother', evidence: [served], says: '2024-03-25' },
        { to: 'marac', due: '2024-03-25' },
      );
  });

  it('MARAC alone is told where nobody, or somebody by name, is to do it', () => {
    told(meeting(action('a-1', '2024-03-25')))
      .after('2024-03-27')
      .thenRaises({ to: 'marac' });
    told(meeting(action('a-1', '2024-03-25', 'Ms Shaw')))
      .after('2024-03-27')
      .thenRaises({ to: 'marac' });
    told(meeting(action('a-1', '2024-03-25', 'marac')))
      .after('2024-03-27')
      .thenRaises({ to: 'marac' });
  });

  it('tells whoever stands in for a MARAC coordinator', () => {
    story('marac-action-overdue', { lacks: ['marac'] })
      .given(served)
      .after('2024-03-27')
      .thenRaises({ to: 'police', says: 'no marac service' });
  });

  it('nobody is told where it has no date, or is done by then', () => {
    told(meeting(action('a-1', undefined, 'police')))
      .after('2024-06-27')
      .thenNothing();
    told(served, actionDone('2024-03-25T17:00', 'police', 'a-1'))
      .after('2024-06-27')
      .thenNothing();
    told(actionDone('2024-03-20', 'police', 'a-1'), served)
      .after('2024-06-27')
      .thenNothing();
  });

  it('finds who did it under a reference that nobody else knows', () => {
    const unknown = { name: 'mother', details: 'none' } as const;
    told(served, actionDone('2024-03-25', 'police', 'a-1', { people: [unknown] }))
      .after('2024-06-27')
      .thenNothing();
  });

  it('is told at once of a hearing that comes in after the date', () => {
    told()
      .when(heard('2024-03-21', { recorded: '2024-03-28', actions: [action('a-1', '2024-03-25', 'police')] }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('is silent of a hearing that comes in late', () => {
    told(heard('2024-03-21', { recorded: '2024-07-01', actions: [action('a-1', '2024-07-25', 'police')] }))
      .after('2024-08-25')
      .thenNothing();
  });
});

describe('Of several actions', () => {
  const two = meeting(action('a-1', '2024-03-25', 'police'), action('a-2', '2024-04-05', 'police'), action('a-3', '2024-04-05', 'housing'));
  const [first, second, third] = [
    actionDone('2024-03-28', 'police', 'a-1'),
    actionDone('2024-04-08', 'police', 'a-2'),
    actionDone('2024-04-09', 'housing', 'a-3'),
  ];

  it('each date is watched, though another was met', () => {
    told(two, first)
      .after('2024-04-08')
      .thenRaises({ to: 'police', raised: '2024-04-05' }, { to: 'marac' }, { to: 'housing' })
      .when(second)
      .thenCloses(second, 'police')
      .when(third)
      .thenCloses(third, 'housing', 'marac');
    told(two, actionDone('2024-03-22', 'police', 'a-2'), actionDone('2024-03-22', 'housing', 'a-3'))
      .after('2024-04-28')
      .thenRaises({ to: 'police', raised: '2024-03-25' }, { to: 'marac', raised: '2024-03-25' });
  });

  it('an owner has one alert for a meeting, which stays while anything of it is overdue', () => {
    told(two)
      .after('2024-03-26')
      .thenRaises({ to: 'police' }, { to: 'marac' })
      .after('2024-04-06')
      .thenRaises({ to: 'housing' })
      .when(first)
      .thenClosesNothing()
      .when(second)
      .thenCloses(second, 'police')
      .thenOpenWith('marac', 'housing');
  });

  it('what somebody closed by hand is not raised again by another date that was met', () => {
    const waiting = told(meeting(action('a-1', '2024-03-25', 'police'), action('a-2', '2024-04-05', 'police'))).after('2024-03-26');
    const { engine, state, token } = waiting.partnership;
    const about = token('marac:mother');
    for (const { id } of [...state.caseOf(about).alerts.values()]) engine.close(id, about, { source: '/hub', id: 'closed-by-hand' });
    waiting
      .given(actionDone('2024-04-02', 'police', 'a-2'))
      .after('2024-04-28')
      .thenNothing();
  });

  it('an alert that closed comes back at the next date', () => {
    told(two)
      .after('2024-03-26')
      .when(first)
      .thenCloses(first, 'police', 'marac')
      .after('2024-04-06')
      .thenRaises({ to: 'police' }, { to: 'marac' }, { to: 'housing' });
  });
});

describe('It is answered', () => {
  it('by the action, and by no other action or plan', () => {
    const done = actionDone('2024-03-28', 'police', 'a-1');
    told(served)
      .after('2024-03-27')
      .when(actionDone('2024-03-27', 'police', 'a-9'))
      .thenClosesNothing()
      .when(planActionDone('2024-03-27', 'police', 'a-1'))
      .thenClosesNothing()
      .when(done)
      .thenCloses(done, 'police', 'marac');
  });

  it('goes with the hearing, and is asked again by its correction', () => {
    told(served).after('2024-03-27').when(retracted(served, '2024-03-28')).thenSupersedes('police', 'marac').thenNothing();
    told(served)
      .given(corrected(served, '2024-03-22', { actions: [action('a-1', '2024-04-02', 'housing')] }))
      .after('2024-04-03')
      .thenRaises({ to: 'housing', raised: '2024-04-02' }, { to: 'marac' });
  });
});

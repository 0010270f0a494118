import { contact, heard, listed, retracted, started, story, type Written } from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-non-engagement').given(...given);
const heardTwice = [heard('2023-06-01'), heard('2024-01-18')] as const;
const missed = [
  contact('2024-02-05', 'idva', 'idva', 'no-answer'),
  contact('2024-02-12', 'csc', 'childrens-social-care', 'did-not-attend'),
] as const;
const third = contact('2024-02-19', 'idva', 'idva', 'declined');
const fiveInvolved = [
  started('2024-01-08', 'csc', 'childrens-social-care'),
  started('2024-01-08', 'gp', 'general-practice'),
  started('2024-01-08', 'housing', 'housing'),
  started('2024-01-08', 'education', 'education'),
] as const;

describe('Heard twice, and several services do not reach the person', () => {
  it('is brought to the next meeting', () => {
    told(...heardTwice, ...missed)
      .when(third)
      .thenRaises({
        to: 'marac',
        class: 'act',
        due: '2024-02-29',
        about: 'mother',
        says: 'is not assumed to be an informed decision',
        evidence: [third, ...missed, ...heardTwice],
      });
  });

  it('is due at the meeting for which the case is listed', () => {
    told(...heardTwice, ...missed, listed('2024-02-16', { meetingOn: '2024-03-14' }))
      .when(third)
      .thenRaises({ to: 'marac', due: '2024-03-14' });
  });

  it('needs three of the last four', () => {
    const there = (on: string) => contact(on, 'gp', 'general-practice', 'engaged');
    told(...heardTwice, ...missed, there('2024-02-13'))
      .when(third)
      .thenRaises({ to: 'marac', says: '3 of the last 4' });
    told(...heardTwice, ...missed, there('2024-02-13'), there('2024-02-14'))
      .when(third)
      .thenNothing();
    told(...heardTwice, missed[0])
      .when(third)
      .thenNothing();
    told(...heardTwice, ...missed)
      .when(there('2024-02-19'))
      .thenNothing();
  });

  it('leaves out what the service cancelled', () => {
    told(...heardTwice, ...missed)
      .when(contact('2024-02-19', 'gp', 'general-practice', 'cancelled', { cancelledBy: 'service' }))
      .thenNothing();
    told(...heardTwice, ...missed)
      .when(contact('2024-02-19', 'gp', 'general-practice', 'cancelled', { cancelledBy: 'person' }))
      .thenRaises({ to: 'marac' });
  });

  it('needs two services: one alone asks for its own review', () => {
    told(...heardTwice, missed[0], contact('2024-02-12', 'idva', 'idva', 'no-answer'))
      .when(third)
      .thenNothing();
    told(...heardTwice, missed[0], contact('2024-02-12', 'idva', 'idva', 'no-answer'))
      .when(contact('2024-02-19', 'idva', 'specialist-da', 'no-answer'))
      .thenRaises({ to: 'marac' });
  });

  it('looks twenty-four months back, and at two meetings', () => {
    told(heard('2022-02-19T10:01'), heard('2024-01-18'), ...missed)
      .when(third)
      .thenRaises({ to: 'marac' });
    told(heard('2022-02-19'), heard('2024-01-18'), ...missed)
      .when(third)
      .thenNothing();
    told(heard('2024-01-18'), heard('2024-01-18T12:00'), ...missed)
      .when(third)
      .thenNothing();
  });

  it('shows at the second hearing too, for the meeting after it', () => {
    told(heard('2023-06-01'), ...missed, third)
      .when(heard('2024-02-29'))
      .thenRaises({ to: 'marac', due: '2024-03-14' });
  });

  it('is silent of a contact that comes in late', () => {
    told(...heardTwice, ...missed)
      .when(contact('2024-02-19', 'idva', 'idva', 'declined', { recorded: '2024-06-19' }))
      .thenNothing();
  });

  it('is told once for a meeting', () => {
    told(...heardTwice, ...missed, third)
      .when(contact('2024-02-20', 'gp', 'general-practice', 'no-answer'))
      .thenNothing();
  });

  it('reaches whoever stands in for a MARAC coordinator', () => {
    story('marac-non-engagement', { lacks: ['marac'] })
      .given(...heardTwice, ...missed)
      .when(third)
      .thenRaises({ to: 'police', says: 'no marac service' });
  });
});

describe('Listed while many agencies are involved', () => {
  const listing = listed('2024-02-26', { meetingOn: '2024-03-14' });

  it('needs five of them', () => {
    told(...fiveInvolved, started('2024-01-08', 'idva', 'idva'), ...missed, third)
      .when(listing)
      .thenRaises({ to: 'marac', due: '2024-03-14', evidence: [listing, ...missed, third] });
    told(...fiveInvolved, ...missed, third)
      .when(listing)
      .thenNothing();
  });

  it('is no longer so when the meeting has heard it', () => {
    told(...fiveInvolved, started('2024-01-08', 'idva', 'idva'), ...missed, listing, heard('2024-03-14'))
      .when(contact('2024-03-18', 'idva', 'idva', 'no-answer'))
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by the hearing, not by one of before or by reaching the person', () => {
    const answer = heard('2024-02-29');
    told(...heardTwice, ...missed, third)
      .when(contact('2024-02-20', 'idva', 'idva', 'engaged'))
      .thenClosesNothing()
      .when(heard('2023-10-05', { recorded: '2024-02-21' }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'marac');
  });

  it('goes with one of the attempts, unless enough others failed', () => {
    told(...heardTwice, ...missed, third)
      .when(retracted(missed[1], '2024-02-21'))
      .thenSupersedes('marac')
      .thenNothing();
    told(...heardTwice, ...missed, third, contact('2024-02-20', 'gp', 'general-practice', 'no-answer'))
      .when(retracted(third, '2024-02-21'))
      .thenSupersedes('marac')
      .thenRaises({ to: 'marac' });
  });
});

describe('The hearing that answers it', () => {
  it('does not ask for the next one: an attempt that fails afterwards does', () => {
    const answer = heard('2024-02-29');
    const next = contact('2024-03-04', 'csc', 'childrens-social-care', 'no-answer');
    told(...heardTwice, ...missed, third)
      .when(answer)
      .thenCloses(answer, 'marac')
      .thenNothing()
      .when(next)
      .thenRaises({ to: 'marac' });
  });

  it('asks where it is the second, and nobody had been told', () => {
    const [first, second] = heardTwice;
    told(
      first,
      ...missed.map((attempt) => ({ ...attempt, time: attempt.time - 40 * 86_400_000, recorded: attempt.recorded - 40 * 86_400_000 })),
    )
      .given(contact('2024-01-15', 'idva', 'idva', 'declined'))
      .when(second)
      .thenRaises({ to: 'marac' });
  });
});

describe('The agency that makes them five', () => {
  it('brings it to the meeting for which the case is listed', () => {
    const fifth = started('2024-02-26', 'health-visiting', 'community-health');
    const four = [...fiveInvolved.slice(0, 3), started('2024-01-08', 'idva', 'idva')];
    told(...four, listed('2024-02-01', { meetingOn: '2024-03-14' }), ...missed, third)
      .when(fifth)
      .thenRaises({ to: 'marac', about: 'mother', due: '2024-03-14' });
    told(...four, ...missed, third)
      .when(fifth)
      .thenNothing();
    told(...heardTwice, ...missed, third)
      .when(fifth)
      .thenNothing();
  });
});

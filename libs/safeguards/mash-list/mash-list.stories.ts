import {
  breach,
  corrected,
  decision,
  held,
  incident,
  motherAndChildren,
  notificationDecision,
  notified,
  policeOutcome,
  referral,
  retracted,
  story,
  strategyHeld,
} from '../engine/testing';

const told = () => story('mash-list');
const family = held('2024-01-02', 'police', motherAndChildren);
const first = incident('2024-01-10', { incidentNumber: 'police-1', people: ['mother', 'ex-partner', 'child'] });
const notice = notified('2024-03-04', { people: ['child', 'mother'] });

describe('When police submit a child notification', () => {
  it('it is on the MASH’s list of the next working day', () => {
    told()
      .when(notice)
      .thenRaises({ to: 'mash', service: 'mash', class: 'act', about: 'child', due: '2024-03-05T23:59', says: 'none', evidence: [notice] });
    told().when(notified('2024-03-08T17:00')).thenRaises({ to: 'mash', due: '2024-03-11T23:59' });
    told().when(notified('2024-03-28T09:00')).thenRaises({ to: 'mash', due: '2024-04-02T23:59' });
  });

  it('with the previous incidents, who was involved and what came of them, even where the notification brought none', () => {
    const outcome = policeOutcome('2024-01-20', 'no-further-action');
    const second = breach('2024-02-10');
    const now = incident('2024-03-03', { incidentNumber: 'police-3' });
    told()
      .given(family, first, outcome, second, now)
      .when(notified('2024-03-04', { people: ['child', 'mother'], incidentNumber: 'police-3' }))
      .thenRaises({
        to: 'mash',
        says: '2024-01-10 (victim, person posing risk, child; no further action), 2024-02-10 (victim; no outcome recorded)',
      });
  });

  it('takes an incident of the day, or of the day before, for the one that it is about', () => {
    told().given(family, incident('2024-03-03')).when(notice).thenRaises({ to: 'mash', says: 'none' });
    told().given(family, incident('2024-03-02')).when(notice).thenRaises({ to: 'mash', says: '2024-03-02' });
  });

  it('tells the MARAC coordinator where there is no MASH', () => {
    story('mash-list', { lacks: ['mash'] })
      .when(notice)
      .thenRaises({ to: 'marac', says: 'no mash service' });
  });

  it('is silent of a notification recorded more than 90 days later', () => {
    told()
      .when(notified('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .when(notified('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'mash' });
  });
});

describe('It is answered', () => {
  it('by the decision on this notification, not on another', () => {
    const decided = notificationDecision('2024-03-05');
    told()
      .given(notice)
      .when(notificationDecision('2024-03-05', { notificationNumber: 'police-ppn-2' }))
      .thenClosesNothing()
      .when(decided)
      .thenCloses(decided, 'mash');
  });

  it('by a decision under a reference that nothing else joins', () => {
    const decided = notificationDecision('2024-03-05', { people: [{ name: 'child', details: 'none' }] });
    told().given(notice).when(decided).thenCloses(decided, 'mash');
  });

  it('by a strategy discussion', () => {
    const discussed = strategyHeld('2024-03-05');
    told().given(notice).when(discussed).thenCloses(discussed, 'mash');
  });

  it('by the decision of a referral to MASH or children’s social care, not to another service, nor by the referral itself', () => {
    const about = { people: ['child', 'mother'] } as const;
    const decided = decision('2024-03-06', 'csc', { ...about, referralId: 'police-childrens-social-care' });
    told()
      .given(notice, referral('2024-03-04T12:00', 'idva', about))
      .when(decision('2024-03-05', 'idva', about))
      .thenClosesNothing()
      .when(referral('2024-03-05', 'childrens-social-care', about))
      .thenClosesNothing()
      .when(decided)
      .thenCloses(decided, 'mash');
  });

  it('by its retraction, and is told anew with its correction', () => {
    told().given(notice).when(retracted(notice, '2024-03-04T12:00')).thenSupersedes('mash').thenNothing();
    told()
      .given(notice)
      .when(corrected(notice, '2024-03-04T12:00', { notificationNumber: 'police-ppn-9' }))
      .thenSupersedes('mash')
      .thenRaises({ to: 'mash' });
  });
});

describe('It is not answered', () => {
  it('by a strategy discussion or a decision of before the notification that comes in after it', () => {
    told()
      .given(referral('2024-02-20', 'mash', { people: ['child'] }), notice)
      .when(
        strategyHeld('2024-02-21', { recorded: '2024-03-05' }),
        decision('2024-02-21', 'mash', { people: ['child'], recorded: '2024-03-05' }),
      )
      .thenClosesNothing();
  });
});

describe('A notification that comes in after its decision', () => {
  it('is on no list', () => {
    told()
      .given(notificationDecision('2024-03-04T12:00'))
      .when(notified('2024-03-04', { recorded: '2024-03-05' }))
      .thenNothing();
    told()
      .given(notificationDecision('2024-03-04T12:00', { notificationNumber: 'police-ppn-9' }))
      .when(notified('2024-03-04', { recorded: '2024-03-05' }))
      .thenRaises({ to: 'mash' });
  });
});

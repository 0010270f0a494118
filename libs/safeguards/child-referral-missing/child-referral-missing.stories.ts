import {
  assessment,
  breach,
  corrected,
  disclosure,
  held,
  healthDisclosure,
  incident,
  motherAndChildren,
  notified,
  referral,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('child-referral-missing');
const family = held('2024-01-02', 'police', motherAndChildren);
const there = { people: ['mother', 'ex-partner', 'child'], childrenPresent: true } as const;
const call = incident('2024-03-04', there);

describe('When nobody refers the children after an incident', () => {
  it('the recording agency is told when two working days have passed', () => {
    told()
      .given(call)
      .after('2024-03-06T09:59')
      .thenNothing()
      .after('2024-03-06T10:00')
      .thenRaises({ to: 'police', class: 'act', about: 'mother', due: '2024-03-06T10:00', says: 'a child of 9', evidence: [call] });
  });

  it('whoever recorded it', () => {
    told()
      .given(disclosure('2024-03-05', { people: ['mother', 'child'], incidentOn: '2024-03-04', childrenPresent: true }))
      .after('2024-03-07')
      .thenRaises({ to: 'housing' });
    told()
      .given(healthDisclosure('2024-03-05', { incidentOn: '2024-03-04', childrenPresent: true }))
      .after('2024-03-07')
      .thenRaises({ to: 'gp', says: 'none of whom is recorded' });
    told()
      .given(breach('2024-03-04', { people: ['mother', 'child'] }))
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
    told()
      .given(disclosure('2024-03-05', { childrenPresent: true }))
      .after('2024-03-08')
      .thenNothing();
  });

  it('where children live in the household, at medium or high risk only', () => {
    const alone = incident('2024-03-04', { childrenPresent: false });
    told().given(family, alone).after('2024-03-06').thenNothing();
    told().given(family, assessment('2024-02-01'), alone).after('2024-03-06').thenNothing();
    told()
      .given(family, assessment('2024-02-01', { level: 'medium' }), alone)
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
    told()
      .given(assessment('2024-02-01', { level: 'high' }), alone)
      .after('2024-03-06')
      .thenNothing();
  });

  it('where the risk turns out to be high within the term', () => {
    told()
      .given(family, incident('2024-03-04', { childrenPresent: false }), assessment('2024-03-05', { level: 'high' }))
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
  });

  it('is about the victim, whoever the subject is', () => {
    told()
      .given(incident('2024-03-04', { ...there, subject: 'ex-partner' }))
      .after('2024-03-06')
      .thenRaises({ to: 'police', about: 'mother' });
  });

  it('stays silent where police say that it was no domestic abuse, and of a late record', () => {
    told()
      .given(incident('2024-03-04', { ...there, domesticAbuse: false }))
      .after('2024-03-07')
      .thenNothing();
    told()
      .given(incident('2024-03-04', { ...there, recorded: '2024-06-03' }))
      .after('2024-07-01')
      .thenNothing();
  });

  it('waits as long as the partnership says', () => {
    story('child-referral-missing', { thresholds: { childReferralWorkingDays: 3 } })
      .given(call)
      .after('2024-03-06')
      .thenNothing()
      .after('2024-03-07')
      .thenRaises({ to: 'police' });
  });
});

describe('It is answered', () => {
  const toCare = referral('2024-03-05', 'childrens-social-care', { people: ['child', 'mother'] });

  it.each([
    ['a referral to children’s social care', toCare],
    ['a referral to MASH', referral('2024-03-05', 'mash', { people: ['mother'] })],
    ['a child notification', notified('2024-03-05', { people: ['child', 'mother'] })],
    ['a referral of another agency', referral('2024-03-05', 'mash', { by: 'gp', people: ['child', 'mother'] })],
    [
      'a notification that gives the incident’s number',
      notified('2024-03-05', { people: ['mother'], subject: 'mother', incidentNumber: 'police-2024-03-04' }),
    ],
  ])('by %s in time', (_what, answer) => {
    told().given(call, answer).after('2024-03-20').thenNothing();
  });

  it('by one that was made before the incident was recorded, not by one before the incident', () => {
    const late = incident('2024-03-04', { ...there, recorded: '2024-03-06' });
    told().given(toCare, late).after('2024-03-20').thenNothing();
    told()
      .given(referral('2024-03-03', 'mash', { people: ['child', 'mother'] }), call)
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
  });

  it('not by a referral to another service, nor about the person posing risk', () => {
    told()
      .given(call, referral('2024-03-05', 'early-help', { people: ['mother'] }), referral('2024-03-05', 'idva'))
      .given(referral('2024-03-05', 'mash', { people: ['ex-partner'] }))
      .after('2024-03-06')
      .thenRaises({ to: 'police' });
  });

  it('afterwards too, which closes it', () => {
    const after = referral('2024-03-07', 'mash', { people: ['child', 'mother'] });
    told()
      .given(call)
      .after('2024-03-06T12:00')
      .thenRaises({ to: 'police' })
      .when(referral('2024-03-07', 'idva'))
      .thenClosesNothing()
      .when(after)
      .thenCloses(after, 'police');
  });

  it('by the retraction of the incident, and is judged anew with its correction', () => {
    told().given(call).when(retracted(call, '2024-03-05')).after('2024-03-20').thenNothing();
    told()
      .given(call)
      .after('2024-03-06T12:00')
      .when(corrected(call, '2024-03-07', { nature: ['threats'] }))
      .thenSupersedes('police')
      .thenRaises({ to: 'police' });
    told()
      .given(call)
      .after('2024-03-06T12:00')
      .when(corrected(call, '2024-03-07', { domesticAbuse: false }))
      .thenSupersedes('police')
      .thenNothing();
  });

  it('by a corrected incident whose children only live there, where the risk is not raised', () => {
    told()
      .given(family, call)
      .after('2024-03-06T12:00')
      .when(corrected(call, '2024-03-07', { childrenPresent: false }))
      .thenSupersedes('police')
      .thenNothing();
  });
});

describe('It is not answered', () => {
  it('by a referral or a notification of before the incident that comes in after it', () => {
    told()
      .given(family, call)
      .given(referral('2024-02-20', 'mash', { people: ['child'], recorded: '2024-03-05' }))
      .given(notified('2024-02-20', { recorded: '2024-03-05' }))
      .after('2024-03-06')
      .thenRaises({ to: 'police' })
      .when(referral('2024-02-21', 'mash', { people: ['child'], referralId: 'police-r-2', recorded: '2024-03-07' }))
      .thenClosesNothing();
  });
});

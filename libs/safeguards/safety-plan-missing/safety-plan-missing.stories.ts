import { assessment, corrected, death, decision, heard, nomination, plan, referral, retracted, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('safety-plan-missing', { lacks });
const high = assessment('2024-03-04', { level: 'high', by: 'police' });

describe('When somebody at high risk has no safety plan after ten working days', () => {
  it('the IDVA is told at that time, not before', () => {
    told().given(high).after('2024-03-18T09:59').thenNothing().after('2024-03-18T10:00').thenRaises({
      to: 'idva',
      class: 'act',
      raised: '2024-03-18T10:00',
      due: '2024-03-18T10:00',
      about: 'mother',
      says: 'assessed as high',
    });
  });

  it('the lead agency is, where there is one by then', () => {
    told()
      .given(high, nomination('2024-03-10', 'marac', 'haven'))
      .after('2024-03-18')
      .thenRaises({ to: 'haven' });
  });

  it('after a hearing, and after the IDVA service accepted a referral, too', () => {
    told().given(heard('2024-03-07')).after('2024-03-21').thenRaises({ to: 'idva', says: 'heard at MARAC' });
    told()
      .given(referral('2024-03-03', 'idva'), decision('2024-03-04', 'idva'))
      .after('2024-03-18')
      .thenRaises({ to: 'idva', says: 'accepted a referral' });
  });

  it('stays silent of other levels, of a referral that is declined, and of another service', () => {
    told()
      .given(assessment('2024-03-04', { level: 'medium' }))
      .after('2024-04-01')
      .thenNothing();
    told()
      .given(referral('2024-03-03', 'idva'), decision('2024-03-04', 'idva', { outcome: 'declined' }))
      .after('2024-04-01')
      .thenNothing();
    told().given(referral('2024-03-03', 'sanctuary'), decision('2024-03-04', 'sanctuary')).after('2024-04-01').thenNothing();
  });

  it('stays silent where one was agreed in time', () => {
    told().given(high, plan('2024-03-18T09:59')).after('2024-04-01').thenNothing();
  });

  it('stays silent at a hearing while a plan stands: neither past its review, nor a year old', () => {
    const hearing = heard('2024-03-07');
    told()
      .given(plan('2024-03-01', { reviewOn: '2024-06-01' }), hearing)
      .after('2024-04-01')
      .thenNothing();
    told()
      .given(plan('2024-01-01', { reviewOn: '2024-03-15' }), hearing)
      .after('2024-04-01')
      .thenRaises({ to: 'idva' });
    told().given(plan('2023-03-22'), hearing).after('2024-04-01').thenNothing();
    told().given(plan('2023-03-21'), hearing).after('2024-04-01').thenRaises({ to: 'idva' });
  });

  it('speaks where the level has risen since the plan: it was made for a lower risk', () => {
    told().given(plan('2024-03-03'), high).after('2024-04-01').thenRaises({ to: 'idva' });
    told().given(plan('2024-03-04T09:00'), high).after('2024-04-01').thenNothing();
    told()
      .given(assessment('2024-02-01', { level: 'high', by: 'police' }), plan('2024-02-10'), high)
      .after('2024-04-01')
      .thenNothing();
  });

  it('stays silent where the level has fallen by then', () => {
    told()
      .given(high, assessment('2024-03-10', { level: 'standard', by: 'police' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .given(assessment('2024-03-04', { level: 'high', recorded: '2024-06-02' }))
      .after('2024-07-01')
      .thenRaises({ to: 'idva' });
    told()
      .given(assessment('2024-03-04', { level: 'high', recorded: '2024-06-03' }))
      .after('2024-07-01')
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['idva']).given(high).after('2024-04-01').thenRaises({ to: 'marac', says: 'no idva service' });
  });
});

describe('It is answered', () => {
  it('by a safety plan with the person', () => {
    const agreed = plan('2024-03-20');
    told().given(high).after('2024-03-19').when(agreed).thenCloses(agreed, 'idva');
  });

  it('not by one with somebody else', () => {
    told()
      .given(assessment('2024-03-04', { level: 'high', people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }))
      .after('2024-03-19')
      .when(plan('2024-03-20', { people: ['child'] }))
      .thenClosesNothing();
  });

  it('by the person’s death', () => {
    const died = death('2024-03-20', { manner: 'natural' });
    told().given(high).after('2024-03-19').when(died).thenCloses(died, 'idva');
    told()
      .given(high, death('2024-03-10', { manner: 'natural' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('by a correction of the level, or a retraction', () => {
    told()
      .given(high, corrected(high, '2024-03-05', { level: 'medium' }))
      .after('2024-04-01')
      .thenNothing();
    told().given(high).after('2024-03-19').when(retracted(high, '2024-03-20')).thenSupersedes('idva').thenNothing();
  });
  it('and by a correction that leaves the level high it is raised anew, to those whom it is for by now', () => {
    const corrects = corrected(high, '2024-03-25', { ticks: 16 });
    told().given(high).after('2024-03-19').when(corrects).thenSupersedes('idva').thenRaises({ to: 'idva', raised: '2024-03-25' });
    told()
      .given(high, nomination('2024-03-24', 'haven', 'haven'))
      .when(corrects)
      .thenSupersedes('idva')
      .thenRaises({ to: 'haven' });
    told()
      .given(high, assessment('2024-03-20', { level: 'standard', by: 'police' }))
      .when(corrects)
      .thenNothing();
  });
});

describe('A referral that comes in after its decision', () => {
  it('calls for a safety plan from then on', () => {
    story('safety-plan-missing')
      .given(decision('2024-03-04', 'idva'), referral('2024-03-01', 'idva', { recorded: '2024-03-05' }))
      .after('2024-03-18')
      .thenNothing()
      .after('2024-03-19T10:00')
      .thenRaises({ to: 'idva', about: 'mother' });
  });
});

describe('It is not answered', () => {
  it('by a plan of before the risk rose, or one whose review has passed, that comes in after it', () => {
    story('safety-plan-missing')
      .given(assessment('2024-03-04', { level: 'high' }))
      .given(plan('2024-01-04', { recorded: '2024-03-05' }))
      .after('2024-03-18')
      .thenRaises({ to: 'idva' })
      .when(plan('2024-01-05', { planId: 'idva-p-2', recorded: '2024-03-19' }))
      .thenClosesNothing();
  });
});

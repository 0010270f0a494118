import { corrected, death, plan, retracted, story } from '../engine/testing';

const told = () => story('plan-review-due');
const agreed = plan('2024-03-04', { reviewOn: '2024-06-03' });

describe('When the review date of a safety plan passes', () => {
  it('the agency of the plan is told at its end, not before', () => {
    told()
      .given(agreed)
      .after('2024-06-03T23:58')
      .thenNothing()
      .after('2024-06-04T00:00')
      .thenRaises({ to: 'idva', class: 'act', raised: '2024-06-03T23:59', due: '2024-06-03T23:59', says: 'idva-p-1' });
  });

  it('stays silent where there is a newer plan, by whomever', () => {
    told()
      .given(agreed, plan('2024-05-20', { by: 'haven', planId: 'haven-p-1' }))
      .after('2024-07-01')
      .thenNothing();
  });

  it('an older plan that comes in late is no newer one, and has been overtaken itself', () => {
    told()
      .given(agreed, plan('2024-02-20', { planId: 'idva-p-0', reviewOn: '2024-04-01', recorded: '2024-03-05' }))
      .after('2024-06-10')
      .thenRaises({ to: 'idva', says: 'idva-p-1' });
  });

  it('a plan with somebody else of the household is no newer one', () => {
    const family = { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] } as const;
    told()
      .given(agreed, plan('2024-05-20', { ...family, people: ['child'], relationships: [] }))
      .after('2024-06-10')
      .thenRaises({ to: 'idva' });
  });

  it('stays silent of a plan without review date', () => {
    told().given(plan('2024-03-04')).after('2026-01-01').thenNothing();
  });

  it('speaks at once of a date that had passed when the plan was recorded, if it is not more than 90 days late', () => {
    told()
      .when(plan('2024-03-04', { reviewOn: '2024-03-20', recorded: '2024-04-02' }))
      .thenRaises({ to: 'idva', raised: '2024-04-02T10:00' });
    told()
      .when(plan('2024-03-04', { reviewOn: '2024-03-20', recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by a newer plan', () => {
    const newer = plan('2024-06-10', { planId: 'idva-p-2' });
    told().given(agreed).after('2024-06-05').when(newer).thenCloses(newer, 'idva');
  });

  it('not by one that was agreed before it and told of later', () => {
    told()
      .given(agreed)
      .after('2024-06-05')
      .when(plan('2024-03-01', { planId: 'idva-p-0', recorded: '2024-06-06' }))
      .thenClosesNothing();
  });

  it('by another date, which then counts', () => {
    told()
      .given(agreed, corrected(agreed, '2024-03-05', { reviewOn: '2024-07-01' }))
      .after('2024-06-30')
      .thenNothing()
      .after('2024-07-02')
      .thenRaises({ to: 'idva', raised: '2024-07-01T23:59' });
    told().given(agreed, retracted(agreed, '2024-03-05')).after('2024-07-02').thenNothing();
  });

  it('by the person’s death', () => {
    told()
      .given(agreed, death('2024-05-01', { manner: 'natural' }))
      .after('2024-07-02')
      .thenNothing();
  });
});

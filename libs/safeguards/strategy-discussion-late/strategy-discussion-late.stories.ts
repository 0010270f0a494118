import { corrected, retracted, story, strategyHeld, strategyRequested } from '../engine/testing';

const told = () => story('strategy-discussion-late');
const request = strategyRequested('2024-03-04', { people: ['child', 'mother'] });

describe('When a strategy discussion is not held in time', () => {
  it('children’s social care is told when three working days have passed', () => {
    told()
      .given(request)
      .after('2024-03-07T09:59')
      .thenNothing()
      .after('2024-03-07T10:00')
      .thenRaises({ to: 'csc', class: 'act', about: 'child', due: '2024-03-07T10:00', says: '2024-03-04', evidence: [request] });
    told()
      .given(strategyRequested('2024-03-28T16:00'))
      .after('2024-04-04T15:59')
      .thenNothing()
      .after('2024-04-04T16:00')
      .thenRaises({ to: 'csc' });
  });

  it('counts from when the request was recorded, and as the partnership says', () => {
    told()
      .given(strategyRequested('2024-03-04', { recorded: '2024-03-06' }))
      .after('2024-03-10')
      .thenNothing()
      .after('2024-03-11')
      .thenRaises({ to: 'csc' });
    story('strategy-discussion-late', { thresholds: { strategyDiscussionWorkingDays: 1 } })
      .given(request)
      .after('2024-03-05')
      .thenRaises({ to: 'csc' });
  });

  it('tells the MARAC coordinator where there is no children’s social care', () => {
    story('strategy-discussion-late', { lacks: ['csc'] })
      .given(request)
      .after('2024-03-08')
      .thenRaises({ to: 'marac', says: 'no childrens-social-care' });
  });

  it('is silent of a request recorded more than 90 days later', () => {
    told()
      .given(strategyRequested('2024-03-04', { recorded: '2024-06-03' }))
      .after('2024-07-01')
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by the discussion in time', () => {
    told()
      .given(request, strategyHeld('2024-03-06', { requestedOn: '2024-03-04' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('by one that was recorded before the request', () => {
    told()
      .given(strategyHeld('2024-03-06', { requestedOn: '2024-03-04' }), strategyRequested('2024-03-04', { recorded: '2024-03-07' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('afterwards too, which closes it; not by the discussion of an earlier request, nor about another child', () => {
    const held = strategyHeld('2024-03-12', { requestedOn: '2024-03-04', people: ['child', 'mother'] });
    told()
      .given(request)
      .after('2024-03-08')
      .when(
        strategyHeld('2024-03-09', { requestedOn: '2024-03-01' }),
        strategyHeld('2024-03-09', { requestedOn: '2024-03-04', people: ['sibling'] }),
      )
      .thenClosesNothing()
      .when(held)
      .thenCloses(held, 'csc');
  });

  it('where police asked for it too, under their own reference for the child', () => {
    const asked = strategyRequested('2024-03-04', { by: 'police' });
    const held = strategyHeld('2024-03-12', { requestedOn: '2024-03-04' });
    told().given(asked).after('2024-03-08').when(held).thenCloses(held, 'csc');
    told()
      .given(asked, strategyHeld('2024-03-06', { requestedOn: '2024-03-04' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('by one that was asked for later about the same child', () => {
    const held = strategyHeld('2024-03-12');
    told().given(request).after('2024-03-08').when(held).thenCloses(held, 'csc');
  });

  it('by the correction or retraction of the request', () => {
    told().given(request).when(retracted(request, '2024-03-05')).after('2024-04-01').thenNothing();
    told()
      .given(request)
      .after('2024-03-08')
      .when(corrected(request, '2024-03-11', { requestedOn: '2024-03-05' }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', says: '2024-03-05' });
  });
});

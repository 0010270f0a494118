import { corrected, heard, plan, professionalsMeeting, retracted, story, strategy } from '../engine/testing';

const told = () => story('plan-not-smart');
const whole = { id: 'a-1', what: 'New locks', who: 'sanctuary', by: '2024-03-11' };
const { who: _who, ...ownerless } = whole;
const { by: _by, ...dateless } = whole;

describe('When a plan leaves open who does what by when', () => {
  it('the agency of the plan has two working days to complete it', () => {
    told()
      .when(plan('2024-03-04', { actions: [whole, { ...ownerless, id: 'a-2' }], reviewOn: '2024-06-03' }))
      .thenRaises({ to: 'idva', class: 'act', due: '2024-03-06T10:00', says: 'action a-2 lacks who does it', saysNothingOf: 'a-1' });
    told()
      .when(plan('2024-03-04', { actions: [dateless], reviewOn: '2024-06-03' }))
      .thenRaises({ to: 'idva', says: 'action a-1 lacks by when' });
    told()
      .when(plan('2024-03-04', { actions: [{ ...whole, who: '' }], reviewOn: '2024-06-03' }))
      .thenRaises({ to: 'idva', says: 'who does it' });
  });

  it('a safety plan without a review date too', () => {
    told()
      .when(plan('2024-03-04', { actions: [whole] }))
      .thenRaises({ to: 'idva', says: 'no review date' });
  });

  it('a hearing and a strategy discussion too, which need no review date', () => {
    told()
      .when(heard('2024-03-07', { actions: [dateless] }))
      .thenRaises({ to: 'marac', says: 'by when' });
    told()
      .when(heard('2024-03-07', { actions: [whole] }))
      .thenNothing();
    told()
      .when(strategy('2024-03-07', { plan: [{ id: 'a-1', what: 'Watch' }] }))
      .thenRaises({ to: 'csc', says: 'who does it and by when' });
    told()
      .when(strategy('2024-03-07', { plan: [whole] }))
      .thenNothing();
  });

  it('stays silent of a whole plan, of a name instead of an agency, and of other meetings', () => {
    told()
      .when(plan('2024-03-04', { actions: [whole], reviewOn: '2024-06-03' }))
      .thenNothing();
    told()
      .when(plan('2024-03-04', { actions: [{ ...whole, who: 'Her sister' }], reviewOn: '2024-06-03' }))
      .thenNothing();
    told()
      .when(professionalsMeeting('2024-03-04', { actions: [dateless] }))
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .when(plan('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'idva' });
    told()
      .when(plan('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const open = plan('2024-03-04', { actions: [dateless], reviewOn: '2024-06-03' });

  it('by a corrected plan', () => {
    told()
      .given(open)
      .when(corrected(open, '2024-03-05', { actions: [whole] }))
      .thenSupersedes('idva')
      .thenNothing();
    told()
      .given(open)
      .when(corrected(open, '2024-03-05', { actions: [ownerless] }))
      .thenSupersedes('idva')
      .thenRaises({ to: 'idva', says: 'who does it', due: '2024-03-07' });
    told().given(open).when(retracted(open, '2024-03-05')).thenSupersedes('idva').thenNothing();
  });

  it('by the same plan told again, whole, and by no other', () => {
    const again = plan('2024-03-05', { actions: [whole], reviewOn: '2024-06-03' });
    told().given(open).when(again).thenCloses(again, 'idva');
    told()
      .given(open)
      .when(plan('2024-03-05', { actions: [whole], reviewOn: '2024-06-03', planId: 'idva-p-2' }))
      .thenClosesNothing();
  });
});

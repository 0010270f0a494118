import { closed, corrected, incident, order, retracted, started, story } from '../engine/testing';

const told = () => story('closure-orders-unchecked');
const closure = closed('2024-03-04', 'csc');

describe('When a case is closed and nobody has checked for protection orders', () => {
  it('the closing agency is asked to, within two working days', () => {
    told()
      .given(incident('2024-01-10'))
      .when(closure)
      .thenRaises({ to: 'csc', class: 'act', due: '2024-03-06T10:00', says: 'knows of none', about: 'mother' });
  });

  it('is told which orders the hub knows, of the whole household', () => {
    told()
      .given(incident('2024-01-10'), order('2024-02-01', { expiresOn: '2025-01-31' }))
      .when(closure)
      .thenRaises({ to: 'csc', says: 'non molestation police-o-1 (granted, until 2025-01-31)' });
    told()
      .given(
        incident('2024-01-10', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] }),
        order('2024-02-01', { order: 'occupation' }),
      )
      .when(closed('2024-03-04', 'csc', { people: ['child'] }))
      .thenRaises({ to: 'csc', about: 'child', says: 'occupation police-o-1 (granted)' });
  });

  it('false is as good as not recorded', () => {
    told()
      .given(incident('2024-01-10'))
      .when(closed('2024-03-04', 'csc', { protectionOrdersChecked: false }))
      .thenRaises({ to: 'csc' });
  });

  it('stays silent where they were checked, and without domestic abuse in the history', () => {
    told()
      .given(incident('2024-01-10'))
      .when(closed('2024-03-04', 'csc', { protectionOrdersChecked: true }))
      .thenNothing();
    told()
      .given(started('2024-01-10', 'gp', 'general-practice'))
      .when(closure)
      .thenNothing();
  });

  it('stays silent of a closure that is recorded more than 90 days late', () => {
    told()
      .given(incident('2024-01-10'))
      .when(closed('2024-03-04', 'csc', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'csc' });
    told()
      .given(incident('2024-01-10'))
      .when(closed('2024-03-04', 'csc', { recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by a corrected closure', () => {
    told()
      .given(incident('2024-01-10'), closure)
      .when(corrected(closure, '2024-03-05', { protectionOrdersChecked: true }))
      .thenSupersedes('csc')
      .thenNothing();
    told()
      .given(incident('2024-01-10'), closure)
      .when(corrected(closure, '2024-03-05', { consulted: ['gp'] }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', due: '2024-03-07' });
    told().given(incident('2024-01-10'), closure).when(retracted(closure, '2024-03-05')).thenSupersedes('csc').thenNothing();
  });

  it('by telling of this closure again with the check, and not of another', () => {
    const again = closed('2024-03-05', 'csc', { protectionOrdersChecked: true });
    told().given(incident('2024-01-10'), closure).when(again).thenCloses(again, 'csc');
    told()
      .given(incident('2024-01-10'), closure)
      .when(closed('2024-03-05', 'asc', { protectionOrdersChecked: true }))
      .thenClosesNothing();
    told().given(incident('2024-01-10'), closure).when(order('2024-03-05')).thenClosesNothing();
  });
});

describe('Its evidence', () => {
  it('holds every record that tells of the orders, and a correction of one of them is told', () => {
    const granted = order('2024-02-01', { expiresOn: '2025-01-31' });
    const applied = order('2024-01-20', { status: 'applied' });
    told()
      .given(incident('2024-01-10'), applied, granted, order('2024-02-02', { orderId: 'police-o-2', protects: ['neighbour'] }))
      .when(closure)
      .thenRaises({ to: 'csc', evidence: [closure, applied, granted] })
      .when(corrected(granted, '2024-03-05', { expiresOn: '2025-07-31' }))
      .thenSupersedes('csc')
      .thenRaises({ to: 'csc', says: 'until 2025-07-31' });
  });
});

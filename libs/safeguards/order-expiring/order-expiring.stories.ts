import { corrected, death, order, retracted, started, ended, story, held } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('order-expiring', { lacks });
const granted = order('2024-03-04', { expiresOn: '2025-03-03' });

describe('When an order is about to end', () => {
  it('police are told 28 days before, not earlier, and until its end there is time', () => {
    told().given(granted).after('2025-02-03T23:58').thenNothing().after('2025-02-04T00:00').thenRaises({
      to: 'police',
      class: 'act',
      about: 'mother',
      raised: '2025-02-03T23:59',
      due: '2025-03-03T23:59',
      says: 'ends on 2025-03-03',
    });
  });

  it('so is everybody who works with the protected person by then, and nobody who no longer does', () => {
    told()
      .given(
        started('2024-03-01', 'gp', 'general-practice'),
        granted,
        ended('2024-10-01', 'gp', 'general-practice'),
        started('2024-11-01', 'haven', 'specialist-da'),
      )
      .after('2025-02-10')
      .thenRaises({ to: 'police' }, { to: 'haven' });
  });

  it('a domestic violence protection order seven days before', () => {
    told()
      .given(order('2024-03-04', { order: 'dvpo', expiresOn: '2024-04-01' }))
      .after('2024-03-25T23:58')
      .thenNothing()
      .after('2024-03-26T00:00')
      .thenRaises({ to: 'police', raised: '2024-03-25T23:59', due: '2024-04-01T23:59' });
  });

  it.each(['dvpn', 'dapn'] as const)('never of a notice (%s)', (kind) => {
    told()
      .when(order('2024-03-04', { order: kind, expiresOn: '2024-03-06' }))
      .thenNothing()
      .after('2024-04-01')
      .thenNothing();
  });

  it('at once where it ends so soon already, to whoever is involved; not of one that has ended', () => {
    told()
      .given(started('2024-03-01', 'haven', 'specialist-da'))
      .when(order('2024-03-04', { expiresOn: '2024-03-20' }))
      .thenRaises({ to: 'police', raised: '2024-03-04T10:00', due: '2024-03-20T23:59' }, { to: 'haven' });
    told()
      .when(order('2024-03-04', { expiresOn: '2024-03-20', recorded: '2024-03-20T23:58' }))
      .thenRaises({ to: 'police' });
    told()
      .when(order('2024-03-04', { expiresOn: '2024-03-20', recorded: '2024-03-21' }))
      .thenNothing();
  });

  it('stays silent of an order without end, and of one applied for or refused', () => {
    told().given(order('2024-03-04')).after('2026-01-01').thenNothing();
    told()
      .given(order('2024-03-04', { status: 'applied', expiresOn: '2025-03-03' }))
      .after('2025-02-10')
      .thenNothing();
    told()
      .given(order('2024-03-04', { status: 'refused', expiresOn: '2025-03-03' }))
      .after('2025-02-10')
      .thenNothing();
  });

  it('is spoken of once, though several agencies tell of it', () => {
    told()
      .given(granted, order('2024-03-05', { expiresOn: '2025-03-03' }))
      .after('2025-02-10')
      .thenRaises({ to: 'police' });
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .given(order('2024-03-04', { expiresOn: '2025-03-03', recorded: '2024-06-02' }))
      .after('2025-02-10')
      .thenRaises({ to: 'police' });
    told()
      .given(order('2024-03-04', { expiresOn: '2025-03-03', recorded: '2024-06-03' }))
      .after('2025-02-10')
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['police'])
      .given(order('2024-03-04', { expiresOn: '2025-03-03', by: 'csc' }))
      .after('2025-02-10')
      .thenRaises({ to: 'marac', says: 'no police service' });
  });
});

describe('It is answered', () => {
  it('by a new order, before or after it was raised', () => {
    const next = order('2025-02-20', { orderId: 'police-o-2', expiresOn: '2026-02-19' });
    told().given(granted).after('2025-02-10').when(next).thenCloses(next, 'police');
    told()
      .given(granted, order('2025-01-20', { orderId: 'police-o-2', expiresOn: '2026-01-19' }))
      .after('2025-03-10')
      .thenNothing();
    told()
      .given(granted, order('2025-01-20', { expiresOn: '2026-01-19' }))
      .after('2025-03-10')
      .thenNothing();
  });

  it('by its discharge', () => {
    const discharged = order('2025-02-20', { status: 'discharged' });
    told().given(granted).after('2025-02-10').when(discharged).thenCloses(discharged, 'police');
    const toldOfHim = order('2025-02-20', { status: 'discharged', people: ['ex-partner'] });
    told().given(granted).after('2025-02-10').when(toldOfHim).thenCloses(toldOfHim, 'police');
    told()
      .given(granted, order('2024-12-20', { status: 'discharged' }))
      .after('2025-03-10')
      .thenNothing();
  });

  it.each([
    ['one that is only applied for', { status: 'applied', orderId: 'police-o-2', expiresOn: '2026-02-19' }],
    ['one that ends no later', { orderId: 'police-o-2', expiresOn: '2025-03-01' }],
    ['one against somebody else', { orderId: 'police-o-2', expiresOn: '2026-02-19', against: 'new partner' }],
    ['one that protects somebody else', { orderId: 'police-o-2', expiresOn: '2026-02-19', protects: ['neighbour'] }],
    ['the discharge of another', { orderId: 'police-o-2', status: 'discharged' }],
  ] as const)('not by %s', (_which, more) => {
    told().given(granted).after('2025-02-10').when(order('2025-02-20', more)).thenClosesNothing();
  });

  it('by a correction of its end, which then counts, or a retraction', () => {
    told()
      .given(granted, corrected(granted, '2024-03-05', { expiresOn: '2025-09-03' }))
      .after('2025-08-06')
      .thenNothing()
      .after('2025-08-07')
      .thenRaises({ to: 'police' });
    told().given(granted, retracted(granted, '2024-03-05')).after('2025-03-10').thenNothing();
  });
  it('by the death of the person whom it protects: nobody asks the dead', () => {
    const died = death('2025-02-20');
    told().given(granted).after('2025-02-10').when(died).thenCloses(died, 'police');
    told().given(granted, death('2024-12-20')).after('2025-03-10').thenNothing();
  });
});

describe('An order that names whom it protects only there', () => {
  it('is spoken of to the police all the same, and ends with its discharge', () => {
    const gone = order('2025-01-03', { status: 'discharged', people: ['ex-partner'] });
    told()
      .given(order('2024-03-04', { expiresOn: '2025-03-03', people: ['ex-partner'] }), gone)
      .after('2025-02-04T00:00')
      .thenNothing();
    told()
      .given(started('2024-03-01', 'haven', 'specialist-da'), held('2024-03-02', 'police'))
      .given(order('2024-03-04', { expiresOn: '2025-03-03', people: ['ex-partner'] }))
      .after('2025-02-04T00:00')
      .thenRaises({ to: 'police', about: 'ex-partner' });
  });
});

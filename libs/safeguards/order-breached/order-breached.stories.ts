import { acknowledgedBy, breach, corrected, opened, order, retracted, started, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('order-breached', { lacks });
const both = ['mother', 'ex-partner'] as const;
const around = [opened('2024-01-08', 'csc', 'childrens-social-care'), started('2024-01-09', 'gp', 'general-practice')];

describe('When an order is broken', () => {
  it('police, the IDVA, MARAC and everybody involved know at once, police of their own record too', () => {
    told()
      .given(...around)
      .when(breach('2024-03-04', { people: both }))
      .thenRaises(
        { to: 'police', class: 'now', about: 'mother', due: 'never', says: 'non molestation', raised: '2024-03-04T10:00' },
        { to: 'idva' },
        { to: 'marac' },
        { to: 'csc' },
        { to: 'gp' },
      );
  });

  it('an involved agency is not told of the breach that it recorded', () => {
    told()
      .given(...around)
      .when(breach('2024-03-04', { people: both, by: 'csc' }))
      .thenRaises({ to: 'police' }, { to: 'idva' }, { to: 'marac' }, { to: 'gp' });
  });

  it('names the order that the hub knows', () => {
    const known = order('2024-02-01');
    const broken = breach('2024-03-04', { people: both, orderId: 'police-o-1' });
    told()
      .given(known)
      .when(broken)
      .thenRaises({ to: 'police', evidence: [broken, known] }, { to: 'idva' }, { to: 'marac' });
  });

  it('is about the person whom the order protects, even where the record names only who broke it', () => {
    told()
      .given(...around, order('2024-02-01'))
      .when(breach('2024-03-04', { people: ['ex-partner'] }))
      .thenRaises({ to: 'police', about: 'mother' }, { to: 'idva' }, { to: 'marac' }, { to: 'csc' }, { to: 'gp' });
    told()
      .when(breach('2024-03-04', { people: ['ex-partner'] }))
      .thenRaises({ to: 'police', about: 'ex-partner' }, { to: 'idva' }, { to: 'marac' });
  });

  it('speaks of one that happened 90 days before it was recorded, and not of one of 91', () => {
    told()
      .when(breach('2024-06-01', { people: both, recorded: '2024-08-30' }))
      .thenRaises({ to: 'police' }, { to: 'idva' }, { to: 'marac' });
    told()
      .when(breach('2024-06-01', { people: both, recorded: '2024-08-31' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['idva'])
      .when(breach('2024-03-04', { people: both }))
      .thenRaises({ to: 'police' }, { to: 'marac', says: 'no idva service' });
  });

  it('says nothing of the order itself', () => {
    told().when(order('2024-03-04')).thenNothing();
  });
});

describe('It closes', () => {
  const broken = breach('2024-03-04', { people: both });

  it('by acknowledging it', () => {
    told().given(broken).when(acknowledgedBy('idva')).thenAcknowledged('idva').thenOpenWith('marac', 'police');
  });

  it('with its correction or retraction', () => {
    told()
      .given(broken)
      .when(corrected(broken, '2024-03-05', { order: 'dvpo' }))
      .thenSupersedes('police', 'idva', 'marac')
      .thenRaises({ to: 'police', says: 'DVPO' }, { to: 'idva' }, { to: 'marac' });
    told().given(broken).when(retracted(broken, '2024-03-05')).thenSupersedes('police', 'idva', 'marac').thenNothing();
  });
});

describe('An order that protects a child alone', () => {
  it('is about the child, even where the record names only who broke it', () => {
    const known = order('2024-02-01', { protects: ['child'] });
    told()
      .given(started('2024-01-09', 'gp', 'general-practice', { people: ['child'] }), known)
      .when(breach('2024-03-04', { people: ['ex-partner'] }))
      .thenRaises({ to: 'police', about: 'child' }, { to: 'idva' }, { to: 'marac' }, { to: 'gp', about: 'child' });
  });
});

import { capacity, corrected, deathOf, incident, retracted, story } from '../engine/testing';

const told = () => story('capacity-context');

describe('When the capacity of a victim is assessed out of context', () => {
  it.each([
    ['neither considered', {}, 'coercion or dependence'],
    ['coercion not considered', { coercionConsidered: false, dependenceConsidered: true }, 'considering coercion:'],
    ['dependence not considered', { coercionConsidered: true, dependenceConsidered: false }, 'considering dependence:'],
    ['dependence not recorded', { coercionConsidered: true }, 'considering dependence:'],
  ])('%s, adult social care is told', (_how, more, says) => {
    const assessed = capacity('2024-03-04', more);
    told()
      .when(assessed)
      .thenRaises({ to: 'asc', class: 'act', about: 'mother', due: '2024-03-07T10:00', says, evidence: [assessed] });
  });

  it('stays silent where both were considered', () => {
    told()
      .when(capacity('2024-03-04', { coercionConsidered: true, dependenceConsidered: true }))
      .thenNothing();
  });

  it('of whoever was ever recorded as a victim, and of nobody else', () => {
    const adult = { people: [{ name: 'mother' as const, role: 'other' as const }] };
    told().when(capacity('2024-03-04', adult)).thenNothing();
    told().given(incident('2023-01-10')).when(capacity('2024-03-04', adult)).thenRaises({ to: 'asc' });
    told()
      .when(capacity('2024-03-04', { people: ['grandmother', 'mother'] }))
      .thenNothing();
  });

  it('whoever assessed it', () => {
    told()
      .when(capacity('2024-03-04', { by: 'gp' }))
      .thenRaises({ to: 'asc' });
  });

  it('tells the MARAC coordinator where there is no adult social care', () => {
    story('capacity-context', { lacks: ['asc'] })
      .when(capacity('2024-03-04', { by: 'gp' }))
      .thenRaises({ to: 'marac', says: 'no adult-social-care service' });
  });

  it('is silent of an assessment recorded more than 90 days later', () => {
    told()
      .when(capacity('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .when(capacity('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'asc' });
  });
});

describe('It is answered', () => {
  const assessed = capacity('2024-03-04', { coercionConsidered: true });

  it('by a corrected assessment, not by a new one', () => {
    told()
      .given(assessed)
      .when(capacity('2024-03-05', { coercionConsidered: true, dependenceConsidered: true }))
      .thenClosesNothing()
      .when(corrected(assessed, '2024-03-06', { dependenceConsidered: true }))
      .thenSupersedes('asc')
      .thenNothing();
  });

  it('not by a correction that leaves it out still', () => {
    told()
      .given(assessed)
      .when(corrected(assessed, '2024-03-06', { outcome: 'lacks-capacity' }))
      .thenSupersedes('asc')
      .thenRaises({ to: 'asc' });
  });

  it('by its retraction, and by a death', () => {
    const death = deathOf('2024-03-05', 'mother');
    told().given(assessed).when(retracted(assessed, '2024-03-05')).thenSupersedes('asc').thenNothing();
    told().given(assessed).when(death).thenCloses(death, 'asc');
  });
});

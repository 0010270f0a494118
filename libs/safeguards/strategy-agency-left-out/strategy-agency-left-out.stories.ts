import {
  acknowledgedBy,
  corrected,
  ended,
  held,
  motherAndChildren,
  opened,
  referral,
  retracted,
  spokenWith,
  started,
  story,
  strategyHeld,
} from '../engine/testing';

const told = () => story('strategy-agency-left-out');
const family = held('2024-01-02', 'csc', motherAndChildren);
const around = [started('2024-01-08', 'gp', 'general-practice', { people: ['child'] }), opened('2024-01-09', 'idva', 'idva')];

describe('When a strategy discussion is held without somebody', () => {
  it('who is involved, each learns what was decided, and children’s social care who was missing', () => {
    const held = strategyHeld('2024-03-04', { attended: ['csc', 'police'] });
    told()
      .given(family, ...around)
      .when(held)
      .thenRaises(
        { to: 'gp', class: 'act', about: 'child', due: '2024-03-05T10:00', says: 'It decided: section 47', evidence: [held] },
        { to: 'idva', says: 'without this agency' },
        { to: 'csc', class: 'act', due: '2024-03-05T10:00', says: 'without gp, idva' },
      );
  });

  it('who was invited and did not come, who is not involved too', () => {
    told()
      .given(family)
      .when(strategyHeld('2024-03-04', { invited: ['police', 'gp', 'probation'], attended: ['police', 'gp'] }))
      .thenRaises({ to: 'probation' }, { to: 'csc', says: 'without probation' });
  });

  it('the police', () => {
    told()
      .given(family, ...around)
      .when(strategyHeld('2024-03-04', { attended: ['gp', 'idva'] }))
      .thenRaises({ to: 'police' }, { to: 'csc', says: 'without police' });
  });

  it('health: who knows the child, else who knows children best', () => {
    told()
      .given(family)
      .when(strategyHeld('2024-03-04', { attended: ['police'] }))
      .thenRaises({ to: 'health-visiting' }, { to: 'csc', says: 'without health-visiting' });
    told()
      .given(family, spokenWith('2024-02-01', 'gp', { people: ['child'] }))
      .when(strategyHeld('2024-03-04', { attended: ['police'] }))
      .thenRaises({ to: 'gp' }, { to: 'csc', says: 'without gp' });
    story('strategy-agency-left-out', { lacks: ['health-visiting'] })
      .given(family)
      .when(strategyHeld('2024-03-04', { attended: ['police'] }))
      .thenRaises({ to: 'gp' }, { to: 'csc' });
  });

  it('and tells the MARAC coordinator of a service that is lacking', () => {
    story('strategy-agency-left-out', { lacks: ['police'] })
      .given(family)
      .when(strategyHeld('2024-03-04', { attended: ['gp'] }))
      .thenRaises({ to: 'marac', says: 'no police service' }, { to: 'csc', says: 'without police' });
  });

  it('the referrer of an open referral; not an agency whose work has ended, nor who holds the discussion', () => {
    const referred = referral('2024-03-01', 'childrens-social-care', { by: 'education', people: ['child'], to: 'csc' });
    told()
      .given(family, referred)
      .when(strategyHeld('2024-03-04', { attended: ['police', 'gp'] }))
      .thenRaises({ to: 'education' }, { to: 'csc' });
    told()
      .given(family, ...around, ended('2024-02-01', 'gp', 'general-practice', { people: ['child'] }))
      .when(strategyHeld('2024-03-04', { attended: ['police', 'idva', 'health-visiting'] }))
      .thenNothing();
  });

  it('never a service for the person posing risk', () => {
    const risk = { people: ['ex-partner', 'mother'], subject: 'ex-partner' } as const;
    told()
      .given(family, started('2024-01-08', 'change', 'perpetrator-programme', risk))
      .when(strategyHeld('2024-03-04', { attended: ['police', 'gp'] }))
      .thenNothing();
  });

  it('stays silent where all were there', () => {
    told()
      .given(family, ...around)
      .when(strategyHeld('2024-03-04', { attended: ['police', 'gp', 'idva'] }))
      .thenNothing();
  });

  it('is silent of a discussion recorded more than 90 days later', () => {
    told()
      .given(family, ...around)
      .when(strategyHeld('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('It closes', () => {
  const without = strategyHeld('2024-03-04', { attended: ['police', 'idva'] });

  it('by acknowledging it, for who did', () => {
    told()
      .given(family, ...around, without)
      .when(acknowledgedBy('gp'))
      .thenAcknowledged('gp')
      .thenOpenWith('csc');
  });

  it('with the correction or the retraction of the discussion', () => {
    told()
      .given(family, ...around, without)
      .when(corrected(without, '2024-03-05', { attended: ['police', 'idva', 'gp'] }))
      .thenSupersedes('gp', 'csc')
      .thenNothing();
    told()
      .given(family, ...around, without)
      .when(retracted(without, '2024-03-05'))
      .thenSupersedes('gp', 'csc')
      .thenNothing();
  });
});

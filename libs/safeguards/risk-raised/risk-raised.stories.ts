import { acknowledgedBy, assessment, corrected, opened, referral, retracted, started, story } from '../engine/testing';

const told = () => story('risk-raised');
const around = [opened('2024-01-08', 'csc', 'childrens-social-care'), started('2024-01-09', 'gp', 'general-practice')];

describe('When a person’s risk level rises', () => {
  it('every involved agency knows, and is told at once where it is high', () => {
    told()
      .given(...around)
      .when(assessment('2024-03-04', { level: 'medium' }))
      .thenRaises({ to: 'csc', class: 'know', due: 'never', says: 'risen to medium' }, { to: 'gp', class: 'know' })
      .when(assessment('2024-03-05', { level: 'high' }))
      .thenRaises({ to: 'csc', class: 'now', says: 'from medium to high' }, { to: 'gp', class: 'now' });
  });

  it('stays silent while it stays, falls, or is first found to be standard', () => {
    told()
      .given(...around)
      .when(assessment('2024-03-04', { level: 'standard' }))
      .thenNothing()
      .given(assessment('2024-03-05', { level: 'medium' }))
      .when(assessment('2024-03-06', { level: 'medium', by: 'police' }))
      .thenNothing()
      .when(assessment('2024-03-07', { level: 'standard' }))
      .thenNothing();
  });

  it('weighs each agency’s newest assessment: another agency’s high still stands', () => {
    told()
      .given(...around, assessment('2024-02-01', { level: 'high', by: 'police' }))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenNothing();
  });

  it('forgets an assessment after twelve months', () => {
    told()
      .given(...around, assessment('2023-03-05', { level: 'high', by: 'police' }))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenNothing();
    told()
      .given(...around, assessment('2023-03-04', { level: 'high', by: 'police' }))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenRaises({ to: 'csc' }, { to: 'gp' });
  });

  it('does not tell the agency that assessed, nor those who merely know', () => {
    told()
      .given(opened('2024-01-08', 'idva', 'idva'), ...around, started('2024-01-10', 'police', 'police'))
      .when(assessment('2024-03-04', { level: 'high', by: 'police' }))
      .thenRaises({ to: 'idva' }, { to: 'csc' }, { to: 'gp' });
    told()
      .given(assessment('2024-02-01', { by: 'police' }))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenNothing();
  });

  it('tells who referred and who received while a referral is open', () => {
    told()
      .given(referral('2024-03-01', 'specialist-da'))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenRaises({ to: 'haven' }, { to: 'police' });
  });

  it('is about the victim, whoever the subject of the assessment is', () => {
    told()
      .given(...around)
      .when(assessment('2024-03-04', { level: 'high', people: ['mother', 'ex-partner'], subject: 'ex-partner' }))
      .thenRaises({ to: 'csc', about: 'mother' }, { to: 'gp', about: 'mother' });
  });

  it('says nothing of an older assessment of the same agency that comes in late', () => {
    told()
      .given(...around, assessment('2024-03-05', { level: 'standard' }))
      .when(assessment('2024-03-01', { level: 'high', recorded: '2024-03-06' }))
      .thenNothing();
  });
});

describe('It closes', () => {
  it('by acknowledging it', () => {
    told()
      .given(...around, assessment('2024-03-04', { level: 'high' }))
      .when(acknowledgedBy('gp'))
      .thenAcknowledged('gp')
      .thenOpenWith('csc');
  });

  it('with the correction or the retraction of the assessment', () => {
    const high = assessment('2024-03-04', { level: 'high' });
    told()
      .given(...around, high)
      .when(corrected(high, '2024-03-05', { level: 'medium' }))
      .thenSupersedes('csc', 'gp')
      .thenRaises({ to: 'csc', class: 'know', says: 'to medium' }, { to: 'gp' });
    told()
      .given(...around, high)
      .when(retracted(high, '2024-03-05'))
      .thenSupersedes('csc', 'gp')
      .thenNothing();
  });
});

describe('A level that another assessment had reached before', () => {
  const [first, later] = [assessment('2024-03-04', { level: 'high' }), assessment('2024-03-06', { by: 'police', level: 'high' })];

  it.each([
    ['taken back', retracted(first, '2024-03-07', 'inaccurate')],
    ['corrected to be lower', corrected(first, '2024-03-07', { level: 'standard' })],
  ] as const)('is told by the later one when that is %s', (_how, amendment) => {
    told()
      .given(...around, first, later)
      .when(amendment)
      .thenSupersedes('csc', 'gp')
      .thenRaises({ to: 'csc', class: 'now', raised: '2024-03-07T10:00', evidence: [later] }, { to: 'gp' })
      .when(assessment('2024-03-08', { level: 'high' }))
      .thenNothing();
  });

  it('is told once, whatever else is taken back', () => {
    const other = assessment('2024-03-05', { by: 'haven', level: 'high' });
    told()
      .given(...around, first, other, later)
      .when(retracted(later, '2024-03-07', 'inaccurate'), retracted(other, '2024-03-07T11:00', 'inaccurate'))
      .thenNothing()
      .thenOpenWith('csc', 'gp');
  });
});

describe('A sender whose clock is ahead', () => {
  it('is heard all the same: what is dated some minutes after it came in is current', () => {
    story('risk-raised')
      .given(opened('2024-01-08', 'csc', 'childrens-social-care'))
      .when(assessment('2024-03-04T10:05', { level: 'high', recorded: '2024-03-04T10:00' }))
      .thenRaises({ to: 'csc', class: 'now' });
  });
});

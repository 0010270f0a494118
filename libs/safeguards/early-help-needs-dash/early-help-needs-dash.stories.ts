import { assessment, corrected, familyAssessment, held, retracted, story, write, type Written } from '../engine/testing';
import { deathRecorded } from '@throughline/records';

const told = (...given: readonly Written[]) => story('early-help-needs-dash').given(...given);
const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
const found = { kind: 'early-help', domesticAbuseStatus: 'ongoing', riskFactors: ['Contact at handover'] } as const;
const early = (more: object = {}) =>
  familyAssessment('2024-03-04', { people: ['child', 'mother'], ...found, riskFactors: ['At handover'], ...more });

describe('An early-help assessment that finds abuse going on', () => {
  it('leads to a risk assessment', () => {
    const trigger = early();
    told(family)
      .when(trigger)
      .thenRaises({ to: 'csc', class: 'act', due: '2024-03-06T10:00', about: 'child', evidence: [trigger] });
    told(family)
      .when(early({ domesticAbuseStatus: 'ongoing-post-separation', by: 'education' }))
      .thenRaises({ to: 'education' });
  });

  it.each([
    ['the abuse is historic', early({ domesticAbuseStatus: 'historic' })],
    ['it found none', early({ domesticAbuseStatus: 'none' })],
    ['it does not say', early({ domesticAbuseStatus: undefined })],
    ['it names no risk factor', early({ riskFactors: [] })],
    ['it does not speak of risk factors', early({ riskFactors: undefined })],
    ['what it names is blank', early({ riskFactors: ['', ''] })],
    ['it is another kind of assessment', early({ kind: 'single' })],
    ['it comes in late', early({ recorded: '2024-07-01' })],
  ] as const)('does not where %s', (_what, trigger) => {
    const data = Object.fromEntries(Object.entries(trigger.data).filter(([, value]) => value !== undefined)) as unknown as Written['data'];
    told(family)
      .when({ ...trigger, data })
      .thenNothing();
  });

  it('does not where the risk was assessed since, before it was recorded', () => {
    told(family, assessment('2024-03-05'))
      .when(early({ recorded: '2024-03-06' }))
      .thenNothing();
    told(family, assessment('2024-03-01')).when(early()).thenRaises({ to: 'csc' });
  });
});

describe('It is answered', () => {
  const trigger = early();

  it('by a risk assessment of the family, not by another early-help assessment', () => {
    const answer = assessment('2024-03-06', { by: 'police' });
    told(family, trigger)
      .when(familyAssessment('2024-03-05', { people: ['child', 'mother'], kind: 'early-help' }))
      .thenClosesNothing()
      .when(assessment('2024-03-01', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(assessment('2024-03-05', { people: ['neighbour'] }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'csc');
  });

  it('goes with the assessment', () => {
    told(family, trigger).when(retracted(trigger, '2024-03-05')).thenSupersedes('csc').thenNothing();
    told(family, trigger)
      .when(corrected(trigger, '2024-03-05', { domesticAbuseStatus: 'historic' }))
      .thenSupersedes('csc')
      .thenNothing();
    const death = write(deathRecorded, 'police', '2024-03-05', { people: ['child'] }, { diedOn: '2024-03-05', manner: 'natural' });
    told(family, trigger).when(death).thenCloses(death, 'csc');
  });
});

import { deathRecorded } from '@throughline/records';
import {
  assessment,
  breach,
  corrected,
  disclosure,
  familyAssessment,
  healthDisclosure,
  held,
  incident,
  retracted,
  story,
  write,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('dash-missing').given(...given);
const call = incident('2024-03-04');

describe('An incident or a disclosure without a risk assessment', () => {
  it('waits five working days, then tells the agency that recorded it', () => {
    told(call).after('2024-03-11T09:59').thenNothing().after('2024-03-11T10:00').thenRaises({
      to: 'police',
      class: 'act',
      raised: '2024-03-11T10:00',
      due: '2024-03-11T10:00',
      about: 'mother',
      says: '5 working days',
    });
  });

  it.each([
    ['housing', disclosure('2024-03-04')],
    ['gp', healthDisclosure('2024-03-04')],
    ['probation', breach('2024-03-04', { by: 'probation' })],
  ] as const)('counts whatever %s records', (to, trigger) => {
    told(trigger).after('2024-03-11').thenRaises({ to });
  });

  it('is none after an incident that was no domestic abuse', () => {
    told(incident('2024-03-04', { domesticAbuse: false }))
      .after('2024-04-04')
      .thenNothing();
  });

  it.each([
    ['within the five days', assessment('2024-03-11T09:59')],
    ['by any agency', assessment('2024-03-06', { by: 'gp', tool: 'other' })],
  ] as const)('is none where an assessment comes %s', (_what, answer) => {
    told(call, answer).after('2024-04-04').thenNothing();
  });

  it('looks three months back', () => {
    told(assessment('2023-12-05'), call).after('2024-04-04').thenNothing();
    told(assessment('2023-12-04'), call).after('2024-03-11').thenRaises({ to: 'police' });
  });

  it('looks at what was assessed before the incident was recorded', () => {
    told(assessment('2024-03-20'), incident('2024-03-04', { recorded: '2024-03-25' }))
      .after('2024-04-25')
      .thenNothing();
  });

  it('wants an assessment of that victim', () => {
    told(incident('2024-03-04', { people: ['mother', 'neighbour'] }), assessment('2024-03-05', { people: ['neighbour'] }))
      .after('2024-03-11')
      .thenRaises({ to: 'police', about: 'mother' });
    told(call, assessment('2024-03-05', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .after('2024-03-11')
      .thenRaises({ to: 'police' });
  });

  it('is told once while it is open or waits', () => {
    told(call, incident('2024-03-06')).after('2024-03-20').thenRaises({ to: 'police' });
    told(call).after('2024-03-11').given(incident('2024-03-12')).after('2024-04-12').thenNothing();
    told(call).given(disclosure('2024-03-06')).after('2024-03-20').thenRaises({ to: 'police' }, { to: 'housing' });
  });

  it('is silent of a late record', () => {
    told(incident('2023-11-01', { recorded: '2024-03-04' }))
      .after('2024-04-04')
      .thenNothing();
  });
});

describe('It is answered', () => {
  it('by a risk assessment, and by no other', () => {
    const answer = assessment('2024-03-13');
    told(call)
      .after('2024-03-11')
      .when(familyAssessment('2024-03-12', { people: ['mother'] }))
      .thenClosesNothing()
      .when(assessment('2023-11-20', { recorded: '2024-03-12' }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'police');
  });

  it('goes with her death, and with the incident', () => {
    const death = write(deathRecorded, 'police', '2024-03-12', {}, { diedOn: '2024-03-12', manner: 'natural' });
    told(call).after('2024-03-11').when(death).thenCloses(death, 'police');
    told(call, write(deathRecorded, 'police', '2024-03-05', {}, { diedOn: '2024-03-05', manner: 'natural' }))
      .after('2024-04-11')
      .thenNothing();
    told(call).after('2024-03-11').when(retracted(call, '2024-03-12')).thenSupersedes('police').thenNothing();
    told(call).given(retracted(call, '2024-03-05')).after('2024-04-12').thenNothing();
  });

  it('is answered under a reference that proves to be hers only afterwards', () => {
    const stranger = assessment('2024-03-05', { by: 'gp', people: [{ name: 'mother', details: 'none' }] });
    told(call, stranger, held('2024-03-07', 'gp', { people: ['mother'] }))
      .after('2024-04-12')
      .thenNothing();
  });

  it('is told by a later incident when the first is retracted or corrected', () => {
    const next = incident('2024-03-06');
    told(call, next)
      .given(retracted(call, '2024-03-07'))
      .after('2024-03-13')
      .thenRaises({ to: 'police', evidence: [next] });
    told(call)
      .given(corrected(call, '2024-03-05', { domesticAbuse: false }))
      .after('2024-04-12')
      .thenNothing();
  });
});

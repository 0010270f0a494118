import { assessment, corrected, held, incident, retracted, story, write, type Written } from '../engine/testing';
import { deathRecorded, enrolmentRecorded } from '@throughline/records';

const told = (...given: readonly Written[]) => story('separation-not-weighed').given(...given);
const parted = (when: string, separation: 'none' | 'recent' | 'under-way' = 'recent') => incident(when, { separation });
const unweighed = assessment('2024-03-04');

describe('A risk assessment around a separation', () => {
  it('is to weigh it', () => {
    const leaving = parted('2024-01-10');
    told(leaving)
      .when(unweighed)
      .thenRaises({ to: 'idva', class: 'act', due: '2024-03-06T10:00', about: 'mother', evidence: [unweighed, leaving] });
    told(parted('2024-01-10', 'under-way'))
      .when(assessment('2024-03-04', { separationConsidered: false }))
      .thenRaises({ to: 'idva' });
  });

  it('is to weigh one that it tells of itself, or that a record about her child tells of', () => {
    told()
      .when(assessment('2024-03-04', { separation: 'recent' }))
      .thenRaises({ to: 'idva' });
    const school = write(
      enrolmentRecorded,
      'education',
      '2024-02-01',
      { people: ['child'] },
      {
        setting: { name: 'A school' },
        kind: 'primary',
        from: '2024-02-01',
        separation: 'recent',
      },
    );
    const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    told(family, school).when(unweighed).thenRaises({ to: 'idva', about: 'mother' });
  });

  it('is no matter where it does, or nobody tells of one', () => {
    told(parted('2024-01-10'))
      .when(assessment('2024-03-04', { separationConsidered: true }))
      .thenNothing();
    told(parted('2024-01-10', 'none'), incident('2024-02-10')).when(unweighed).thenNothing();
    told(incident('2024-01-10', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }], separation: 'recent' }))
      .when(unweighed)
      .thenNothing();
  });

  it('looks six months back', () => {
    told(parted('2023-09-04T10:01')).when(unweighed).thenRaises({ to: 'idva' });
    told(parted('2023-09-04')).when(unweighed).thenNothing();
    told(parted('2024-03-05'))
      .when(assessment('2024-03-04', { recorded: '2024-03-06' }))
      .thenNothing();
  });

  it('is silent of an assessment that comes in late', () => {
    told(parted('2024-01-10'))
      .when(assessment('2024-03-04', { recorded: '2024-07-01' }))
      .thenNothing();
  });
});

describe('It is answered', () => {
  const leaving = parted('2024-01-10');

  it('by an assessment that considers it, whoever makes it', () => {
    const answer = assessment('2024-03-06', { by: 'police', separationConsidered: true });
    told(leaving, unweighed)
      .when(assessment('2024-03-05', { by: 'police' }))
      .thenClosesNothing()
      .when(assessment('2024-03-01', { separationConsidered: true, recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(assessment('2024-03-05', { separationConsidered: true, people: ['neighbour'] }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'idva', 'police');
  });

  it('goes with a correction, a retraction or her death', () => {
    told(leaving, unweighed)
      .when(corrected(unweighed, '2024-03-05', { separationConsidered: true }))
      .thenSupersedes('idva')
      .thenNothing();
    told(leaving, unweighed).when(retracted(leaving, '2024-03-05')).thenSupersedes('idva').thenNothing();
    const death = write(deathRecorded, 'police', '2024-03-05', {}, { diedOn: '2024-03-05', manner: 'natural' });
    told(leaving, unweighed).when(death).thenCloses(death, 'idva');
  });
});

describe('A separation that comes in after the assessment', () => {
  const leaving = incident('2024-03-01', { separation: 'recent', recorded: '2024-03-05' });

  it('is to be weighed too', () => {
    const weighed = assessment('2024-03-06', { separationConsidered: true });
    told(unweighed)
      .when(leaving)
      .thenRaises({ to: 'idva', class: 'act', due: '2024-03-07T10:00', about: 'mother', evidence: [leaving, unweighed] })
      .when(weighed)
      .thenCloses(weighed, 'idva');
  });

  it('is told once, and is no matter where it was weighed, or has been since', () => {
    told(unweighed, leaving)
      .when(incident('2024-03-02', { separation: 'recent', recorded: '2024-03-05T12:00' }))
      .thenNothing();
    told(incident('2024-01-10', { separation: 'recent' }), unweighed)
      .when(leaving)
      .thenNothing();
    told(assessment('2024-03-04', { separationConsidered: true }))
      .when(leaving)
      .thenNothing();
    told(unweighed, assessment('2024-03-04T12:00', { separationConsidered: true }))
      .when(leaving)
      .thenNothing();
  });

  it('is no matter of an assessment of before it', () => {
    told(assessment('2024-02-28')).when(leaving).thenNothing();
  });
});

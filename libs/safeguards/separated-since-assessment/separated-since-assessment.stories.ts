import {
  allocated,
  assessment,
  closed,
  corrected,
  ended,
  held,
  incident,
  nomination,
  opened,
  placement,
  retracted,
  story,
  tenancy,
  write,
  type Written,
} from '../engine/testing';
import { deathRecorded } from '@throughline/records';

const told = (...given: readonly Written[]) => story('separated-since-assessment').given(...given);
const before = assessment('2024-01-10', { separationConsidered: true });
const parted = (when: string, separation: 'none' | 'recent' | 'under-way' = 'recent', by = 'gp') =>
  ({ ...held(when, by), data: { ...held(when, by).data, separation } }) as Written;
const lives = (when: string, line: string, by = 'gp') =>
  held(when, by, { people: [{ name: 'mother', details: { address: { lines: [line], postcode: 'S1 2AB' } } }] });

describe('After the last risk assessment', () => {
  it('a separation asks for a new one: of the IDVA, or of whoever leads', () => {
    const leaving = parted('2024-03-04');
    told(before)
      .when(leaving)
      .thenRaises({ to: 'idva', class: 'act', due: '2024-03-06T10:00', about: 'mother', says: 'separation', evidence: [leaving, before] });
    told(before, nomination('2024-02-01', 'csc', 'haven'))
      .when(parted('2024-03-04', 'under-way'))
      .thenRaises({ to: 'haven' });
  });

  it('a separation that only a record about her child tells of counts too', () => {
    const family = held('2024-01-05', 'csc', { people: ['mother', 'child'], relationships: [['mother', 'parent-of', 'child']] });
    const school = held('2024-03-04', 'education', { people: ['child'] });
    told(before, family)
      .when({ ...school, data: { ...school.data, separation: 'recent' } })
      .thenRaises({ to: 'idva', about: 'mother' });
  });

  it('a separation that is known already is none, until it goes further or begins anew', () => {
    told(parted('2024-01-05'), before).when(parted('2024-03-04')).thenNothing();
    told(before, parted('2024-02-05'))
      .when(parted('2024-03-04', 'recent', 'housing'))
      .thenNothing();
    told(parted('2024-01-05', 'under-way'), before).when(parted('2024-03-04', 'under-way')).thenNothing();
    told(parted('2024-01-05', 'under-way'), before).when(parted('2024-03-04')).thenRaises({ to: 'idva' });
    told(parted('2024-01-05'), before, parted('2024-02-05', 'none')).when(parted('2024-03-04')).thenRaises({ to: 'idva' });
    told(parted('2023-09-04'), before).when(parted('2024-03-04')).thenRaises({ to: 'idva' });
    told(parted('2023-09-04T10:01'), before).when(parted('2024-03-04')).thenNothing();
  });

  it.each([
    ['a placement in safe accommodation', placement('2024-03-04')],
    ['a placement of which nobody says where', placement('2024-03-04', { address: { sensitive: true } })],
    ['a tenancy', tenancy('2024-03-04')],
  ] as const)('a move asks for a new one: %s', (_what, move) => {
    told(before).when(move).thenRaises({ to: 'idva', says: 'has moved', saysNothingOf: 'S8' });
  });

  it('a new address is a move, the first one known or one that is known already is none', () => {
    told(lives('2024-01-05', '5 Abbey Lane'), before)
      .when(lives('2024-03-04', '9 Mill Street'))
      .thenRaises({ to: 'idva' })
      .when(lives('2024-03-05', '9, mill street', 'housing'))
      .thenNothing();
    told(before).when(lives('2024-03-04', '9 Mill Street')).thenNothing();
    told(lives('2024-01-05', '5 Abbey Lane'), before)
      .when(lives('2024-03-04', '5 Abbey Lane', 'housing'))
      .thenNothing();
    told(before).when(allocated('2024-03-04')).thenNothing();
  });

  it.each([
    ['an IDVA ends its work', [], ended('2024-03-04', 'idva', 'idva')],
    ['a refuge ends its work', [], ended('2024-03-04', 'haven', 'refuge')],
    ['a specialist service closes its case', [opened('2024-01-05', 'haven', 'specialist-da')], closed('2024-03-04', 'haven')],
    ['a case is closed of which nobody recorded the beginning', [], closed('2024-03-04', 'idva')],
    ['another agency closes a case of sanctuary', [opened('2024-01-05', 'housing', 'sanctuary')], closed('2024-03-04', 'housing')],
  ] as const)('it asks for a new one when %s', (_what, given, end) => {
    told(before, ...given)
      .when(end)
      .thenRaises({ to: 'idva', says: 'ended its work' });
  });

  it.each([
    ['another service ends its work', [], ended('2024-03-04', 'gp', 'general-practice')],
    ['another case is closed', [opened('2024-01-05', 'csc', 'childrens-social-care')], closed('2024-03-04', 'csc')],
    ['a specialist closes a case of another service', [opened('2024-01-05', 'haven', 'other')], closed('2024-03-04', 'haven')],
    ['the person has died', [], closed('2024-03-04', 'idva', { reason: 'deceased' })],
  ] as const)('it does not when %s', (_what, given, end) => {
    told(before, ...given)
      .when(end)
      .thenNothing();
  });

  it('nothing is asked where she was never assessed, or has been since', () => {
    told(incident('2024-01-10')).when(parted('2024-03-04')).thenNothing();
    told(before, assessment('2024-03-04', { by: 'police' }))
      .when(parted('2024-03-04'))
      .thenNothing();
    told(before)
      .when(assessment('2024-03-04', { separation: 'recent' }))
      .thenNothing();
  });

  it('nothing is asked of what comes in late', () => {
    const late = { ...parted('2024-03-04'), recorded: Date.UTC(2024, 6, 1) };
    told(before).when(late).thenNothing();
  });

  it('the MARAC coordinator hears of it where there is no IDVA', () => {
    story('separated-since-assessment', { lacks: ['idva'] })
      .given(assessment('2024-01-10', { by: 'police' }))
      .when(parted('2024-03-04'))
      .thenRaises({ to: 'marac', says: 'no idva service' });
  });
});

describe('It is answered', () => {
  const leaving = parted('2024-03-04');

  it('by a new assessment of her, not by one of before', () => {
    const answer = assessment('2024-03-06', { by: 'police' });
    told(before, leaving)
      .when(assessment('2024-02-06', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(assessment('2024-03-05', { people: ['neighbour'] }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'idva');
  });

  it('goes with the record that told of it, and with her death', () => {
    told(before, leaving).when(retracted(leaving, '2024-03-05')).thenSupersedes('idva').thenNothing();
    told(before, leaving)
      .when(corrected(leaving, '2024-03-05', { separation: 'none' }))
      .thenSupersedes('idva')
      .thenNothing();
    const death = write(deathRecorded, 'police', '2024-03-05', {}, { diedOn: '2024-03-05', manner: 'natural' });
    told(before, leaving).when(death).thenCloses(death, 'idva');
  });
});

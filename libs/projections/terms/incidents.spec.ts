import { addDays } from '@throughline/kernel';
import { abuseDisclosed, policeIncidentRecorded } from '@throughline/records';
import fc from 'fast-check';
import { entryOf } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { incidentsBetween, incidentsByYear, incidentsOf } from './incidents';

const reported = (days: readonly number[]) =>
  days.map((day, index) =>
    index % 2 === 0
      ? entryOf({ type: policeIncidentRecorded, on: addDays('2024-01-01', day), people: { '#1': 'victim' } }, index)
      : entryOf(
          { type: abuseDisclosed, on: '2024-12-01', people: { '#1': 'victim' }, data: { incidentOn: addDays('2024-01-01', day) } },
          index,
        ),
  );
const days = (list: readonly number[]) => incidentsOf(PersonFile.of(['#1'], reported(list))).map(({ day }) => day);

describe('Incidents', () => {
  it('are one for a victim and a day, plus or minus one', () => {
    expect(days([0, 1])).toHaveLength(1);
    expect(days([0, 2])).toHaveLength(2);
    expect(days([0, 1, 2])).toEqual(['2024-01-01', '2024-01-03']);
    expect(days([0, 0, 0])).toHaveLength(1);
  });

  it('do not depend on the order in which they are reported, lose no report and lie more than a day apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 20 }), fc.infiniteStream(fc.nat()), (list, chance) => {
        const entries = reported(list);
        const shuffled = [...entries]
          .map((entry) => ({ entry, by: Number(chance.next().value) }))
          .sort((one, two) => one.by - two.by)
          .map(({ entry }) => entry);
        const incidents = incidentsOf(PersonFile.of(['#1'], entries));
        expect(incidentsOf(PersonFile.of(['#1'], shuffled))).toEqual(incidents);
        expect(incidents.flatMap(({ records }) => records)).toHaveLength(entries.length);
        incidents.slice(1).forEach(({ day }, before) => expect(day > addDays(incidents[before]?.day ?? '', 1)).toBe(true));
      }),
      { numRuns: 150 },
    );
  });

  it('are none of somebody who is not the victim, and none where police say so', () => {
    const entries = [
      entryOf({ type: policeIncidentRecorded, on: '2024-01-01', people: { '#1': 'person-posing-risk', '#2': 'victim' } }, 1),
      entryOf({ type: policeIncidentRecorded, on: '2024-02-01', people: { '#1': 'victim' }, data: { domesticAbuse: false } }, 2),
    ];
    expect(incidentsOf(PersonFile.of(['#1'], entries))).toEqual([]);
  });

  it('are counted after the first day of a span and up to its last, and by year', () => {
    const file = PersonFile.of(['#1'], reported([0, 10, 20]));
    expect(incidentsBetween(file, '2024-01-01', '2024-01-21').map(({ day }) => day)).toEqual(['2024-01-11', '2024-01-21']);
    expect(incidentsByYear(file, Date.UTC(2025, 0, 1))).toEqual({ 2024: 3 });
  });
});

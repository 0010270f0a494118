import { atLondon } from '@throughline/kernel';
import { contactRecorded } from '@throughline/records';
import fc from 'fast-check';
import { entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { attemptsOfOneService, attemptsWith, missedOf } from './attempts';

const contact = (
  on: string,
  outcome: string,
  more: Partial<Noted> & { readonly cancelledBy?: string; readonly service?: string } = {},
): Noted => {
  const { cancelledBy, service, ...noted } = more;
  const data = { service: service ?? 'idva', outcome, ...(cancelledBy === undefined ? {} : { cancelledBy }) };
  return { type: contactRecorded, on, people: { '#1': 'victim' }, agency: 'idva', ...noted, data };
};
const attempts = (...history: readonly Noted[]) =>
  attemptsWith(PersonFile.of(['#1'], history.map(entryOf)), atLondon('2024-03-04', '12:00'));
const outcomes = (...history: readonly Noted[]) => attempts(...history).map(({ data }) => data.outcome);
const missed = (...history: readonly Noted[]) => missedOf(attempts(...history), 3, 4).map(({ data }) => data.outcome);

describe('Attempts at contact', () => {
  it('leave out what the service cancelled, and no other cancelling', () => {
    expect(
      outcomes(
        contact('2024-01-10', 'cancelled', { cancelledBy: 'service' }),
        contact('2024-01-11', 'cancelled', { cancelledBy: 'person' }),
        contact('2024-01-12', 'cancelled'),
        contact('2024-01-13', 'engaged'),
      ),
    ).toEqual(['cancelled', 'cancelled', 'engaged']);
  });

  it('are with the person themselves: never those with the person posing risk, nor those later than asked', () => {
    const programme = contact('2024-01-10', 'no-answer', { people: { '#2': 'person-posing-risk', '#1': 'victim' }, subject: '#2' });
    const asRisk = contact('2024-01-11', 'no-answer', { people: { '#1': 'person-posing-risk', '#2': 'victim' }, subject: '#1' });
    const withHerChild = contact('2024-01-12', 'did-not-attend', { people: { '#3': 'child', '#1': 'parent-or-carer' }, subject: '#3' });
    expect(outcomes(programme, asRisk, withHerChild, contact('2024-03-05', 'declined'))).toEqual(['did-not-attend']);
  });

  it('are of one service where the agency and the service are the same', () => {
    const [first, ...others] = [
      contact('2024-01-10', 'no-answer'),
      contact('2024-01-11', 'engaged', { service: 'specialist-da' }),
      contact('2024-01-12', 'engaged', { agency: 'haven' }),
      contact('2024-01-13', 'declined'),
    ] as const;
    const all = attempts(first, ...others);
    const like = all[0];
    if (like === undefined) throw new Error('the first attempt is missing');
    expect(attemptsOfOneService(all, like).map(({ data }) => data.outcome)).toEqual(['no-answer', 'declined']);
  });
});

describe('Three of the last four', () => {
  const gone = (day: number) => contact(`2024-01-${day}`, 'no-answer');
  const there = (day: number) => contact(`2024-01-${day}`, 'engaged');

  it('needs three, of three or of four', () => {
    expect(missed(gone(10), gone(11))).toEqual([]);
    expect(missed(gone(10), gone(11), gone(12))).toHaveLength(3);
    expect(missed(gone(10), there(11), gone(12), gone(13))).toHaveLength(3);
    expect(missed(gone(10), gone(11), gone(12), there(13))).toHaveLength(3);
    expect(missed(gone(10), gone(11), gone(12), there(13), there(14))).toEqual([]);
    expect(missed(gone(10), there(11), there(12), gone(13), gone(14))).toEqual([]);
  });

  it('is not changed by what the service cancels', () => {
    const kind = fc.constantFrom('engaged', 'no-answer', 'did-not-attend', 'declined', 'by the service');
    fc.assert(
      fc.property(fc.array(kind, { maxLength: 12 }), (kinds) => {
        const told = kinds.map((outcome, at) =>
          outcome === 'by the service'
            ? contact(`2024-01-${at + 10}`, 'cancelled', { cancelledBy: 'service' })
            : contact(`2024-01-${at + 10}`, outcome),
        );
        const rest = told.filter((_, at) => kinds[at] !== 'by the service');
        expect(missed(...told)).toEqual(missed(...rest));
        const last = kinds.filter((outcome) => outcome !== 'by the service').slice(-4);
        expect(missed(...told).length > 0).toBe(last.filter((outcome) => outcome !== 'engaged').length >= 3);
      }),
      { numRuns: 100 },
    );
  });
});

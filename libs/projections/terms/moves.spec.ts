import { addDays, type RefToken } from '@throughline/kernel';
import { detailsRecorded } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { newAddressesIn } from './moves';

const mother: RefToken = '#1';
const at = (line: string | undefined, on: string, more: object = {}): Noted => ({
  type: detailsRecorded,
  on,
  people: { [mother]: 'victim' },
  details: { [mother]: line === undefined ? {} : { address: { lines: [line], postcode: 'S1 2AB', ...more } } },
});
const found = (...history: readonly Noted[]) => {
  const file = caseFileOf(history, mother, '2026-01-01');
  return file.person.standing().map((entry) =>
    newAddressesIn(entry, file, 12)
      .map(({ isMove }) => (isMove ? 'move' : 'first'))
      .join(),
  );
};

describe('A new address', () => {
  it('is one that nobody held in the months before; it is a move where another was held', () => {
    expect(found(at('1 A St', '2024-01-01'), at('1, a st', '2024-02-01'), at('2 B St', '2024-03-01'), at('1 A St', '2024-04-01'))).toEqual([
      'first',
      '',
      'move',
      '',
    ]);
    expect(found(at('1 A St', '2024-01-01'), at('2 B St', '2024-03-01'), at('1 A St', '2025-01-02'))).toEqual(['first', 'move', 'move']);
  });

  it('is not one that has ended, or that is not told', () => {
    expect(found(at('1 A St', '2024-01-01', { to: '2023-12-01' }), at(undefined, '2024-02-01'))).toEqual(['', '']);
    expect(found(at('1 A St', '2024-01-01', { to: '2024-01-02' }))).toEqual(['first']);
  });

  it('is new once, whoever repeats it, and never a move where it is all that was ever held', () => {
    const telling = fc.array(fc.record({ line: fc.constantFrom('1 A St', '2 B St', '3 C St'), gap: fc.nat(9) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(telling, (told) => {
        let day = '2024-01-01';
        const kinds = found(...told.map(({ line, gap }) => at(line, (day = addDays(day, gap)))));
        expect(kinds.filter((kind) => kind !== '')).toHaveLength(new Set(told.map(({ line }) => line)).size);
        expect(kinds.indexOf('first')).toBe(0);
        expect(kinds.lastIndexOf('first')).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

import { addDays } from '@throughline/kernel';
import { detailsRecorded } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { isNewSeparation, separationsOf } from './separation';

const says = (separation: string | undefined, on: string, people: Noted['people'] = { '#1': 'victim' }): Noted => ({
  type: detailsRecorded,
  on,
  people,
  data: separation === undefined ? {} : { separation },
});
const news = (...history: readonly Noted[]): readonly boolean[] => {
  const file = caseFileOf(history, '#1', '2025-01-01');
  return file.person.standing().map((entry) => isNewSeparation(file, file.person, entry, 6));
};

describe('A separation', () => {
  it('is told by every record of the months before, on the victim’s side', () => {
    const file = caseFileOf(
      [
        says('recent', '2024-01-01'),
        says('under-way', '2024-03-01'),
        says('none', '2024-04-01'),
        says('recent', '2024-04-02', { '#2': 'victim', '#1': 'person-posing-risk' }),
      ],
      '#1',
      '2024-07-15',
    );
    expect(separationsOf(file, file.person, file.at, 6).map(({ id }) => id)).toEqual(['r-1']);
  });

  it('is new once, and again when it goes further or begins anew', () => {
    expect(news(says('under-way', '2024-01-01'), says('under-way', '2024-01-05'), says('recent', '2024-02-01'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      news(says('recent', '2024-01-01'), says('under-way', '2024-01-05'), says('none', '2024-02-01'), says('recent', '2024-03-01')),
    ).toEqual([true, false, false, true]);
    expect(news(says('recent', '2024-01-01'), says('recent', '2024-07-02'))).toEqual([true, true]);
  });

  it('is never new twice in a row for the same words, however often they are repeated', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('recent', 'under-way'),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 }),
        (words, gaps) => {
          let day = '2024-01-01';
          const history = gaps.map((gap) => says(words, (day = addDays(day, gap))));
          expect(news(...history).filter(Boolean)).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

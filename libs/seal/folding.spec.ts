import fc from 'fast-check';
import { foldName, foldNameClosed, foldNhsNumber, foldPostcode } from './folding';

describe('folding', () => {
  it.each([
    ["O'Neill", 'oneill'],
    ['O´Neill', 'oneill'],
    ['  Mary-Ann   SMITH ', 'mary ann smith'],
    ['Żółć', 'zolc'],
    ['Þórdís Groß', 'thordis gross'],
    ['İpek', 'ipek'],
    ['नीता', 'नीता'],
    ['Nguyễn', 'nguyen'],
    ['--', ''],
  ])('reads the name %s as %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const fold of [foldName, foldNameClosed, foldPostcode, foldNhsNumber]) expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

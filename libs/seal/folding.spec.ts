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
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const fold of [foldName, foldNameClosed, foldPostcode, foldNhsNumber]) expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing the second time for any letter of the Basic Multilingual Plane', () => {
    const changed: string[] = [];
    for (let point = 0; point < 0xd800; point += 1) {
      const letter = String.fromCodePoint(point);
      for (const fold of [foldName, foldNameClosed]) if (fold(fold(letter)) !== fold(letter)) changed.push(point.toString(16));
    }
    expect(changed).toEqual([]);
  });
});

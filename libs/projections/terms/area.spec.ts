import fc from 'fast-check';
import { isOutside, outwardCode } from './area';

const settings = { postcodes: ['S1', 'S2', 'S10'] };

describe('An outward code', () => {
  it.each([
    ['S1 2AB', 'S1'],
    ['s12ab', 'S1'],
    ['S10 2AB', 'S10'],
    ['SW1A 1AA', 'SW1A'],
    ['S1', 'S1'],
    ['75001', '75001'],
    [' ', undefined],
  ] as const)('of %j is %j', (postcode, outward) => {
    expect(outwardCode(postcode)).toBe(outward);
  });

  it('does not depend on case or spaces', () => {
    const postcode = fc.constantFrom('S1 2AB', 'S10 2AB', 'SW1A 1AA', 'SE10 8EW', 'M1 1AE');
    fc.assert(
      fc.property(postcode, fc.nat({ max: 6 }), fc.boolean(), (text, at, lower) => {
        const plain = text.replace(' ', '');
        const spaced = `${plain.slice(0, at)} ${plain.slice(at)}`;
        expect(outwardCode(lower ? spaced.toLowerCase() : spaced)).toBe(outwardCode(text));
      }),
    );
  });
});

describe('An address outside the partnership', () => {
  it.each([
    ['S1 2AB', false],
    ['S10 2AB', false],
    ['S12 2AB', true],
    ['SE10 8EW', true],
    ['75001', true],
    ['ZZ99 3VZ', false],
  ] as const)('%s: %s', (postcode, outside) => {
    expect(isOutside({ postcode }, settings)).toBe(outside);
  });

  it('cannot be told without a postcode, or where the partnership names none of its own', () => {
    expect(isOutside({ lines: ['1 Far Lane'] }, settings)).toBe(false);
    expect(isOutside({ postcode: 'SE10 8EW' }, { postcodes: [] })).toBe(false);
  });
});

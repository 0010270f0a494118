import type { PersonDetails } from '@throughline/records';
import { BlindIndex } from '@throughline/seal';
import fc from 'fast-check';
import { ExactMatching } from '.';

const matching = new ExactMatching(BlindIndex.under(Buffer.alloc(32, 3)));
const held = (...details: readonly PersonDetails[]) => ({ version: 1, details: () => details });
const same = (one: PersonDetails, other: PersonDetails) => matching.samePerson(held(one), held(other));
const anna = { given: 'Anna', family: 'Reed', dateOfBirth: '1988-04-12' };
const someone = fc.record(
  {
    given: fc.constantFrom('Anna', 'ANNA', 'Josh'),
    family: fc.constantFrom('Reed', "O'Neill", 'O’NEILL'),
    dateOfBirth: fc.constantFrom('1988-04-12', '1988-04', '1988', '2014-03-08'),
    nhsNumber: fc.constantFrom('9991000097', '999 100 0097', '9991000127'),
  },
  { requiredKeys: [] },
);

describe('Two references are one human being', () => {
  it('by an equal NHS number, however it is written and whatever the name', () => {
    expect(same({ nhsNumber: '9991000097' }, { nhsNumber: '999 100 0097', given: 'Agnes' })).toBe(true);
    expect(same({ nhsNumber: '9991000097' }, { nhsNumber: '9991000127' })).toBe(false);
  });

  it('by an equal name and a whole date of birth, unless their NHS numbers differ', () => {
    expect(same(anna, { ...anna, family: 'REED' })).toBe(true);
    expect(same(anna, { ...anna, nhsNumber: '9991000097' })).toBe(true);
    expect(same({ ...anna, nhsNumber: '9991000127' }, { ...anna, nhsNumber: '9991000097' })).toBe(false);
  });

  it('never by a name alone, a part of a date of birth, or nothing', () => {
    expect(same({ given: 'Anna', family: 'Reed' }, { given: 'Anna', family: 'Reed' })).toBe(false);
    expect(same({ ...anna, dateOfBirth: '1988' }, { ...anna, dateOfBirth: '1988' })).toBe(false);
    expect(same({ family: 'Reed', dateOfBirth: '1988-04-12' }, { family: 'Reed', dateOfBirth: '1988-04-12' })).toBe(false);
    expect(same({}, {})).toBe(false);
  });

  it('either way round, and always found by a common token', () => {
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        expect(same(one, other)).toBe(same(other, one));
        const tokens = new Set(matching.identityTraces('northgate', one));
        if (same(one, other)) expect(matching.identityTraces('northgate', other).some((token) => tokens.has(token))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('anew when more is held of them', () => {
    const growing = { version: 1, details: (): readonly PersonDetails[] => [anna] };
    expect(matching.samePerson(growing, held({ nhsNumber: '9991000097' }))).toBe(false);
    growing.details = () => [anna, { nhsNumber: '9991000097' }];
    growing.version = 2;
    expect(matching.samePerson(growing, held({ nhsNumber: '9991000097' }))).toBe(true);
  });
});

describe('Tokens', () => {
  it('tell nothing across partnerships or kinds', () => {
    const here = matching.identityTraces('northgate', { ...anna, nhsNumber: '9991000097' });
    const there = matching.identityTraces('riverside', { ...anna, nhsNumber: '9991000097' });
    expect(new Set([...here, ...there, matching.homeTrace('northgate', 'uprn 1')]).size).toBe(5);
  });
});

import fc from 'fast-check';
import { catalogue, type RecordType } from '..';
import { validByClassValidator } from '../testing/by-class-validator';
import { dataOf } from '../testing/generated-data';
import { mutated } from '../testing/mutated';

describe('the compiled schema and class-validator', () => {
  test.each(catalogue.map((definition): [string, RecordType] => [definition.type, definition]))(
    'take and refuse the same %s',
    (_, definition) => {
      fc.assert(
        fc.property(dataOf(definition), (data) => {
          expect(definition.validate(data)).toEqual([]);
          expect(validByClassValidator(definition.data, data)).toBe(true);
        }),
        { numRuns: 10 },
      );
      let refused = 0;
      fc.assert(
        fc.property(dataOf(definition).chain(mutated), (data) => {
          const valid = definition.validate(data).length === 0;
          if (!valid) refused += 1;
          expect(validByClassValidator(definition.data, data)).toBe(valid);
        }),
        { numRuns: 60 },
      );
      expect(refused).toBeGreaterThan(10);
    },
  );
});

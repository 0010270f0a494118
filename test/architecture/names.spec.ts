import { everythingIn } from './repository';

/** Names of shelves, not of ideas (rule 1 of the house). */
const SHELVES = /(?:^|[/._-])(?:utils?|helpers?|common|shared|constants|interfaces)(?:\.[a-z.]+|\/)$/;

describe('A name', () => {
  const everything = ['apps', 'libs', 'infra', 'test'].flatMap(everythingIn);

  it('of a file or folder is that of an idea', () => {
    expect(everything.filter((path) => SHELVES.test(path))).toEqual([]);
  });

  it.each([
    'libs/log/utils.ts',
    'libs/log/date-utils.ts',
    'libs/helpers/',
    'libs/log/helper.spec.ts',
    'test/common/',
    'apps/hub/constants.ts',
  ])('such as %s would be found', (path) => {
    expect(SHELVES.test(path)).toBe(true);
  });

  it.each(['libs/records/common-data.ts', 'libs/records/shared-address.ts', 'infra/kafka/index.ts'])(
    'such as %s says what is in it',
    (path) => {
      expect(SHELVES.test(path)).toBe(false);
    },
  );
});

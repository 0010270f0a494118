import fc from 'fast-check';
import { facetsOf } from './facets';

const own = () => ['northgate', 'Northgate Domestic Abuse Partnership', 'Northgate MARAC'];
const referral = (where?: string) => ({ maracHistory: { status: 'heard', ...(where === undefined ? {} : { where }) } });

describe('The facets of a referral', () => {
  it('tell that another area has heard the case, and not which', () => {
    expect(facetsOf(referral('Riverside'), own)).toEqual({ heardElsewhere: true });
    expect(facetsOf({ replacement: referral('Riverside') }, own)).toEqual({ heardElsewhere: true });
  });

  it.each(['Northgate', ' NORTH GATE ', 'northgate domestic abuse partnership', 'Northgate-MARAC', '', '  ', '-'])(
    'are none where it names this partnership or nothing: %j',
    (where) => {
      expect(facetsOf(referral(where), own)).toBeUndefined();
    },
  );

  it('are none of a record without such a text', () => {
    expect(facetsOf(referral(), own)).toBeUndefined();
    expect(facetsOf({ people: [] }, own)).toBeUndefined();
    expect(facetsOf({ replacement: { people: [] } }, own)).toBeUndefined();
  });

  it('never carry the text', () => {
    fc.assert(
      fc.property(fc.string(), (where) => {
        expect([undefined, { heardElsewhere: true }]).toContainEqual(facetsOf(referral(where), own));
      }),
    );
  });
});

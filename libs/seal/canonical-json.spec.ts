import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, LoneSurrogate, NotJson } from './canonical-json';

describe('canonical JSON', () => {
  it('is what the canonicalize package makes of any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same for keys in another order and for other escapes', () => {
    const one = JSON.parse(String.raw`{"b":[1,{"y":"\u00e9\/","x":1.0}],"a":"\ud83d\ude00"}`) as unknown;
    const other = JSON.parse('{"a":"😀","b":[1.0e0,{"x":1,"y":"é/"}]}') as unknown;
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  it('orders keys by their UTF-16 code units, numbers among them too (RFC 8785, section 3.2.3)', () => {
    const keys = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '10': 5, '9': 6, '😀': 7, '\u0080': 8, ö: 9 };
    expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"10":5,"9":6,"\u0080":8,"ö":9,"€":1,"😀":7,"\ufb33":3}');
  });

  it('takes a member that is undefined for an absent one', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it.each([
    ['a text', { people: [{ note: 'x\ud800' }] }, '/people/0/note'],
    ['a key', { people: { '\udc00': 1 } }, '/people'],
    ['a name with a slash and a tilde', { 'a/b~c': '\ud83d' }, '/a~1b~0c'],
  ])('refuses half of a surrogate pair in %s, and says where', (_where, value, pointer) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: LoneSurrogate.name, pointer }) as Error);
  });

  it('takes a text that only reads like an escape', () => {
    expect(canonicalJson({ path: String.raw`C:\ud800` })).toBe(String.raw`{"path":"C:\\ud800"}`);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1])('refuses what JSON cannot hold: %p', (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(NotJson);
  });
});

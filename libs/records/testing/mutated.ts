import fc from 'fast-check';

/** What real feeds get wrong: wrong types, near misses of every form, the edges at which validators are known to differ. */
const WRONG: readonly unknown[] = [
  ...[null, '', ' ', 0, -1, 1, 1.5, 1e300, true, false, [], {}, [[]], [null], ['x'], [{}], { x: 1 }],
  ...['2024-02-30', '2024-W10', '2024-W10-1', '2024-070', '20240304', '2024-3-4', '0000-00-00', '2024-13-01', '1984-13', '84'],
  ...['2024-03-04T10:00:00', '2024-03-04T10:00:00Z', '2024-03-04 10:00:00Z', '2024-03-04T24:00:00Z', '2024-03-04T10:00:60Z'],
  ...[
    '\ud800',
    'a\udc00',
    'a\0b',
    'x'.repeat(2_000),
    'x'.repeat(2_001),
    '😀'.repeat(1_001),
    '😀'.repeat(2_001),
    'é'.repeat(201),
    '\ufe0f'.repeat(2_001),
  ],
  ...[
    'police',
    'police:',
    ':1',
    'Police:1',
    'police:a b',
    `police:${'x'.repeat(65)}`,
    'police:N-1\n',
    'marac',
    'high',
    '/agencies/',
    '/hub',
  ],
  ...['0000000000', '9434765918', '943 476 5919', '2002/0073319A', '2002/73319Z', '1234567890123'],
];

type Edit = (data: unknown) => unknown;

const places = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => places(item, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))];
};

const edited = (value: unknown, path: readonly (string | number)[], edit: Edit): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return edit(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === name ? edited(item, rest, edit) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [name]: edited(object[String(name)], rest, edit) };
};

const without = (value: unknown, at: number): unknown => {
  if (Array.isArray(value)) return value.filter((_, index) => index !== at % Math.max(value.length, 1));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== names[at % Math.max(names.length, 1)]));
};

const withUnknown = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, unheardOf: 1 } : value;

/** The same data with one place made wrong, left out, or given a field that it does not have. Some of it is still valid. */
export const mutated = (data: unknown): fc.Arbitrary<unknown> =>
  fc
    .record({
      path: fc.constantFrom(...places(data).filter((path) => path.length > 0)),
      at: fc.nat(20),
      wrong: fc.constantFrom(...WRONG),
      how: fc.nat(3),
    })
    .map(({ path, at, wrong, how }) =>
      edited(data, path, (value) => (how === 0 ? without(value, at) : how === 1 ? withUnknown(value) : wrong)),
    );

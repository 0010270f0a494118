import { BlindIndex, type BlindIndexKind } from './blind-index';
import { nameWithBirth } from './folding';
import { InMemoryKeyStore, KeysInMemory } from './in-memory';

const keys = new KeysInMemory();
let index: BlindIndex;
beforeAll(async () => (index = await BlindIndex.of(new InMemoryKeyStore(keys))));

const token = (kind: BlindIndexKind, text: string, partnership = 'northgate'): string =>
  index.token(partnership, kind, text).toString('hex');

describe('a blind index', () => {
  it.each<[BlindIndexKind, string, string]>([
    ['name', "Mary-Ann O'Neill", 'MARY ANN  O’NEILL'],
    ['name', 'Zoë Łukasz', 'zoe lukasz'],
    ['name', 'De la Cruz', 'Delacruz'],
    ['nhs', '943 476 5919', '9434765919'],
    ['postcode', 's1 2ab', 'S12AB'],
    ['name-dob', nameWithBirth("O'Neill", '1984-03-09'), 'oneill|1984-03-09'],
    ['name-dob', 'O’NEILL|1984-03-09', 'oneill|1984-03-09'],
    ['ref', 'police:N-1', 'police:N-1'],
  ])('finds a %s however it is written: %s, %s', (kind, one, other) => {
    expect(token(kind, one)).toBe(token(kind, other));
    expect(token(kind, one)).toHaveLength(32);
  });

  it('tells references apart that differ by case alone', () => {
    expect(token('ref', 'police:N-1')).not.toBe(token('ref', 'police:n-1'));
  });

  it('has tokens of its own for each kind and each partnership', () => {
    const all = (['nhs', 'name', 'postcode', 'ref'] as const).flatMap((kind) => [token(kind, '12'), token(kind, '12', 'southgate')]);
    expect(new Set(all).size).toBe(8);
  });

  it('is the same in every process of a hub and another in another hub', async () => {
    const same = await BlindIndex.of(new InMemoryKeyStore(keys));
    const other = await BlindIndex.of(new InMemoryKeyStore());
    expect(same.token('northgate', 'name', 'Ann').toString('hex')).toBe(token('name', 'Ann'));
    expect(other.token('northgate', 'name', 'Ann').toString('hex')).not.toBe(token('name', 'Ann'));
  });
});

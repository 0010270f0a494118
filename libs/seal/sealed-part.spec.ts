import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { BrokenSeal, openPart, type RecordIdentity, sealPart } from './sealed-part';

const owner = { number: 5_203_948_571, key: randomBytes(32) };
const record: RecordIdentity = { partnership: 'northgate', source: '/agencies/police', id: '1' };
const values = fc.dictionary(fc.string(), fc.jsonValue());

describe('a sealed part', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(values, fc.string(), (owned, id) => {
        const part = sealPart({ ...record, id }, owner, owned);
        expect(openPart({ ...record, id }, owner, part)).toEqual(JSON.parse(JSON.stringify(owned)));
      }),
      { numRuns: 500 },
    );
  });

  it('never looks the same twice', () => {
    expect(sealPart(record, owner, { '/narrative': 'x' }).box).not.toBe(sealPart(record, owner, { '/narrative': 'x' }).box);
  });

  it.each<[string, Partial<RecordIdentity>]>([
    ['another record', { id: '2' }],
    ['another source', { source: '/agencies/housing' }],
    ['another partnership', { partnership: 'southgate' }],
  ])('is broken in %s', (_where, other) => {
    expect(() => openPart({ ...record, ...other }, owner, sealPart(record, owner, { '/narrative': 'x' }))).toThrow(BrokenSeal);
  });

  it('is broken under another number or another key', () => {
    const part = sealPart(record, owner, { '/narrative': 'x' });
    expect(() => openPart(record, { ...owner, number: 7 }, part)).toThrow(BrokenSeal);
    expect(() => openPart(record, { ...owner, key: randomBytes(32) }, part)).toThrow(BrokenSeal);
  });

  it('is broken when any byte of it is another, is missing or is added', () => {
    const part = sealPart(record, owner, { '/narrative': 'She said that he knows the way home.' });
    const broken = (box: string): void => {
      expect(() => openPart(record, owner, { ...part, box })).toThrow(BrokenSeal);
    };
    for (let at = 0; at < part.box.length; at += 1) {
      for (const bit of [1, 2, 4, 32]) {
        broken(part.box.slice(0, at) + String.fromCharCode(part.box.charCodeAt(at) ^ bit) + part.box.slice(at + 1));
      }
      broken(part.box.slice(0, at));
      broken(`${part.box.slice(0, at)} ${part.box.slice(at)}`);
    }
    const bytes = Buffer.from(part.box, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x80, at);
      broken(flipped.toString('base64'));
    }
  });
});

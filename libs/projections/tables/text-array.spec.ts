import { textArray } from './text-array';

describe('an array of texts', () => {
  it('is what array_recv reads', () => {
    const array = textArray(['é"', null, '']);
    expect(array.subarray(0, 20).toString('hex')).toBe('00000001' + '00000001' + '00000019' + '00000003' + '00000001');
    expect(array.subarray(20).toString('hex')).toBe('00000003' + 'c3a922' + 'ffffffff' + '00000000');
  });

  it('has no dimension where it is empty', () => {
    expect(textArray([]).toString('hex')).toBe('000000000000000000000019');
  });
});

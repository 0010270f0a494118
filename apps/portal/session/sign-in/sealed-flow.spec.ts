import { randomBytes } from 'node:crypto';
import { SealedFlow } from './sealed-flow';

describe('What a sign-in began with', () => {
  const flow = { state: 'a', nonce: 'b', codeVerifier: 'c', began: 1_000, to: '/my-work' };
  const sealed = new SealedFlow(randomBytes(32));

  it('comes back as it was', () => {
    expect(sealed.open(sealed.seal(flow), 2_000)).toEqual(flow);
  });

  it('is worth nothing after ten minutes', () => {
    expect(sealed.open(sealed.seal(flow), 601_000)).toBeUndefined();
  });

  it('cannot be changed, made up or left out', () => {
    const text = sealed.seal(flow);
    const other = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    expect(sealed.open(other, 2_000)).toBeUndefined();
    expect(sealed.open('bm90IHNlYWxlZCBhdCBhbGwsIGp1c3Qgc29tZSB0ZXh0', 2_000)).toBeUndefined();
    expect(sealed.open(undefined, 2_000)).toBeUndefined();
  });

  it('tells the browser nothing', () => {
    expect(Buffer.from(sealed.seal(flow), 'base64url').toString('latin1')).not.toContain('my-work');
  });
});

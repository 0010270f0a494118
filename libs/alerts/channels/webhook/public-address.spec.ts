import { connectTo, faultOfWebhookUrl, isPublic } from './public-address';

describe('An address', () => {
  it.each(['8.8.8.8', '193.62.83.1', '2001:4860:4860::8888', '2a00:1450:4009::1'])('%s is on the internet', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:0:127.0.0.1',
    '4000::1',
    'fe80::1',
    'ff02::1',
    'not-an-address',
  ])('%s is not', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe('The address of a webhook', () => {
  const closed = { allowLoopback: false };

  it.each(['https://hooks.example.org/in', 'https://hooks.example.org:8443/in?for=us', 'https://8.8.8.8/'])('may be %s', (url) => {
    expect(faultOfWebhookUrl(url, closed)).toBeUndefined();
  });

  it.each([
    'hooks.example.org',
    'http://hooks.example.org/',
    'ftp://hooks.example.org/',
    'file:///etc/passwd',
    'https://user:secret@hooks.example.org/',
    'https://hooks.example.org/#part',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:0:127.0.0.1]/',
    'http://localhost/',
    'https://localhost/',
    'https://localhost./',
    'https://hooks.localhost/',
  ])('may not be %s', (url) => {
    expect(faultOfWebhookUrl(url, closed)).toEqual(expect.any(String));
  });

  it('may be on this machine where that is allowed, and nowhere else inside', () => {
    expect(faultOfWebhookUrl('http://127.0.0.1:9/', { allowLoopback: true })).toBeUndefined();
    expect(faultOfWebhookUrl('https://10.0.0.1/', { allowLoopback: true })).toBeDefined();
  });

  it('leads nowhere where one of several addresses of a name is inside', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 as const },
      { address: 'fd00::1', family: 6 as const },
    ];
    expect(await connectTo('both.example.org', { ...closed, resolve })).toEqual([]);
  });
});

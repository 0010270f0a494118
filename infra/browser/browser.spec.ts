import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ChromiumMissing, chromiumPath, launchBrowser } from './index';

describe('the browser of the tests', () => {
  it('opens a page as a person’s would, scripts and all', async () => {
    const server = createServer((_request, response) => {
      response
        .setHeader('content-type', 'text/html')
        .end('<h1>Loading</h1><script>document.querySelector("h1").textContent = "Ready"</script>');
    }).listen(0, '127.0.0.1');
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expect(await page.textContent('h1')).toBe('Ready');
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('is said to be missing where there is none', () => {
    expect(() => chromiumPath({ PATH: '/nowhere' })).toThrow(ChromiumMissing);
  });
});

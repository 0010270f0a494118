import { launchBrowser } from '@throughline/infra/browser';
import type { Browser } from 'playwright-core';
import { type RunningHub, startHub } from '../running-hub';
import { inWords, PractitionerAtWork } from './practitioner-at-work';

const places = [
  { width: 'desk', scripts: true },
  { width: 'phone', scripts: true },
] as const;

describe('A developer', () => {
  let hub: RunningHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub({ patience: 120_000 }), launchBrowser()]);
  }, 150_000);

  afterAll(async () => {
    await browser.close();
    await hub.stop();
  });

  it.each(places.map((where) => [inWords(where), where] as const))(
    '%s reads every guide, and types of the catalogue, without signing in',
    async (_words, where) => {
      const developer = await PractitionerAtWork.open(browser, hub.origin, where);
      try {
        expect(await developer.go('/docs')).toBe(200);
        expect(await developer.faults('docs')).toEqual([]);
        const guides = await developer.page.evaluate<readonly string[]>(
          `[...document.querySelectorAll('main a[href^="/docs/"]')].map((link) => link.getAttribute('href'))`,
        );
        expect(guides.length).toBeGreaterThan(5);
        for (const path of [...guides, '/docs/catalogue/police.incident-recorded', '/docs/catalogue/record.corrected']) {
          expect([path, await developer.go(path)]).toEqual([path, 200]);
          expect([path, await developer.faults(path.replaceAll('/', '-'))]).toEqual([path, []]);
        }
        expect(await developer.go('/docs/nothing')).toBe(404);
        expect(await developer.page.title()).toContain('not found');
      } finally {
        await developer.close();
      }
    },
  );
});
